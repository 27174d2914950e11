// npm run new: a project of one's own beside this one.
import { projectRoot } from '../contract.ts'
import { readArguments } from './arguments.ts'
import { runCommand } from './failure.ts'
import { helpOf, newCommand } from './new/command.ts'

async function main() {
  const given = readArguments(helpOf(projectRoot), {
    name: { type: 'string' },
    keep: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  })
  if (given) await newCommand(projectRoot, given.positionals, given.values)
}

await runCommand(main)
