// npm run remove: takes a resource out of this project, with all that names it.
import { projectRoot } from '../contract.ts'
import { readArguments } from './arguments.ts'
import { runCommand } from './failure.ts'
import { removeCommand } from './remove/command.ts'

const help = `Usage: npm run remove -- resource <name>… [options]

Removes a resource: its contract, operations, repository, table, permissions, its tests and the cases of other tests that
take it as their example, its rows in the documentation. git shows what went, and can bring it back.

  --dry-run   shows the files, and writes nothing
  --help      this text

Examples:
  npm run remove -- resource events
  npm run remove -- resource events products
  npm run remove -- resource customers workflow    # they use each other
  npm run remove -- resource events --dry-run`

async function main() {
  const given = readArguments(help, { 'dry-run': { type: 'boolean', default: false } })
  if (given) await removeCommand(projectRoot, given.positionals, given.values['dry-run'])
}

await runCommand(main)
