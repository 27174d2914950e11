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
  const rows = [
    ...resources.map(({ name }) => `${name}: ${name}(client)`),
    'cacheScope: client.cacheScope',
    'request: client.request',
  ]
  const places = keyPlaces(model)
  const optionsType = places ? "Omit<ClientOptions, 'apiKey'> & { apiKeys?: ApiKeys }" : 'ClientOptions'
  const made = places
    ? `withKeys(createClient(options), ${print(valueOf(places), Infinity)}, apiKeys)`
    : 'createClient(options)'
  return print([
    [importFrom('import', ['createClient'], `${runtime}/client.ts`), hardline],
    places ? [importFrom('import', ['withKeys'], `${runtime}/credentials.ts`), hardline] : '',
    [importFrom('import type', ['ClientOptions'], `${runtime}/options.ts`), hardline],
    [importFrom('import type', ['Requester'], `${runtime}/request.ts`), hardline],
    resources.map(({ name, type, file }) => [importFrom('import', [name, `type ${type}`], `./${file}`), hardline]),
    [hardline, comment(`The ${title} API: one member per resource, and \`request\` for anything else.`)],
    [`export interface ${client} extends Requester `, block([...members, scope]), hardline, hardline],
    places ? [keysDoc(places), hardline] : '',
    [
      comment(doc),
      `export function ${factory}(${places ? '{ apiKeys, ...options }' : 'options'}: ${optionsType}): ${client} `,
    ],
    [block([`const client = ${made}`, ['return ', table(rows)]]), hardline],
  ])
}

/** The type of the option with the keys. */
function keysDoc(places: Record<string, KeyPlace>): Doc {
  const members = Object.entries(places).map(([scheme, { place, name }]) => [
    comment(`Sent as \`${name}\` (${place}).`, 2),
    `${key(scheme)}?: string | undefined`,
  ])
  return [
    comment('The API keys by the names of their schemes, each sent only to the operations that ask for it.'),
    'export type ApiKeys = ',
    block(members),
    hardline,
  ]
}
