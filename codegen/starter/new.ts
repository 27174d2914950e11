// npm run new: a project of one's own beside this one.
import { mkdir, readdir } from 'node:fs/promises'
import { basename, dirname, relative, resolve } from 'node:path'
import { projectRoot } from '../contract.ts'
import { namesOf } from '../model/names.ts'
import { readArguments, listed } from './arguments.ts'
import { answerTo, canAsk, chosenOf } from './ask.ts'
import { Refusal, runCommand } from './failure.ts'
import { tell } from './finish.ts'
import { expectClean } from './git.ts'
import { namesOfTree } from './names-of.ts'
import { makeProject, put } from './new/new.ts'
import { withCompanions } from './remove/companions.ts'
import { machinery, resourcesOf } from './resources.ts'
import { inCopy } from './tree.ts'

const help = `Usage: npm run new -- <folder> --name <title> [options]

Writes a project of your own: the machinery under your names, and the resources that you keep, with their tests. The folder
is a new one, or an empty one. There \`npm ci && npm start\` and \`npm ci && npm test\` work at once.

  --name <title>    for people, as "Acme Desk". The package, the SDK, the errors, the scopes and the stacks are named after it
  --keep <list>     the resources that stay, as cases,products; all of them unless given. '' keeps none
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
  if (!given) return
  const { values, positionals } = given
  if (positionals.length > 1)
    throw new Refusal(`One folder, please: ${positionals.slice(1).join(' ')} is too much. Quote a name of two words.`)
  const folder = await answerTo(positionals[0], 'Which folder? As in npm run new -- ../acme-desk --name "Acme Desk".', {
    message: 'The folder of the new project',
    placeholder: '../acme-desk',
  })
  const target = resolve(folder)
  await checkFolder(target)
  const title = await answerTo(values.name, 'Which name? As in --name "Acme Desk".', {
    message: 'The name of the project, for people',
    placeholder: 'Acme Desk',
    check: checkTitle,
  })
  checkTitle(title)
  const keep = await kept(values.keep)
  await expectClean(projectRoot)
  await inCopy(projectRoot, async (copy) => {
    const files = await makeProject(projectRoot, copy, { names: namesOf(title.trim()), keep, tell })
    if (values['dry-run']) {
      process.stdout.write(
        `Would write to ${target}:\n${files
          .toSorted()
          .map((file) => `  ${file}\n`)
          .join('')}`,
      )
      return
    }
    await mkdir(dirname(target), { recursive: true })
    await put(copy, target)
    process.stdout.write(
      `${title.trim()} is in ${target}: ${files.length} files.\n\nNext:\n  cd ${relative(process.cwd(), target) || target}\n  npm ci && npm start\n  npm run add -- resource tickets\ndocs/your-own.md says what is yours, and what is machinery.\n`,
    )
  })
}

async function checkFolder(target: string) {
  if (target === resolve(projectRoot) || target.startsWith(`${resolve(projectRoot)}/`)) {
    throw new Refusal(`${target} is inside this project: take a folder beside it.`)
  }
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Refusal(error.code === 'ENOTDIR' ? `${target} is a file.` : `${target} cannot be read: ${error.message}`)
  })
  if (entries.length > 0) throw new Refusal(`${target} is not empty: it has ${entries[0] ?? ''}.`)
  if (basename(target) === '') throw new Refusal(`${target} is no folder for a project.`)
}

export function checkTitle(title: string): void {
  const { identifier, name } = namesOf(title.trim())
  if (!/^[A-Za-z][A-Za-z0-9 ]*$/.test(title.trim()) || title.trim().length > 40) {
    throw new Refusal(
      `"${title}" is no name: it has letters, digits and spaces, begins with a letter, and is at most 40 long.`,
    )
  }
  const own = namesOfTree(projectRoot)
  if (name === own.name || identifier.toLowerCase() === own.identifier.toLowerCase())
    throw new Refusal(`${title} is the name of this project.`)
  if (name !== title.trim().toLowerCase().replaceAll(/ +/g, '-')) {
    throw new Refusal(`${title} is reserved: a type or a package of that name has another meaning.`)
  }
}

async function kept(text: string | undefined): Promise<string[] | undefined> {
  const names = resourcesOf(projectRoot)
    .map(({ name }) => name)
    .filter((name) => !machinery.has(name))
  const keep =
    text === undefined ? (canAsk() ? await chosenOf('Which resources stay?', names) : undefined) : listed(text)
  const unknown = keep?.find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new Refusal(`There is no resource ${unknown} to keep. There are: ${names.join(', ')}.`)
  const gone = names.filter((name) => keep && !keep.includes(name))
  withCompanions(gone, names)
  return keep
}

await runCommand(main)
