// generated/client-sdk/client.ts: the client with all resources.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print } from '../typescript/print.ts'
import { block, importFrom, quote, table } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'
import { runtime } from './runtime.ts'
import { exampleCall } from './sample.ts'
import { addressOf } from './sample-values.ts'

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
  const rows = [...resources.map(({ name }) => `${name}: ${name}(client)`), 'request: client.request']
  return print([
    [importFrom('import', ['createClient'], `${runtime}/client.ts`), hardline],
    [importFrom('import type', ['ClientOptions'], `${runtime}/options.ts`), hardline],
    [importFrom('import type', ['Requester'], `${runtime}/request.ts`), hardline],
    resources.map(({ name, type, file }) => [importFrom('import', [name, `type ${type}`], `./${file}`), hardline]),
    [hardline, comment(`The ${title} API: one member per resource, and \`request\` for anything else.`)],
    [`export interface ${client} extends Requester `, members.length > 0 ? block(members) : '{}', hardline, hardline],
    [comment(doc), `export function ${factory}(options: ClientOptions): ${client} `],
    [block(['const client = createClient(options)', ['return ', table(rows)]]), hardline],
  ])
}
