// npm run upgrade: takes what has changed in the machinery since this project was made, as a three-way merge.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../contract.ts'
import { readArguments } from './arguments.ts'
import { answerTo } from './ask.ts'
import { Refusal, runCommand } from './failure.ts'
import { tell } from './finish.ts'
import { clone, expectClean } from './git.ts'
import { whileThere } from './temporary.ts'
import { apply, changesOf, inCopy } from './tree.ts'
import type { Outcome } from './upgrade/merge.ts'
import { originIn, upgrade } from './upgrade/upgrade.ts'

const help = `Usage: npm run upgrade -- <from> [options]

Takes later machinery into a project that npm run new has made. <from> is a folder or an address of the project that it
comes from, with its history. git merges each file of the machinery: as it was at your origin, as it is now, and as you have
it. Conflicts are marked in the files and listed. Then run npm install, npm run generate and npm test.

  --dry-run   shows the files, and writes nothing
  --help      this text

Examples:
  npm run upgrade -- ../machinery
  npm run upgrade -- https://git.example.com/machinery.git --dry-run`

async function main() {
  const given = readArguments(help, { 'dry-run': { type: 'boolean', default: false } })
  if (!given) return
  const { values, positionals } = given
  const from = await answerTo(
    positionals[0],
    'Where does the machinery come from? As in npm run upgrade -- ../machinery.',
    {
      message: 'The folder or the address of the machinery',
    },
  )
  if (from.trim() === '') throw new Refusal('The folder or the address of the machinery is an empty text.')
  if (positionals.length > 1) throw new Refusal('The machinery comes from one place.')
  originIn(projectRoot)
  await expectClean(projectRoot)
  await whileThere(mkdtempSync(join(tmpdir(), 'upgrade-')), async (work) => {
    tell(`reads ${from}`)
    const source = join(work, 'machinery')
    await clone(from, source)
    await inCopy(projectRoot, async (copy) => {
      const outcomes = await upgrade(copy, work, source)
      process.stdout.write(report(outcomes))
      if (values['dry-run']) return
      await apply(projectRoot, copy, await changesOf(projectRoot, copy))
    })
  })
}

function report(outcomes: Outcome[]): string {
  if (outcomes.length === 0) return 'The machinery is as you have it.\n'
  const lines = outcomes
    .filter(({ kind }) => kind !== 'conflict')
    .map(({ kind, path, why }) => `  ${kind.padEnd(8)} ${path}${why === undefined ? '' : ` (${why})`}\n`)
  const conflicts = outcomes.filter(({ kind }) => kind === 'conflict')
  const listed = conflicts.map(({ path, why = '' }) => `  ${path}: ${why}\n`)
  const end = conflicts.length > 0 ? `Conflicts:\n${listed.join('')}` : 'No conflicts.\n'
  return `${lines.join('')}${end}Next: npm install, npm run generate, npm run format, npm test.\n`
}

await runCommand(main)
