// npm run remove: which resources go, and what cannot go.
import { capitalize } from '../../identifiers.ts'
import { listed } from '../arguments.ts'
import { answerTo, canAsk, chosenOf } from '../ask.ts'
import { Refusal } from '../failure.ts'
import { finish, tell } from '../finish.ts'
import { expectClean } from '../git.ts'
import { exampleAmong, expectTable, inWords, withCompanions } from './companions.ts'
import { removeResources } from './remove.ts'
import { removable, resourceNamed, resourcesOf } from '../resources.ts'
import { acceptTemplates, format } from '../steps.ts'
import { changesOf, inCopy } from '../tree.ts'

export async function removeCommand(root: string, positionals: string[], isDryRun: boolean): Promise<void> {
  const [kind, ...rest] = positionals
  if (kind !== undefined && kind !== 'resource')
    throw new Refusal(`${kind || 'An empty text'} cannot be removed: only a resource can, ${exampleOf(root)}.`)
  const given = rest.flatMap((text) => listed(text))
  const names = rest.length > 0 ? given : await askForNames(root)
  if (names.length === 0) throw new Refusal(`Which resource? ${capitalize(exampleOf(root))}.`)
  const resources = [...new Set(names)].map((name) => resourceNamed(root, name))
  const gone = resources.map(({ name }) => name)
  const present = resourcesOf(root).map(({ name }) => name)
  withCompanions(gone, present)
  await expectClean(root)
  expectTable(root, gone, present)
  await inCopy(root, async (copy) => {
    tell(`removes ${gone.join(', ')} from a copy`)
    await removeResources(root, copy, resources)
    const changed = (await changesOf(root, copy)).filter((change) => change.kind !== 'removed')
    await format(
      copy,
      changed.map(({ path }) => path),
    )
    tell('synthesizes the stages')
    await acceptTemplates(copy)
    await finish(root, copy, isDryRun)
  })
  if (!isDryRun) process.stdout.write('Next: read git diff, then npm test.\n')
}

/** The text of --help, with resources of this project. */
export function helpOf(root: string): string {
  const names = removable(root)
  const example = exampleAmong(names)
  return `Usage: npm run remove -- resource <name>… [options]

Removes a resource: its contract, operations, repository, table, permissions, its tests and the cases of other tests that
take it as their example, its rows in the documentation. git shows what went, and can bring it back.

  --dry-run   shows the files, and writes nothing
  --help      this text

Resources here: ${inWords(names)}

Examples:
  npm run remove -- resource ${example}
  npm run remove -- resource ${example} --dry-run`
}

/** A command that this project can take. */
const exampleOf = (root: string) => `as in npm run remove -- resource ${exampleAmong(removable(root))}`

async function askForNames(root: string): Promise<string[]> {
  if (!canAsk()) return [await answerTo(undefined, `Which resource? ${capitalize(exampleOf(root))}.`, { message: '' })]
  return chosenOf('Which resources go?', removable(root), [])
}
