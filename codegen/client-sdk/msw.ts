// generated/client-sdk/msw.ts: handlers for MSW that answer with the contract's examples, one per operation.
import type { Answer, Model, Operation } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { literal, valueOf } from '../typescript/literal.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { block, call, importFrom, key, member, object, quote, table } from '../typescript/syntax.ts'
import { eventsOf, facadeOf, type Method } from './facade.ts'
import { adaptOf, takesFiles } from './mock-adapt.ts'
import { answerExample, eventsExample } from './mock-answer.ts'
import { withDeprecation } from './models.ts'
import { rangeOf } from './problem-statuses.ts'
import { runtime } from './runtime.ts'
import { accessOf } from './sample.ts'
import { collectionsOf, rememberedBy, renderCollections, type Collection } from './stateful-mock.ts'
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
  const usesFiles = operations.some(takesFiles)
  const collections = collectionsOf({ operations })
  return print([
    importsOf(operations, problems.length > 0),
    ["import type { HttpHandler } from 'msw'", hardline, hardline],
    [`export type { Handle, MockAnswer, MockResolver } from '${runtime}/mock-handlers.ts'`, hardline],
    [`export type { StatefulMock } from '${runtime}/stateful-mock.ts'`, hardline, hardline],
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
      block(
        usesFiles
          ? ['const files = mockFiles()', ['return withFiles(files, ', table(handlers), ')']]
          : [['return ', table(handlers)]],
      ),
    ],
    [hardline, hardline],
    comment(
      'A handler for every operation, which answers with its example: what `setupServer` and `setupWorker` take.',
    ),
    'export const mockHandlers = (mock: MockHandlers): HttpHandler[] => exampleHandlers(mock)',
    [hardline, hardline],
    comment(statefulDoc(model, collections)),
    "export function createStatefulMock(baseUrl = '*'): StatefulMock ",
    block([
      'const mock = createMockHandlers(baseUrl)',
      'const { handlers, forget } = storageOf(mock)',
      [call('return remembering', ['mock', renderCollections(collections), 'handlers', 'forget'])],
    ]),
    hardline,
  ])
}

function statefulDoc({ servers }: Model, collections: Collection[]): string {
  const address = quote(addressOf(servers[0]?.url))
  return [
    'A mock that remembers: items that are created, changed and deleted are seen so by the operations that get and list.',
    '',
    collections.length > 0
      ? `It keeps ${rememberedBy(collections)}. Other operations answer with their examples, and no request is validated.`
      : 'This contract has no items that it could keep: its operations answer with their examples.',
    '@param baseUrl - Any that the client takes; `*` means every server.',
    '@example',
    '```ts',
    `const mock = createStatefulMock(${address})`,
    'const server = setupServer(...mock.handlers)',
    'mock.reset() // before each test',
    '```',
  ].join('\n')
}

function importsOf(operations: Operation[], hasProblems: boolean): Doc {
  const adapted = operations.map(adaptOf)
  const isUsed = operations.length > 0
  const usesFiles = operations.some(takesFiles)
  const handlers = [
    ...(isUsed ? ['answering'] : []),
    'exampleHandlers',
    ...(hasProblems ? ['type Example'] : []),
    ...(isUsed ? ['type Handle'] : []),
    ...(adapted.includes('sameIds') ? ['sameIds'] : []),
    'storageOf',
    ...(usesFiles ? ['withFiles'] : []),
  ]
  const from = (names: string[], file: string) => [importFrom('import', names, `${runtime}/${file}`), hardline]
  return [
    adapted.some((adapt) => adapt?.startsWith('paged')) ? from(['paged'], 'mock-answers.ts') : '',
    usesFiles ? from(['mockFiles'], 'mock-files.ts') : '',
    operations.some(eventsOf) ? from(['streamed'], 'mock-events.ts') : '',
    from(handlers, 'mock-handlers.ts'),
    from(['remembering', 'type StatefulMock'], 'stateful-mock.ts'),
  ]
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

function handler(found: Method, shared: Set<string>): Doc {
  const { operationId, method, path, successes, failures } = found.operation
  const adapt = adaptOf(found.operation)
  const [success] = successes
  const events = found.events && success && eventsExample(success, found.events)
  const example = {
    status: success?.status ?? 200,
    ...(success && answerExample(success)),
    ...(events && { body: events }),
  }
  return call(`answering<${quote(operationId)}>`, [
    quote(method),
    'baseUrl',
    quote(path),
    valueOf(example),
    problemsOf(failures, shared),
    ...(adapt === undefined && !events ? [] : [adapt ?? 'undefined']),
    ...(events ? ['streamed'] : []),
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

/**
 * MSW takes the first handler whose path fits, so `/a/{id}:cancel` and `/a/b` stand before `/a/{id}`. Any server can have
 * a path before that of the contract, so `/b/a` stands before `/a`.
 */
function specialFirst(methods: Method[]): Method[] {
  const sorted: Method[] = []
  for (const method of methods) {
    const general = sorted.findIndex(({ operation }) => covers(operation.path, method.operation.path))
    sorted.splice(general < 0 ? sorted.length : general, 0, method)
  }
  return sorted
}

/** Whether the end of the special path, or all of it, fits the general one. */
function covers(general: string, special: string): boolean {
  const [segments, all] = [segmentsOf(general), segmentsOf(special)]
  if (all.length < segments.length) return false
  const others = all.slice(all.length - segments.length)
  const isWhole = (segment: string) => /^\{[^{}]+\}$/.test(segment)
  const pairs = segments.map((segment, at) => [segment, others[at] ?? ''] as const)
  const isMoreSpecial = pairs.some(([segment, other]) => isWhole(segment) && !isWhole(other))
  const fits = pairs.every(([segment, other]) => segment === other || (isWhole(segment) && other !== ''))
  return fits && (isMoreSpecial || all.length > segments.length)
}

const segmentsOf = (path: string) => path.split('/').slice(1)
