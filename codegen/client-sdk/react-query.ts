// generated/client-sdk/react-query.ts: options for TanStack Query, for every operation that reads or writes.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, join, print, type Doc } from '../typescript/print.ts'
import {
  array,
  block,
  call,
  callWith,
  destructured,
  importFrom,
  parameters,
  quote,
  type Arrow,
} from '../typescript/syntax.ts'
import { facadeOf, type Method } from './facade.ts'
import { modelTypes } from './imports.ts'
import { withDeprecation } from './models.ts'
import { runtime } from './runtime.ts'
import { exampleBody, target } from './sample.ts'
import { argumentsOf, declared, wordsIn, type Argument } from './signature.ts'
import { descriptionOf } from './tsdoc.ts'

const optionTypes = ['InfiniteQueryOptions', 'MutationOptions', 'QueryOptions', 'StreamedQueryOptions']

export function renderReactQuery(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const functions = methods.flatMap((method) => {
    if (method.events) return [streamedQuery(model, method)]
    if (!isQuery(method)) return [mutation(model, method)]
    return method.items ? [query(model, method), infiniteQuery(model, method)] : [query(model, method)]
  })
  const code = print([join([hardline, hardline], functions), hardline])
  const types = methods.flatMap((method) => partsOf(model, method).given.map(({ type }) => type))
  const models = modelTypes(model, types)
  const isInfinite = methods.some((method) => isQuery(method) && method.items)
  const used = [
    ...(code.includes('return creation(') ? ['creation'] : []),
    ...(isInfinite ? ['infiniteQuery'] : []),
    ...(code.includes('return mutation(') ? ['mutation'] : []),
    ...(methods.some((method) => isQuery(method) && !method.events) ? ['query as plainQuery'] : []),
    ...(methods.some(({ events }) => events) ? ['streamedQuery'] : []),
  ]
  const hasOperations = wordsIn(types).has('operations')
  const operations = hasOperations ? [importFrom('import type', ['operations'], '../api.ts'), hardline] : []
  if (functions.length === 0)
    return print([importFrom('export type', optionTypes, `${runtime}/query-options.ts`), hardline])
  return print([
    ...operations,
    methods.every(({ events }) => events)
      ? ''
      : [importFrom('import type', ['CallOptions'], `${runtime}/options.ts`), hardline],
    methods.some(({ events }) => events)
      ? [importFrom('import type', ['StreamOptions'], `${runtime}/event-stream.ts`), hardline]
      : '',
    importFrom('import', used, `${runtime}/query-options.ts`),
    [hardline, importFrom('import type', [namesIn(model).client.type], './client.ts'), hardline],
    models.length > 0 ? [importFrom('import type', models, './models.ts'), hardline] : '',
    [hardline, importFrom('export type', optionTypes, `${runtime}/query-options.ts`), hardline, hardline],
    code,
  ])
}

/** Operations that change nothing: their answers can be kept. */
const isQuery = ({ operation }: Method) => ['get', 'head', 'options'].includes(operation.method)

/** A cache keeps no `undefined`. Where an answer has no body, its status and its headers are what the query asks for. */
function cached(method: Method, sent: Doc): Doc {
  if (method.data === 'undefined') return [sent, '.withResponse()']
  return method.data.split(' | ').includes('undefined') ? [sent, '.then((data) => data ?? null)'] : sent
}

function query(model: Model, method: Method): Doc {
  const { name, given, passed, key } = partsOf(model, method)
  const sent = call(target(model, method), [...passed, '{ ...options, signal }'])
  return optionsFunction(model, method, {
    doc: `For \`useQuery\` and \`queryClient\`.${method.items ? ' The first page.' : ''}`,
    name: `${name}QueryOptions`,
    given,
    result: callWith('plainQuery', [array([...key, ...passed])], {
      parameters: '(signal)',
      body: cached(method, sent),
    }),
  })
}

function infiniteQuery(model: Model, method: Method): Doc {
  const { name, given, passed, key } = partsOf(model, method)
  const withoutCursor = given.map((argument) =>
    argument.place === 'query' ? { ...argument, type: `Omit<${argument.type}, 'cursor'>` } : argument,
  )
  const sent = passed.map((argument) => (argument === 'query' ? '{ ...query, ...cursor }' : argument))
  const body = call(target(model, method), [...sent, '{ ...options, signal }'])
  return optionsFunction(model, method, {
    doc: 'For `useInfiniteQuery`: page by page.',
    name: `${name}InfiniteQueryOptions`,
    given: withoutCursor,
    result: callWith('infiniteQuery', [array([...key, "'pages'", ...passed])], {
      parameters: '(cursor, signal)',
      body,
    }),
  })
}

