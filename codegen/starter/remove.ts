// npm run remove: takes a resource out of this project, with all that names it.
import { projectRoot } from '../contract.ts'
import { readArguments } from './arguments.ts'
import { runCommand } from './failure.ts'
import { helpOf, removeCommand } from './remove/command.ts'

async function main() {
  const given = readArguments(helpOf(projectRoot), { 'dry-run': { type: 'boolean', default: false } })
  if (given) await removeCommand(projectRoot, given.positionals, given.values['dry-run'])
}

await runCommand(main)
