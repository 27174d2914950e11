// generated/client-sdk/msw.ts: handlers for MSW that answer with the contract's examples, one per operation.
import type { Answer, Model, Operation } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { literal, valueOf } from '../typescript/literal.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { block, call, importFrom, key, member, object, quote, table } from '../typescript/syntax.ts'
import { facadeOf, type Method } from './facade.ts'
import { answerExample } from './mock-answer.ts'
import { withDeprecation } from './models.ts'
import { rangeOf } from './problem-statuses.ts'
import { runtime } from './runtime.ts'
import { accessOf } from './sample.ts'
import { addressOf } from './sample-values.ts'

export function renderMsw(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const operations = methods.map(({ operation }) => operation)
  const members = operations.map(({ operationId, summary, deprecated }) => [
    summary || deprecated ? comment(withDeprecation(summary, deprecated), 2) : '',
    `${key(operationId)}: Handle<${quote(operationId)}>`,
  ])
  const problems = problemExamples(model, operations)
  const shared = new Set(problems.map(({ name }) => name))
  const handlers = specialFirst(methods).map((method) => member(method.operation.operationId, handler(method, shared)))
  const imports = [
    ...(methods.length > 0 ? ['answering'] : []),
    'exampleHandlers',
    ...(problems.length > 0 ? ['type Example'] : []),
    ...(methods.length > 0 ? ['type Handle'] : []),
  ]
  return print([
    importFrom('import', imports, `${runtime}/mock-handlers.ts`),
    [hardline, "import type { HttpHandler } from 'msw'", hardline, hardline],
    [`export type { Handle, MockAnswer, MockResolver } from '${runtime}/mock-handlers.ts'`, hardline, hardline],
    problems.length > 0
      ? [
          'const problems = ',
          table(problems.map(({ name, value }) => member(name, value))),
          ' satisfies Record<string, Example>',
          hardline,
          hardline,
        ]
      : '',
    [comment('Makes handlers for one place of the service, by their operationId.'), 'export interface MockHandlers '],
    [members.length > 0 ? block(members) : '{}', hardline, hardline],
    comment(factoryDoc(model, methods)),
    [
      `export function createMockHandlers(${methods.length > 0 ? 'baseUrl' : '_baseUrl'} = '*'): MockHandlers `,
      block([['return ', table(handlers)]]),
    ],
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
  const handle = ({ operation }: Method) => `mock${accessOf(operation.operationId)}`
  return [
    'Handlers that answer as the contract says, with its examples.',
    '',
    '@param baseUrl - Any that the client takes; `*` means every server.',
    '@example',
    '```ts',
    `const mock = createMockHandlers(${quote(addressOf(servers[0]?.url))})`,
    'const server = setupServer(...mockHandlers(mock))',
    ...(item ? [`server.use(${handle(item)}({ status: 404 })) // the 404 of the contract`] : []),
    ...(list?.items ? [`server.use(${handle(list)}(${literal(emptyPage(list.items.member))}))`] : []),
    '```',
  ].join('\n')
}

const emptyPage = (member: string) => ({ status: 200, body: { [member]: [] } })

function handler({ operation: { operationId, method, path, successes, failures } }: Method, shared: Set<string>): Doc {
  const [success] = successes
  const example = { status: success?.status ?? 200, ...(success && answerExample(success)) }
  return call(`answering<${quote(operationId)}>`, [
    quote(method),
    'baseUrl',
    quote(path),
    valueOf(example),
    problemsOf(failures, shared),
  ])
}

type ProblemExample = { name: string; value: Doc }

/** The examples of failures that operations share. */
function problemExamples({ sharedAnswers }: Model, operations: Operation[]): ProblemExample[] {
  const used = new Set(operations.flatMap(({ failures }) => failures.map(({ name }) => name)))
  return Object.entries(sharedAnswers).flatMap(([name, answer]) => {
    const example = answerExample(answer)
    return 'body' in example && used.has(name) ? [{ name, value: valueOf(example) }] : []
  })
}

/** By status; a range and `default` stand under their names. */
function problemsOf(failures: Answer[], shared: Set<string>): Doc {
  return object(
    failures.map((answer): Doc => {
      const { name } = answer
      const status = rangeOf(answer.key)
      const example: Doc =
        name !== undefined && shared.has(name) ? `problems${accessOf(name)}` : valueOf(answerExample(answer))
      return [`${key(status)}: `, example]
    }),
  )
}

/** MSW takes the first handler whose path fits, so `/a/{id}:cancel` and `/a/b` stand before `/a/{id}`. */
function specialFirst(methods: Method[]): Method[] {
  const sorted: Method[] = []
  for (const method of methods) {
    const general = sorted.findIndex(({ operation }) => covers(operation.path, method.operation.path))
    sorted.splice(general < 0 ? sorted.length : general, 0, method)
  }
  return sorted
}

function covers(general: string, special: string): boolean {
  const [segments, others] = [general.split('/'), special.split('/')]
  const isWhole = (segment: string) => /^\{[^{}]+\}$/.test(segment)
  const pairs = segments.map((segment, at) => [segment, others[at] ?? ''] as const)
  const isMoreSpecial = pairs.some(([segment, other]) => isWhole(segment) && !isWhole(other))
  const fits = pairs.every(([segment, other]) => segment === other || isWhole(segment))
  return segments.length === others.length && isMoreSpecial && fits
}
