// generated/client-sdk/react-query.ts: options for TanStack Query, for every operation that reads or writes.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, join, print, type Doc } from '../typescript/print.ts'
import { array, block, call, callWith, importFrom, parameters, quote, type Arrow } from '../typescript/syntax.ts'
import { facadeOf, type Method } from './facade.ts'
import { runtime } from './runtime.ts'
import { target } from './sample.ts'
import { argumentsOf, declared, type Argument } from './signature.ts'

const optionTypes = ['InfiniteQueryOptions', 'MutationOptions', 'QueryOptions'].join(', ')

export function renderReactQuery(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const functions = methods.flatMap((method) => {
    if (method.operation.method !== 'get') return [mutation(model, method)]
    return method.items ? [query(model, method), infiniteQuery(model, method)] : [query(model, method)]
  })
  const code = print([join([hardline, hardline], functions), hardline])
  return print([
    [importFrom('import type', ['CallOptions'], `${runtime}/options.ts`), hardline],
    importFrom('import', ['infiniteQuery', 'mutation', 'query as plainQuery'], `${runtime}/query-options.ts`),
    [hardline, importFrom('import type', [model.names.identifier], './client.ts'), hardline],
    [importFrom('import type', modelsOf(methods, code), './models.ts'), hardline, hardline],
    [`export type { ${optionTypes} } from '${runtime}/query-options.ts'`, hardline, hardline],
    code,
  ])
}

function modelsOf(methods: Method[], code: string): string[] {
  const types = methods.flatMap((method) => [
    method.body?.type ?? '',
    (method.items && method.data) ?? '',
    ...argumentsOf(method).map(({ type }) => type),
  ])
  const isUsed = (type: string) => /^[A-Z]\w*(?<!Options)$/.test(type) && code.includes(type)
  return [...new Set(types)].filter(isUsed).sort()
}

function query(model: Model, method: Method): Doc {
  const { name, given, passed, key } = partsOf(model, method)
  const body = call(target(model, method), [...passed, '{ ...options, signal }'])
  return optionsFunction(model, method, {
    doc: `For \`useQuery\` and \`queryClient\`.${method.items ? ' The first page.' : ''}`,
    name: `${name}QueryOptions`,
    given,
    result: callWith('plainQuery', [array([...key, ...passed])], { parameters: '(signal)', body }),
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

/** A mutation has one variable: the body alone, or an object of the ids, the body and the condition. */
function mutation(model: Model, method: Method): Doc {
  const { name, given, key } = partsOf(model, method)
  const variables = given.filter(({ place }) => place !== 'options')
  const takesMatch = method.headers.includes('ifMatch')
  const options = takesMatch ? '{ ...options, ifMatch }' : 'options'
  const send: Arrow = {
    parameters: variablesOf(variables, takesMatch),
    body: call(target(model, method), [...variables.map((variable) => variable.name), options]),
  }
  return optionsFunction(model, method, {
    doc: 'For `useMutation`.',
    name: `${name}MutationOptions`,
    given: given.filter(({ place }) => place === 'options'),
    result: callWith('mutation', [array(key)], send),
  })
}

function variablesOf(variables: Argument[], takesMatch: boolean): string {
  const [only] = variables
  if (only && variables.length === 1 && only.place === 'body' && !takesMatch) return `(body: ${only.type})`
  const members = [...variables.map(({ name }) => name), ...(takesMatch ? ['ifMatch'] : [])].join(', ')
  const types = [...declared(variables), ...(takesMatch ? ['ifMatch?: string | undefined'] : [])].join('; ')
  return `({ ${members} }: { ${types} })`
}

type OptionsFunction = { doc: string; name: string; given: Argument[]; result: Doc }

function optionsFunction({ names }: Model, method: Method, { doc, name, given, result }: OptionsFunction): Doc {
  const client = `${names.variable}: Pick<${names.identifier}, '${method.resource}'>`
  return [
    comment(`${method.operation.description}\n\n${doc}`),
    [`export function ${name}`, parameters([client, ...declared(given)]), ' '],
    block([['return ', result]]),
  ]
}

function partsOf({ names }: Model, method: Method) {
  // TanStack Query gives the signal and the conditions. ETags are of no use to its cache.
  const given = argumentsOf(method).map((argument): Argument =>
    argument.place === 'options' ? { ...argument, type: 'CallOptions' } : argument,
  )
  const name = method.operation.operationId
  const passed = given.filter(({ place }) => place !== 'options').map((argument) => argument.name)
  return { name, given, passed, key: [quote(names.name), quote(name)] }
}
