// npm run remove: takes a resource out of this project, with all that names it.
import { readArguments } from './arguments.ts'
import { answerTo, canAsk, chosenOf } from './ask.ts'
import { Refusal, runCommand } from './failure.ts'
import { finish, tell } from './finish.ts'
import { expectClean } from './git.ts'
import { projectRoot } from '../contract.ts'
import { withCompanions } from './remove/companions.ts'
import { removeResources } from './remove/remove.ts'
import { machinery, resourceNamed, resourcesOf } from './resources.ts'
import { acceptTemplates, format } from './steps.ts'
import { changesOf, inCopy } from './tree.ts'

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
  if (!given) return
  const { values, positionals } = given
  const [kind, ...rest] = positionals
  if (kind !== undefined && kind !== 'resource') throw new Refusal(`${kind} cannot be removed: only a resource can.`)
  const names = rest.length > 0 ? rest : await askForNames()
  const resources = [...new Set(names)].map((name) => resourceNamed(projectRoot, name))
  withCompanions(
    resources.map(({ name }) => name),
    resourcesOf(projectRoot).map(({ name }) => name),
  )
  await expectClean(projectRoot)
  await inCopy(projectRoot, async (copy) => {
    tell(`removes ${names.join(', ')} from a copy`)
    await removeResources(copy, resources)
    const changed = (await changesOf(projectRoot, copy)).filter((change) => change.kind !== 'removed')
    await format(
      copy,
      changed.map(({ path }) => path),
    )
    tell('synthesizes the stages')
    await acceptTemplates(copy)
    await finish(projectRoot, copy, values['dry-run'])
  })
  if (!values['dry-run']) process.stdout.write('Next: read git diff, then npm test.\\n')
}

async function askForNames(): Promise<string[]> {
  const names = resourcesOf(projectRoot)
    .map(({ name }) => name)
    .filter((name) => !machinery.has(name))
  if (!canAsk())
    return [await answerTo(undefined, 'Which resource? As in npm run remove -- resource events.', { message: '' })]
  return chosenOf('Which resources go?', names)
}

await runCommand(main)
