// generated/client-sdk/msw.ts: handlers for MSW that answer with the contract's examples, one per operation.
import type { OpenAPIV3 } from 'openapi-types'
import { resolve, type Contract, type Operation } from '../contract.ts'
import { facadeOf } from './facade.ts'
import { literal } from './literal.ts'
import { comment } from './comment.ts'

const runtime = '../../client-sdk/src'

export function renderMsw(contract: Contract): string {
  const operations = facadeOf(contract).flatMap(({ methods }) => methods.map(({ operation }) => operation))
  return [
    `import { answering, exampleHandlers, type Example, type Handle } from '${runtime}/mock-handlers.ts'`,
    "import type { HttpHandler } from 'msw'",
    '',
    `export type { Handle, MockAnswer, MockResolver } from '${runtime}/mock-handlers.ts'`,
    '',
    `const problems = ${literal(problemExamples(contract))} satisfies Record<string, Example>`,
    '',
    '/** Makes handlers for one place of the service, by their operationId. */',
    'export interface MockHandlers {',
    ...operations.map(
      ({ operationId, summary = '' }) => `${comment(summary, '  ')}${operationId}: Handle<'${operationId}'>`,
    ),
    '}',
    '',
    '/**',
    ' * Handlers that answer as the contract says, with its examples.',
    ' *',
    ' * @param baseUrl - As the client has it; `*` means any.',
    ' * @example',
    ' * ```ts',
    " * const mock = createMockHandlers('http://localhost:3000')",
    ' * const server = setupServer(...mockHandlers(mock))',
    ' * server.use(mock.getCase({ status: 404 })) // the 404 of the contract',
    ' * server.use(mock.listCases({ status: 200, body: { cases: [] } }))',
    ' * ```',
    ' */',
    "export function createMockHandlers(baseUrl = '*'): MockHandlers {",
    '  return {',
    ...operations.map((operation) => `    ${operation.operationId}: ${handler(contract, operation)},`),
    '  }',
    '}',
    '',
    '/** A handler for every operation, which answers with its example: what `setupServer` and `setupWorker` take. */',
    'export const mockHandlers = (mock: MockHandlers): HttpHandler[] => exampleHandlers(Object.values(mock))',
    '',
  ].join('\n')
}

function handler(contract: Contract, operation: Operation): string {
  const { operationId, method, path, responses } = operation
  const [success = '200'] = Object.keys(responses).filter((status) => status.startsWith('2'))
  const response = responses[success]
  const example = response ? exampleOf(contract, resolve(contract, response)) : {}
  const address = path.replace(/\{([^}]+)\}/g, ':$1')
  const indented = literal({ status: Number(success), ...example }).replaceAll('\n', '\n    ')
  return `answering<'${operationId}'>('${method}', \`\${baseUrl}${address}\`, ${indented}, ${problemsOf(operation)})`
}

/** The examples of failures, which operations share. */
function problemExamples(contract: Contract): Record<string, unknown> {
  const shared = Object.entries(contract.components?.responses ?? {})
  const examples = shared.map(([name, response]) => [name, exampleOf(contract, resolve(contract, response))] as const)
  return Object.fromEntries(examples.filter(([, example]) => 'body' in example))
}

function problemsOf({ operationId, responses }: Operation): string {
  const failures = Object.entries(responses).filter(([status]) => Number(status) >= 400)
  const rows = failures.map(([status, response]) => {
    if (!('$ref' in response)) throw new Error(`${operationId}: ${status} is not one of the shared responses`)
    return `${status}: problems.${response.$ref.split('/').at(-1) ?? ''}`
  })
  return `{ ${rows.join(', ')} }`
}

function exampleOf(contract: Contract, { headers = {}, content = {} }: OpenAPIV3.ResponseObject) {
  const [media] = Object.values(content)
  const [named] = Object.values(media?.examples ?? {})
  const body: unknown = media?.example ?? (named && resolve(contract, named).value)
  const sent = Object.entries(headers).flatMap(([name, header]) => {
    const { required, ...described } = resolve<OpenAPIV3.HeaderObject>(contract, header)
    const example: unknown = described.example
    // What is there only sometimes (Idempotent-Replayed) is not there in an ordinary answer; Retry-After always helps.
    return example !== undefined && (required === true || name === 'Retry-After')
      ? [[name, typeof example === 'string' ? example : JSON.stringify(example)] as const]
      : []
  })
  return { ...(sent.length > 0 && { headers: Object.fromEntries(sent) }), ...(body !== undefined && { body }) }
}
