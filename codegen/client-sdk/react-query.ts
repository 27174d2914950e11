// generated/client-sdk/react-query.ts: options for TanStack Query, for every operation that reads or writes.
import type { Contract } from '../contract.ts'
import { facadeOf, type Method } from './facade.ts'
import { argumentsOf, declared, type Argument } from './signature.ts'
import { comment } from './comment.ts'

export function renderReactQuery(contract: Contract): string {
  const methods = facadeOf(contract).flatMap((resource) => resource.methods)
  const code = methods.flatMap((method) => {
    if (method.operation.method !== 'get') return [mutation(method)]
    return method.items ? [query(method), infiniteQuery(method)] : [query(method)]
  })
  const text = code.join('\n\n')
  const types = methods.flatMap((one) => [
    one.body?.type,
    one.items && one.data,
    ...argumentsOf(one).map(({ type }) => type),
  ])
  const models = [...new Set(types)].filter(
    (type) => /^[A-Z]\w*(?<!Options)$/.test(type ?? '') && text.includes(type ?? ''),
  )
  return [
    "import type { CallOptions } from '../../client-sdk/src/options.ts'",
    "import { infiniteQuery, mutation, query as plainQuery } from '../../client-sdk/src/query-options.ts'",
    "import type { Frontdesk } from './facade.ts'",
    `import type { ${models.sort().join(', ')} } from './models.ts'`,
    '',
    "export type { InfiniteQueryOptions, MutationOptions, QueryOptions } from '../../client-sdk/src/query-options.ts'",
    '',
    text,
    '',
  ].join('\n')
}

function query(method: Method): string {
  const { name, parameters, passed, client, target } = partsOf(method)
  const doc = `${method.operation.description ?? ''}\n\nFor \`useQuery\` and \`queryClient\`.${method.items ? ' The first page.' : ''}`
  return [
    `${comment(doc)}export function ${name}QueryOptions(frontdesk: ${client}, ${declared(parameters)}) {`,
    `  return plainQuery([${[`'frontdesk'`, `'${name}'`, ...passed].join(', ')}], (signal) =>`,
    `    ${target}(${[...passed, '{ ...options, signal }'].join(', ')}),`,
    '  )',
    '}',
  ].join('\n')
}

function infiniteQuery(method: Method): string {
  const { name, parameters, passed, client, target } = partsOf(method)
  const typed = parameters.map((one) => (one.place === 'query' ? { ...one, type: `Omit<${one.type}, 'cursor'>` } : one))
  const given = passed.map((one) => (one === 'query' ? '{ ...query, ...cursor }' : one))
  const doc = `${method.operation.description ?? ''}\n\nFor \`useInfiniteQuery\`: page by page.`
  return [
    `${comment(doc)}export function ${name}InfiniteQueryOptions(frontdesk: ${client}, ${declared(typed)}) {`,
    `  return infiniteQuery([${[`'frontdesk'`, `'${name}'`, `'pages'`, ...passed].join(', ')}], (cursor, signal) =>`,
    `    ${target}(${[...given, '{ ...options, signal }'].join(', ')}),`,
    '  )',
    '}',
  ].join('\n')
}

/** A mutation has one variable: the body alone, or an object of the ids, the body and the condition. */
function mutation(method: Method): string {
  const { name, parameters, client, target } = partsOf(method)
  const given = parameters.filter(({ place }) => place !== 'options')
  const takesMatch = method.headers.includes('ifMatch')
  const [only] = given
  const isBody = given.length === 1 && only?.place === 'body'
  const members = [...given.map((one) => one.name), ...(takesMatch ? ['ifMatch'] : [])].join(', ')
  const types = `${declared(given).replaceAll(', ', '; ')}${takesMatch ? '; ifMatch?: string | undefined' : ''}`
  const variables = isBody ? `body: ${only.type}` : `{ ${members} }: { ${types} }`
  const options = takesMatch ? '{ ...options, ifMatch }' : 'options'
  const doc = `${method.operation.description ?? ''}\n\nFor \`useMutation\`.`
  return [
    `${comment(doc)}export function ${name}MutationOptions(frontdesk: ${client}, options?: CallOptions) {`,
    `  return mutation(['frontdesk', '${name}'], (${variables}) =>`,
    `    ${target}(${[...given.map((one) => one.name), options].join(', ')}),`,
    '  )',
    '}',
  ].join('\n')
}

function partsOf(method: Method) {
  const { operation, resource, name } = method
  // The signal and the conditions are TanStack's to give; ETags are of no use to its cache.
  const parameters = argumentsOf(method).map((one): Argument =>
    one.place === 'options' ? { ...one, type: 'CallOptions' } : one,
  )
  return {
    name: operation.operationId,
    parameters,
    passed: parameters.filter(({ place }) => place !== 'options').map((one) => one.name),
    client: `Pick<Frontdesk, '${resource}'>`,
    target: `frontdesk.${resource}${name === undefined ? '' : `.${name}`}`,
  }
}
