// The pictures of the README and the docs show the present pages. No browser runs here: their sources are compared.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawn, folder, photographed, record, type Photographed } from './pictures/made-from.ts'
import { dashboardPicture } from './pictures/dashboard.ts'
import { terminalPicture } from './pictures/terminal.ts'
import { workflowPicture } from './pictures/workflow.ts'

const again = 'Run npm run pictures.'
const mostBytes = 200_000

async function readRecord(): Promise<Photographed> {
  // Safe cast: the script has written it.
  return JSON.parse(await readFile(join(folder, record), 'utf8')) as Photographed
}

test('the drawn pictures are those of the present sources', async () => {
  for (const [file, svg] of Object.entries(await drawn())) {
    expect(await readFile(join(folder, file), 'utf8'), `${file}: ${again}`).toBe(svg)
  }
})

test('the pictures of pages were made from the present pages', async () => {
  const recorded = await readRecord()
  expect(recorded, again).toEqual(await photographed(recorded))
})

test('an operation or a table that comes later makes no picture wrong, and one that goes does', async () => {
  const all = await photographed()
  const { operations, tables } = all
  for (const fewer of [
    { operations: operations.slice(1), tables },
    { operations, tables: tables.slice(1) },
  ]) {
    const { pages, ...shown } = await photographed(fewer)
    expect(shown).toEqual(fewer)
    expect(pages).not.toEqual(all.pages)
  }
  expect(await photographed({ operations: [...operations, 'goneLater'], tables: [...tables, 'goneLater'] })).toEqual(
    all,
  )
})

test('each picture is small, is made by the script, and is used in a page', async () => {
  const made = [...Object.keys(await drawn()), ...Object.keys((await readRecord()).pages)]
  expect((await readdir(folder)).sort()).toEqual([...made, record].sort())
  const pages = await Promise.all(
    ['README.md', 'docs/guides/first-request.md', 'docs/workflow.md', 'docs/runbook.md', 'docs/development.md'].map(
      (page) => readFile(page, 'utf8'),
    ),
  )
  for (const file of made) {
    expect((await stat(join(folder, file))).size, file).toBeLessThan(mostBytes)
    expect(pages.filter((page) => page.includes(`pictures/${file}`)).length, file).toBeGreaterThan(0)
  }
})

test('another source makes another picture', () => {
  expect(terminalPicture('```sh\nnpm start\n```')).toContain('$ npm start')
  expect(dashboardPicture(`dashboard.addWidgets(\n    graph('Coffee', [gateway('Cups', Stats.SUM)]),\n)`)).toContain(
    'Coffee',
  )
  const one = { StartAt: 'Only', Comment: 'One.', States: { Only: { Type: 'Pass', End: true } } }
  expect(workflowPicture(one)).toContain('>Only</text>')
})
