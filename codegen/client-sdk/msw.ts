// generated/client-sdk/msw.ts: handlers for MSW that answer with the contract's examples, one per operation.
import type { Answer, Model, Operation } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { literal, valueOf } from '../typescript/literal.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { block, call, member, object, table } from '../typescript/syntax.ts'
import { facadeOf, type Method } from './facade.ts'
import { runtime } from './runtime.ts'

const exampleServer = 'http://localhost:3000'

export function renderMsw(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const operations = methods.map(({ operation }) => operation)
  const members = operations.map(({ operationId, summary }) => [
    comment(summary, 2),
    `${operationId}: Handle<'${operationId}'>`,
  ])
  const handlers = operations.map((operation) => member(operation.operationId, handler(operation)))
  return print([
    [`import { answering, exampleHandlers, type Example, type Handle } from '${runtime}/mock-handlers.ts'`, hardline],
    ["import type { HttpHandler } from 'msw'", hardline, hardline],
    [`export type { Handle, MockAnswer, MockResolver } from '${runtime}/mock-handlers.ts'`, hardline, hardline],
    ['const problems = ', table(problemExamples(model)), ' satisfies Record<string, Example>', hardline, hardline],
    [comment('Makes handlers for one place of the service, by their operationId.'), 'export interface MockHandlers '],
    [block(members), hardline, hardline],
    comment(factoryDoc(model, methods)),
    ["export function createMockHandlers(baseUrl = '*'): MockHandlers ", block([['return ', table(handlers)]])],
    [hardline, hardline],
    comment(
      'A handler for every operation, which answers with its example: what `setupServer` and `setupWorker` take.',
    ),
    'export const mockHandlers = (mock: MockHandlers): HttpHandler[] => exampleHandlers(Object.values(mock))',
    hardline,
  ])
}

/** The examples show an operation that can answer 404, and one whose page is empty. */
function factoryDoc({ servers }: Model, methods: Method[]): string {
  const item = methods.find(({ operation }) => operation.answers.some(({ status }) => status === 404))
  const list = methods.find(({ items }) => items)
  return [
    'Handlers that answer as the contract says, with its examples.',
    '',
    '@param baseUrl - As the client has it; `*` means any.',
    '@example',
    '```ts',
    `const mock = createMockHandlers('${servers[0]?.url ?? exampleServer}')`,
    'const server = setupServer(...mockHandlers(mock))',
    ...(item ? [`server.use(mock.${item.operation.operationId}({ status: 404 })) // the 404 of the contract`] : []),
    ...(list?.items
      ? [`server.use(mock.${list.operation.operationId}(${literal(emptyPage(list.items.member))}))`]
      : []),
    '```',
  ].join('\n')
}

const emptyPage = (member: string) => ({ status: 200, body: { [member]: [] } })

function handler({ operationId, method, path, answers }: Operation): Doc {
  const success = answers.find(({ status }) => status >= 200 && status < 300)
  const example = { status: success?.status ?? 200, ...(success && exampleOf(success)) }
  const address = `\`\${baseUrl}${path.replace(/\{([^}]+)\}/g, ':$1')}\``
  return call(`answering<'${operationId}'>`, [
    `'${method}'`,
    address,
    valueOf(example),
    problemsOf(operationId, answers),
  ])
}

/** The examples of failures, which operations share. */
function problemExamples({ sharedAnswers }: Model): Doc[] {
  return Object.entries(sharedAnswers).flatMap(([name, answer]) => {
    const example = exampleOf(answer)
    return 'body' in example ? [member(name, valueOf(example))] : []
  })
}

function problemsOf(operationId: string, answers: Answer[]): Doc {
  const failures = answers.filter(({ status }) => status >= 400)
  return object(
    failures.map(({ status, name }) => {
      if (name === undefined) throw new Error(`${operationId}: ${status} is not one of the shared responses`)
      return `${status}: problems.${name}`
    }),
  )
}

function exampleOf({ headers, content }: Answer) {
  // An ordinary answer lacks the optional headers (Idempotent-Replayed). Retry-After is always of use.
  const sent = headers.filter(
    ({ name, required, example }) => example !== undefined && (required || name === 'Retry-After'),
  )
  const values = sent.map(({ name, example }) => [
    name,
    typeof example === 'string' ? example : JSON.stringify(example),
  ])
  const body = content[0]?.examples[0]
  return {
    ...(sent.length > 0 && { headers: Object.fromEntries(values) as Record<string, string> }),
    ...(body !== undefined && { body }),
  }
}
