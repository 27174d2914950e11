// npm run new: a project of one's own beside this one.
import { projectRoot } from '../contract.ts'
import { readArguments } from './arguments.ts'
import { runCommand } from './failure.ts'
import { newCommand } from './new/command.ts'

const help = `Usage: npm run new -- <folder> --name <title> [options]

Writes a project of your own: the machinery under your names, and the resources that you keep, with their tests. The folder
is a new one, or an empty one. There \`npm ci && npm start\` and \`npm ci && npm test\` work at once.

  --name <title>    for people, as "Acme Desk". The package, the SDK, the errors, the scopes and the stacks are named after it
  --keep <list>     the resources that stay, as cases,products; one with a table at least; all of them unless given
  --dry-run         shows the files, and writes nothing
  --help            this text

Examples:
  npm run new -- ../acme-desk --name "Acme Desk"
  npm run new -- ../acme-desk --name "Acme Desk" --keep cases,products
  npm run new -- ../acme-desk --name "Acme Desk" --keep cases --dry-run`

async function main() {
  const given = readArguments(help, {
    name: { type: 'string' },
    keep: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  })
  if (given) await newCommand(projectRoot, given.positionals, given.values)
}

await runCommand(main)
