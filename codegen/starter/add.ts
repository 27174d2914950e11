// npm run add: a resource, or one operation of a resource, in this project.
import { projectRoot } from '../contract.ts'
import { addOperationCommand } from './add/operation-command.ts'
import { addResourceCommand } from './add/resource-command.ts'
import { readArguments } from './arguments.ts'
import { canAsk, chosen } from './ask.ts'
import { Refusal, runCommand } from './failure.ts'

const help = `Usage: npm run add -- resource <name> | operation <operationId> [options]

A resource gets its contract, five operations, a repository, a table with its permissions, a test and a page for its guide. An
operation gets its contract, its function and a test; it answers with the item of its path until you write it. What comes out
passes npm run check and npm test, and you edit it from there.

  --fields <list>      name:type, with ? for an optional one; title, description and status unless given.
                       Types: string, text, integer, number, boolean, date, enum(a,b)
  --list-by <field>    lists can be filtered by it: an enum or a string; the first enum, or status, unless given
  --access <who>       user (the default), api-key, or anyone: then reading is free, and writing needs a user
  --path <request>     the method and the path of an operation
  --dry-run            shows the files, and writes nothing
  --help               this text

Examples:
  npm run add -- resource tickets
  npm run add -- resource tickets --fields 'title:string,priority:enum(low,high),due:date?' --list-by priority
  npm run add -- resource work-orders --access api-key
  npm run add -- operation archiveTicket --path 'POST /tickets/{ticketId}/archive'`

async function main() {
  const given = readArguments(help, {
    fields: { type: 'string' },
    'list-by': { type: 'string' },
    access: { type: 'string' },
    path: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  })
  if (!given) return
  const { values, positionals } = given
  const [kind = await kindAsked(), name, ...more] = positionals
  const isKind = kind === 'resource' || kind === 'operation'
  if (isKind && more.length > 0) throw new Refusal(`One ${kind} at a time: ${more.join(' ')} is too much.`)
  if (kind === 'resource') {
    if (values.path !== undefined) throw new Refusal('--path is of an operation: a resource has the paths of its name.')
    await addResourceCommand(projectRoot, name, values)
    return
  }
  if (kind !== 'operation')
    throw new Refusal(
      `${kind || 'An empty text'} is neither resource nor operation. Write npm run add -- resource tickets, or npm run add -- operation archiveTicket.`,
    )
  for (const option of ['fields', 'list-by'] as const) {
    if (values[option] !== undefined) throw new Refusal(`--${option} is of a resource, not of an operation.`)
  }
  await addOperationCommand(projectRoot, name, values)
}

async function kindAsked(): Promise<string> {
  if (!canAsk()) throw new Refusal('What is added? As in npm run add -- resource tickets.')
  return chosen('What is added?', ['resource', 'operation'])
}

await runCommand(main)
