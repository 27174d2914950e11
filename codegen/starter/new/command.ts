// npm run new: the answers, their faults, and where to go next.
import { relative, resolve } from 'node:path'
import { namesOf } from '../../model/names.ts'
import { listed } from '../arguments.ts'
import { answerTo, canAsk, chosenOf } from '../ask.ts'
import { Refusal } from '../failure.ts'
import { tell } from '../finish.ts'
import { expectClean } from '../git.ts'
import { namesOfTree } from '../names-of.ts'
import { checkFolder } from './folder.ts'
import { makeProject, put } from './new.ts'
import { exampleAmong, expectTable, inWords, withCompanions } from '../remove/companions.ts'
import { removable, schemasOf } from '../resources.ts'
import { inCopy } from '../tree.ts'

/** The text of --help, with resources of this project. */
export function helpOf(root: string): string {
  const names = removable(root)
  const example = exampleAmong(names)
  return `Usage: npm run new -- <folder> --name <title> [options]

Writes a project of your own: the machinery under your names, and the resources that you keep, with their tests. The folder
is a new one, or an empty one. There \`npm ci && npm start\` and \`npm ci && npm test\` work at once.

  --name <title>    for people, as "Acme Desk". The package, the SDK, the errors, the scopes and the stacks are named after it
  --keep <list>     the resources that stay, with commas between them; one with a table at least; all of them unless given
  --dry-run         shows the files, and writes nothing
  --help            this text

Resources here: ${inWords(names)}

Examples:
  npm run new -- ../acme-desk --name "Acme Desk"
  npm run new -- ../acme-desk --name "Acme Desk" --keep ${example}
  npm run new -- ../acme-desk --name "Acme Desk" --keep ${example} --dry-run`
}

type Given = { name?: string | undefined; keep?: string | undefined; 'dry-run': boolean }

export async function newCommand(root: string, positionals: string[], values: Given): Promise<void> {
  if (positionals.length > 1)
    throw new Refusal(`One folder, please: ${positionals.slice(1).join(' ')} is too much. Quote a name of two words.`)
  const folder = await answerTo(positionals[0], 'Which folder? As in npm run new -- ../acme-desk --name "Acme Desk".', {
    message: 'The folder of the new project',
    placeholder: '../acme-desk',
  })
  const target = resolve(folder)
  checkFolder(root, target)
  const title = await answerTo(values.name, 'Which name? As in --name "Acme Desk".', {
    message: 'The name of the project, for people',
    placeholder: 'Acme Desk',
    check: (answer) => checkTitle(root, answer),
  })
  checkTitle(root, title)
  const keep = await kept(root, values.keep)
  await expectClean(root)
  await inCopy(root, async (copy) => {
    const files = await makeProject(root, copy, { names: namesOf(title.trim()), keep, tell })
    if (values['dry-run']) {
      process.stdout.write(
        `Would write to ${target}:\n${files
          .toSorted()
          .map((file) => `  ${file}\n`)
          .join('')}`,
      )
      return
    }
    await put(copy, target)
    process.stdout.write(
      `${title.trim()} is in ${target}: ${files.length} files.\n\nNext:\n  cd ${relative(process.cwd(), target) || target}\n  npm ci && npm start\n  npm run add -- resource tickets\ndocs/your-own.md says what is yours, and what is machinery.\n`,
    )
  })
}

function checkTitle(root: string, title: string): void {
  const { identifier, name } = namesOf(title.trim())
  if (!/^[A-Za-z][A-Za-z0-9 ]*$/.test(title.trim()) || title.trim().length > 40) {
    throw new Refusal(
      `"${title}" is no name: it has letters, digits and spaces, begins with a letter, and is at most 40 long.`,
    )
  }
  const own = namesOfTree(root)
  if (name === own.name || identifier.toLowerCase() === own.identifier.toLowerCase())
    throw new Refusal(`${title} is the name of this project. Take another one.`)
  if (schemasOf(root).includes(identifier))
    throw new Refusal(
      `${title} is a schema of the contract: the client of the SDK needs a name of its own. Take another one.`,
    )
  if (name !== title.trim().toLowerCase().replaceAll(/ +/g, '-')) {
    throw new Refusal(`${title} is reserved: a type or a package of that name has another meaning. Take another one.`)
  }
}

async function kept(root: string, text: string | undefined): Promise<string[] | undefined> {
  const names = removable(root)
  const keep =
    text === undefined ? (canAsk() ? await chosenOf('Which resources stay?', names, names) : undefined) : listed(text)
  const unknown = keep?.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new Refusal(`There is no resource ${unknown} to keep. There are: ${names.join(', ')}.`)
  const gone = names.filter((name) => keep && !keep.includes(name))
  withCompanions(gone, names)
  expectTable(root, gone, names)
  return keep
}