/** A new answer is asked for by another body. The same one would be paid for again. */
function streamedQuery(model: Model, method: Method): Doc {
  const { name, given, passed, key } = partsOf(model, method)
  const body = call(target(model, method), [...passed, '{ ...options, signal }'])
  return optionsFunction(model, method, {
    doc: [
      'For `experimental_streamedQuery` of TanStack Query. The data are the events so far; an answer that is there is not asked for again.',
      '',
      '@example',
      '```ts',
      `const asked = ${name}StreamedQueryOptions(${namesIn(model).client.variable}, ${exampleBody(method).join()})`,
      'const { streamFn, ...query } = asked',
      'useQuery({ ...query, queryFn: experimental_streamedQuery({ streamFn }) })',
      '```',
    ].join('\n'),
    name: `${name}StreamedQueryOptions`,
    given,
    result: callWith('streamedQuery', [array([...key, ...passed])], { parameters: '(signal)', body }),
  })
}

/** A mutation has one variable: the body alone, or an object of the ids, the body and the conditions. */
function mutation(model: Model, method: Method): Doc {
  const { name, given: all, key: mutationKey } = partsOf(model, method)
  const variables = all.filter(({ place }) => place !== 'options')
  const conditions = (['ifMatch', 'idempotencyKey'] as const).filter(
    // A key belongs to one change. It is a variable only beside a condition, which belongs to one change too.
    (option) => method.headers.includes(option) && method.headers.includes('ifMatch'),
  )
  // A key belongs to one `mutate`: its repeats have the same key.
  const isCreation = method.headers.includes('idempotencyKey')
  const isGiven = conditions.includes('idempotencyKey')
  const key = isGiven ? 'ownKey' : 'idempotencyKey'
  const passed = conditions.map((name) =>
    name === 'idempotencyKey' ? 'idempotencyKey: idempotencyKey ?? ownKey' : name,
  )
  const given = [...passed, ...(isCreation && !isGiven ? [key] : [])]
  const options = given.length > 0 ? `{ ...options, ${given.join(', ')} }` : 'options'
  const send: Arrow = {
    parameters: variablesOf(variables, conditions, method, isCreation ? key : undefined),
    body: call(target(model, method), [...variables.map((variable) => variable.name), options]),
  }
  return optionsFunction(model, method, {
    doc: 'For `useMutation`.',
    name: `${name}MutationOptions`,
    given: all.filter(({ place }) => place === 'options'),
    result: callWith(isCreation ? 'creation' : 'mutation', [array(mutationKey)], send),
  })
}

function variablesOf(
  variables: Argument[],
  conditions: string[],
  { requiredOptions }: Method,
  own: string | undefined,
): Doc {
  const key = own === undefined ? '' : `, ${own}`
  const [only] = variables
  if (variables.length + conditions.length === 0) return own === undefined ? '()' : `(_: void, ${own})`
  if (only && variables.length === 1 && only.place === 'body' && only.required && conditions.length === 0)
    return `(body: ${only.type}${key})`
  const members = [...variables.map(({ name }) => name), ...conditions]
  const needed: string[] = requiredOptions
  const types = [
    ...declared(variables),
    ...conditions.map((name) => (needed.includes(name) ? `${name}: string` : `${name}?: string | undefined`)),
  ]
  return destructured(members, types, own === undefined ? [] : [own])
}

type OptionsFunction = { doc: string; name: string; given: Argument[]; result: Doc }

function optionsFunction(model: Model, method: Method, { doc, name, given, result }: OptionsFunction): Doc {
  const { client: names } = namesIn(model)
  const client = `${names.variable}: Pick<${names.type}, '${method.resource}' | 'cacheScope'>`
  const text = withDeprecation(`${descriptionOf(method.operation)}\n\n${doc}`, method.operation.deprecated)
  return [
    comment(text),
    [`export function ${name}`, parameters([client, ...declared(given)]), ' '],
    block([['return ', result]]),
  ]
}

function partsOf(model: Model, method: Method) {
  // TanStack Query gives the signal and the conditions. ETags are of no use to its cache.
  const given = argumentsOf(model, method).map((argument): Argument =>
    argument.place === 'options' && !method.events ? { ...argument, type: 'CallOptions', required: false } : argument,
  )
  const name = namesIn(model).operation(method.operation.operationId)
  const passed = given.filter(({ place }) => place !== 'options').map((argument) => argument.name)
  return {
    name,
    given,
    passed,
    key: [quote(model.names.name), `${namesIn(model).client.variable}.cacheScope`, quote(method.operation.operationId)],
  }
}
