// generated/client-sdk/<tag>.ts and facade.ts: one documented interface and one factory per resource, and all of them.
import type { Contract } from '../contract.ts'
import { facadeOf, type Method, type Resource } from './facade.ts'
import { helpersOf, type Helper } from './helpers.ts'
import { argumentsOf, declared } from './signature.ts'
import { comment } from './comment.ts'
import { methodDoc } from './tsdoc.ts'

const runtime = '../../client-sdk/src'

export function renderResources(contract: Contract): Record<string, string> {
  const resources = facadeOf(contract)
  const files = resources.map((resource) => [resource.file, renderResource(contract, resource)] as const)
  const all = resources.map(({ file }) => `export * from './${file}'`)
  return {
    ...Object.fromEntries(files),
    'resources.ts': `${all.join('\n')}\n`,
    'facade.ts': renderFrontdesk(resources),
  }
}

function renderResource(contract: Contract, resource: Resource): string {
  const { name, type, description, methods } = resource
  const helpers = helpersOf(contract, resource)
  const members = methods.map((method) => declaration(contract, method))
  const extras = helpers.map(({ doc, signature }) => `${comment(doc, '  ')}${signature}`)
  const implementations = [...methods.map(implementation), ...helpers.map((helper) => helper.implementation)]
  const [only] = methods
  const isCalled = only?.name === undefined
  const body = isCalled
    ? `  return ${implementations.join('')}`
    : [
        `  const resource: ${type} = {`,
        ...implementations.map((one) => `    ${one},`),
        '  }',
        '  return resource',
      ].join('\n')
  const code = [
    `${comment(description)}export interface ${type} {`,
    [...members, ...extras].join('\n\n'),
    '}',
    '',
    `${comment(`${description}\n\nFor bundles that want only some resources; \`createFrontdesk\` has them all.`)}export function ${name}(client: Client): ${type} {`,
    body,
    '}',
    '',
  ].join('\n')
  return `${imports(resource, helpers, code)}\n\n${code}`
}

function declaration(contract: Contract, method: Method): string {
  const { name = '', headers, items, data, statuses } = method
  const parameters = argumentsOf(method)
  const doc = comment(methodDoc(contract, method), '  ')
  if (items) return `${doc}${name}(${declared(parameters)}): List<${data}, ${items.type}>`
  const status = statuses.join(' | ')
  const plain = `${doc}${name}(${declared(parameters)}): Call<${data}, ${status}>`
  if (!headers.includes('ifNoneMatch')) return plain
  // It stands first: what has the condition would fit the other one too.
  const revalidating = parameters.map((one) =>
    one.place === 'options' ? { ...one, type: 'RevalidationOptions', required: true } : one,
  )
  return `${doc}${name}(${declared(revalidating)}): Call<${data} | undefined, ${status} | 304>\n${plain}`
}

function implementation(method: Method): string {
  const { name, operation, auth, repeat, items } = method
  const parameters = argumentsOf(method)
  const path = parameters.filter(({ place }) => place === 'path').map((one) => one.name)
  const has = (place: string) => parameters.some((one) => one.place === place)
  const description = [
    `id: '${operation.operationId}'`,
    `method: '${operation.method.toUpperCase()}'`,
    `path: '${operation.path}'`,
    `auth: '${auth}'`,
    ...(repeat ? [`repeat: '${repeat}'`] : []),
  ].join(', ')
  const given = [
    ...(path.length > 0 ? [`path: { ${path.join(', ')} }`] : []),
    ...(has('body') ? ['body'] : []),
    ...(has('query') ? [items ? 'query: page' : 'query'] : []),
  ]
  // Overloads leave the implementation without types to take from; never fits the answers of all of them.
  const isOverloaded = method.headers.includes('ifNoneMatch')
  const names = isOverloaded ? [declared(parameters)] : parameters.map((one) => one.name)
  const send = `client.send${isOverloaded ? '<never, never>' : ''}({ ${description} }, ${given.length > 0 ? `{ ${given.join(', ')} }` : '{}'}, options)`
  const arrow = items
    ? `(${names.join(', ')}) => listOf('${items.member}', ${items.pageSize}, query, (page) => ${send})`
    : `(${names.join(', ')}) => ${send}`
  return name === undefined ? arrow : `${name}: ${arrow}`
}

function renderFrontdesk(resources: Resource[]): string {
  return [
    `import { createClient } from '${runtime}/client.ts'`,
    `import type { ClientOptions } from '${runtime}/options.ts'`,
    `import type { Requester } from '${runtime}/request.ts'`,
    ...resources.map(({ name, type, file }) => `import { ${name}, type ${type} } from './${file}'`),
    '',
    '/** The Frontdesk API: one member per resource, and `request` for anything else. */',
    'export interface Frontdesk extends Requester {',
    ...resources.map(({ name, type, description }) => `${comment(description, '  ')}${name}: ${type}`),
    '}',
    '',
    '/**',
    ' * The client of the Frontdesk API.',
    ' *',
    ' * @example',
    ' * ```ts',
    " * const frontdesk = createFrontdesk({ baseUrl: 'https://api.frontdesk.example', token: () => session.idToken() })",
    " * const created = await frontdesk.cases.create({ description: 'Broken kiosk' })",
    ' * ```',
    ' */',
    'export function createFrontdesk(options: ClientOptions): Frontdesk {',
    '  const client = createClient(options)',
    '  return {',
    ...resources.map(({ name }) => `    ${name}: ${name}(client),`),
    '    request: client.request,',
    '  }',
    '}',
    '',
  ].join('\n')
}

/** The imports that the code uses, found by their names in it. */
function imports({ methods }: Resource, helpers: Helper[], code: string): string {
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code)
  const line = (names: string[], from: string, keyword = 'import type') => {
    const used = names.filter(uses)
    return used.length > 0 ? [`${keyword} { ${used.join(', ')} } from '${from}'`] : []
  }
  const models = methods.flatMap((one) => [one.body?.type, ...one.data.split(' | '), one.items?.type])
  const queries = methods.flatMap((one) => argumentsOf(one).filter(({ place }) => place === 'query'))
  const named = [...models, ...queries.map(({ type }) => type), ...helpers.flatMap((one) => one.models)]
  const known = [...new Set(named)].filter((name) => name !== undefined && /^[A-Z]\w*$/.test(name)) as string[]
  return [
    ...line(['operations'], '../api.ts'),
    ...line(['Call'], `${runtime}/call.ts`),
    ...line(['Client'], `${runtime}/client.ts`),
    ...line(['CallOptions', 'ConditionalOptions', 'IdempotentOptions', 'RevalidationOptions'], `${runtime}/options.ts`),
    ...(uses('listOf') ? [`import { listOf, type List } from '${runtime}/pages.ts'`] : []),
    ...helpers.map((helper) => helper.import),
    ...line(known.sort(), './models.ts'),
  ].join('\n')
}
