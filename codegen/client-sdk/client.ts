// generated/client-sdk/client.ts: the client with all resources.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print } from '../typescript/print.ts'
import { block, importFrom, quote, table } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'
import { runtime } from './runtime.ts'
import { exampleCall } from './sample.ts'

export function renderClient(model: Model): string {
  const resources = facadeOf(model)
  const { title, identifier, variable } = model.names
  const [first] = resources.flatMap(({ methods }) => methods).filter(({ body }) => body)
  const example = first ? exampleCall(model, first).split('\n') : []
  const server = model.servers.at(-1)?.url ?? ''
  const doc = [
    `The client of the ${title} API.`,
    '',
    '@example',
    '```ts',
    `const ${variable} = create${identifier}({ baseUrl: ${quote(server)}, token: () => session.idToken() })`,
    ...example,
    '```',
  ].join('\n')
  const members = resources.map(({ name, type, description }) => [comment(description, 2), `${name}: ${type}`])
  const rows = [...resources.map(({ name }) => `${name}: ${name}(client)`), 'request: client.request']
  return print([
    [importFrom('import', ['createClient'], `${runtime}/client.ts`), hardline],
    [importFrom('import type', ['ClientOptions'], `${runtime}/options.ts`), hardline],
    [importFrom('import type', ['Requester'], `${runtime}/request.ts`), hardline],
    resources.map(({ name, type, file }) => [importFrom('import', [name, `type ${type}`], `./${file}`), hardline]),
    [hardline, comment(`The ${title} API: one member per resource, and \`request\` for anything else.`)],
    [`export interface ${identifier} extends Requester `, block(members), hardline, hardline],
    [comment(doc), `export function create${identifier}(options: ClientOptions): ${identifier} `],
    [block(['const client = createClient(options)', ['return ', table(rows)]]), hardline],
  ])
}
