// generated/client-sdk/react-query.ts: options for TanStack Query, for every operation that reads or writes.
import type { Contract } from '../contract.ts'
import { facadeOf, type Method } from './facade.ts'
import { argumentsOf, declared, type Argument } from './signature.ts'
import { comment } from './tsdoc.ts'

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
    "import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'",
    "import type { CallOptions } from '../../client-sdk/src/options.ts'",
    "import type { Frontdesk } from './frontdesk.ts'",
    `import type { ${models.sort().join(', ')} } from './models.ts'`,
    '',
    '// The SDK itself repeats what may pass, so TanStack Query need not; `{ ...options, retry: 3 }` overrules it.',
    'const retry = false',
    '',
    text,
    '',
  ].join('\n')
}

function query(method: Method): string {
  const { name, parameters, passed, client, target } = partsOf(method)
  return [
    `${comment(`${method.operation.description ?? ''}\n\nFor \`useQuery\` and \`queryClient\`.${method.items ? ' The first page.' : ''}`)}export function ${name}QueryOptions(frontdesk: ${client}, ${declared(parameters)}) {`,
    '  return queryOptions({',
    `    queryKey: ['frontdesk', '${name}'${passed.map((one) => `, ${one}`).join('')}] as const,`,
    `    queryFn: async ({ signal }) => await ${target}(${[...passed, '{ ...options, signal }'].join(', ')}),`,
    '    retry,',
    '  })',
    '}',
  ].join('\n')
}

function infiniteQuery(method: Method): string {
  const { name, parameters, passed, client, target } = partsOf(method)
  const typed = parameters.map((one) => (one.place === 'query' ? { ...one, type: `Omit<${one.type}, 'cursor'>` } : one))
  const given = passed.map((one) =>
    one === 'query' ? '{ ...query, ...(pageParam !== undefined && { cursor: pageParam }) }' : one,
  )
  return [
    `${comment(`${method.operation.description ?? ''}\n\nFor \`useInfiniteQuery\`: page by page.`)}export function ${name}InfiniteQueryOptions(frontdesk: ${client}, ${declared(typed)}) {`,
    '  return infiniteQueryOptions({',
    `    queryKey: ['frontdesk', '${name}', 'pages'${passed.map((one) => `, ${one}`).join('')}] as const,`,
    '    initialPageParam: undefined as string | undefined,',
    `    getNextPageParam: ({ nextCursor }: ${method.data}) => nextCursor,`,
    `    queryFn: async ({ signal, pageParam }) => await ${target}(${[...given, '{ ...options, signal }'].join(', ')}),`,
    '    retry,',
    '  })',
    '}',
  ].join('\n')
}

/** A mutation has one variable: the body alone, or an object of the ids, the body and the condition. */
function mutation(method: Method): string {
  const { name, parameters, client, target } = partsOf(method)
  const given = parameters.filter(({ place }) => place !== 'options')
  const takesMatch = method.headers.includes('ifMatch')
  const only = given.length === 1 && given[0]?.place === 'body'
  const variables = only
    ? `body: ${given[0]?.type ?? ''}`
    : `{ ${[...given.map((one) => one.name), ...(takesMatch ? ['ifMatch'] : [])].join(', ')} }: { ${declared(given).replaceAll(', ', '; ')}${takesMatch ? '; ifMatch?: string | undefined' : ''} }`
  const options = takesMatch ? '{ ...options, ifMatch }' : 'options'
  return [
    `${comment(`${method.operation.description ?? ''}\n\nFor \`useMutation\`.`)}export function ${name}MutationOptions(frontdesk: ${client}, options?: CallOptions) {`,
    '  return mutationOptions({',
    `    mutationKey: ['frontdesk', '${name}'] as const,`,
    `    mutationFn: (${variables}) => ${target}(${[...given.map((one) => one.name), options].join(', ')}),`,
    '  })',
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
