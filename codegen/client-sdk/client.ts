// generated/client-sdk/client.ts: the client with all resources.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { block, importFrom, key, quote, table } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'
import { runtime } from './runtime.ts'
import { exampleCall } from './sample.ts'
import { addressOf } from './sample-values.ts'
import { keyPlaces, type KeyPlace } from './security.ts'

export function renderClient(model: Model): string {
  const resources = facadeOf(model)
  const { title } = model.names
  const { type: client, factory, variable } = namesIn(model).client
  const [first] = resources.flatMap(({ methods }) => methods).filter(({ body }) => body)
  const example = first ? exampleCall(model, first).split('\n') : []
  const server = addressOf(model.servers.at(-1)?.url)
  const doc = [
    `The client of the ${title} API.`,
    '',
    '@example',
    '```ts',
    `const ${variable} = ${factory}({ baseUrl: ${quote(server)}, token: () => session.idToken() })`,
    ...example,
    '```',
  ].join('\n')
  const members = resources.map(({ name, type, description, tag }) => [
    comment(description || `The operations of ${tag}.`, 2),
    `${name}: ${type}`,
  ])
  const scope = [comment('A part of every key in the cache of TanStack Query.', 2), 'readonly cacheScope: string']
  const places = keyPlaces(model)
  const optionsType = places ? `${client}Options` : 'ClientOptions'
  const more = [
    comment('Another client with these options on top. What both can share they share, such as a token refresh.', 2),
    `withOptions(options: SomeOf<${optionsType}>): ${client}`,
  ]
  return print([
    [importFrom('import', ['createClient', 'type Client'], `${runtime}/client.ts`), hardline],
    places ? [importFrom('import', ['withKeys'], `${runtime}/credentials.ts`), hardline] : '',
    [importFrom('import type', ['ClientOptions', 'SomeOf'], `${runtime}/options.ts`), hardline],
    [importFrom('import type', ['Requester'], `${runtime}/request.ts`), hardline],
    resources.map(({ name, type, file }) => [importFrom('import', [name, `type ${type}`], `./${file}`), hardline]),
    [hardline, comment(`The ${title} API: one member per resource, and \`request\` for anything else.`)],
    [`export interface ${client} extends Requester `, block([...members, scope, more]), hardline, hardline],
    places ? [keysDoc(places, optionsType), hardline] : '',
    [comment(doc), `export function ${factory}(options: ${optionsType}): ${client} `],
    [block(places ? makingWithKeys(model, places) : making(model)), hardline],
  ])
}

/** The client is made again for other options. */
function making(model: Model): Doc[] {
  const members = [...membersOf(model), 'withOptions: (newOptions) => clientOf(client.withOptions(newOptions))']
  return [
    [`const clientOf = (client: Client): ${namesIn(model).client.type} => (`, table(members), ')'],
    'return clientOf(createClient(options))',
  ]
}

function makingWithKeys(model: Model, places: Record<string, KeyPlace>): Doc[] {
  const { type } = namesIn(model).client
  const members = [
    ...membersOf(model),
    [
      'withOptions: (given) => ',
      block([
        'const { apiKeys: newKeys, ...newOptions } = { ...given }',
        'return clientOf(bare.withOptions(newOptions), { ...ownKeys, ...newKeys })',
      ]),
    ],
  ]
  return [
    [
      `const clientOf = (bare: Client, ownKeys: ApiKeys = {}): ${type} => `,
      block([
        `const client = withKeys(bare, ${print(valueOf(places), Infinity)}, ownKeys)`,
        ['return ', table(members)],
      ]),
    ],
    'const { apiKeys: ownKeys, ...bareOptions } = { ...options }',
    'return clientOf(createClient(bareOptions), ownKeys)',
  ]
}

const membersOf = (model: Model) => [
  ...facadeOf(model).map(({ name }) => `${name}: ${name}(client)`),
  'cacheScope: client.cacheScope',
  'request: client.request',
]

/** The type of the option with the keys. */
function keysDoc(places: Record<string, KeyPlace>, optionsType: string): Doc {
  const members = Object.entries(places).map(([scheme, { place, name }]) => [
    comment(`Sent as \`${name}\` (${place}).`, 2),
    `${key(scheme)}?: string | undefined`,
  ])
  return [
    comment('The API keys by the names of their schemes, each sent only to the operations that ask for it.'),
    'export type ApiKeys = ',
    block(members),
    [hardline, hardline],
    `export type ${optionsType} = Omit<ClientOptions, 'apiKey'> & { apiKeys?: ApiKeys | undefined }`,
    hardline,
  ]
}
