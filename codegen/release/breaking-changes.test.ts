// Made-up releases: each change of the contract, with and without changesets that say enough.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rateSurface, refusalOf, tooSmallABump } from './breaking-changes.ts'
import { askedBy, inVersion } from './change.ts'
import { pendingBump, pendingChangesets } from './changesets.ts'
import { compareContracts } from './compare.ts'
import { contractDiff } from './diff.ts'
import { breaking, changed as changedMade, made } from './testing/breaks.ts'
import type { Contract } from '../model.ts'

type Document = Contract & { components: { schemas: Record<string, { required: string[]; enum: string[] }> } }

const text = await readFile('generated/openapi.json', 'utf8')
const contract = JSON.parse(text) as Contract
const changed = (change: (document: Document) => void): Contract => {
  const copy = JSON.parse(text) as Document
  change(copy)
  return copy
}
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function project({
  released,
  changeset,
  said = 'A change.',
  version = '1.0.0',
}: {
  released?: Contract
  changeset?: string
  said?: string
  version?: string
}) {
  const root = await mkdtemp(join(tmpdir(), 'release-'))
  folders.push(root)
  for (const folder of ['spec/released', 'generated', 'client-sdk', '.changeset'])
    await mkdir(join(root, folder), { recursive: true })
  if (released) await writeFile(join(root, 'spec/released/openapi.json'), JSON.stringify(released))
  await writeFile(join(root, 'generated/openapi.json'), text)
  await writeFile(join(root, 'client-sdk/package.json'), JSON.stringify({ version }))
  await writeFile(join(root, '.changeset/README.md'), 'About changesets.')
  if (changeset)
    await writeFile(
      join(root, '.changeset/brave-cats.md'),
      `---\n'@frontdesk/client-sdk': ${changeset}\n---\n\n${said}\n`,
    )
  return root
}

const removed = changed(
  ({ paths }) =>
    (paths['/gone'] = {
      get: { operationId: 'getGone', tags: ['system'], responses: { 200: { description: 'Gone.' } } },
    }),
)
const added = changed(({ paths }) => delete paths['/status'])
const widened = changed(({ components }) => components.schemas.ChatInput?.required.push('history'))
const reworded = changed(({ info }) => (info.description = 'Other words'))

test('before the first release everything passes', async () => {
  expect(await tooSmallABump(await project({}))).toBeUndefined()
})

test('what has not changed needs nothing', async () => {
  expect(await tooSmallABump(await project({ released: contract }))).toBeUndefined()
})

test.each([
  ['an operation that is gone', removed, 'minor', 'major'],
  ['an operation that is new', added, 'patch', 'minor'],
  ['a member that need not be given any more', widened, 'none', 'patch'],
  ['other words', reworded, 'none', 'patch'],
])('%s', async (_, released, tooSmall, enough) => {
  const refused = await tooSmallABump(await project({ released, ...(tooSmall !== 'none' && { changeset: tooSmall }) }))
  expect(refused).toContain(`is a ${tooSmall} bump`)
  expect(await tooSmallABump(await project({ released, changeset: 'major' }))).toBeUndefined()
  if (enough !== 'patch') expect(await tooSmallABump(await project({ released, changeset: enough }))).toBeUndefined()
})

test('before 1.0.0 a breaking change is a minor one, and a changeset names it', async () => {
  const at = (changeset: string, said?: string) =>
    project({ released: removed, changeset, version: '0.3.0', ...(said && { said }) }).then(tooSmallABump)
  expect(await at('patch')).toContain('It takes a minor one')
  expect(await at('minor')).toContain('getGone: GET /gone is gone.')
  expect(await at('minor', 'Breaking: getGone is gone.')).toBeUndefined()
  expect(inVersion('0.3.0', 'minor')).toBe('patch')
  expect(inVersion('10.3.0', 'major')).toBe('major')
})

describe.each(breaking)('%s', (_, change, sentence) => {
  const changes = compareContracts(made, changedMade(change))
  const compared = (version: string) => ({ version, change: 'major' as const, changes })
  const operations = changes.flatMap(({ at, text }) => [...at, text]).join(' ')

  test('is refused with a plain sentence, unless a changeset says enough', () => {
    for (const changesets of [[], [{ bump: 'patch' as const, text: 'A change.' }]]) {
      for (const version of ['0.1.0', '1.0.0']) {
        const refused = refusalOf(compared(version), changesets)
        expect(refused).toContain(`It takes a ${inVersion(version, 'major')} one: run npx changeset`)
        // A change that asks for more on the wire can stand beside this one.
        if (askedBy(changes.find(({ text }) => text === sentence) ?? { text: '', at: [], asks: {} }) === 'major')
          expect(refused).toContain(sentence)
      }
    }
    expect(refusalOf(compared('1.0.0'), [{ bump: 'major', text: 'A change.' }])).toBeUndefined()
  })

  test('is named by a changeset before 1.0.0', () => {
    const minor = (text: string) => refusalOf(compared('0.1.0'), [{ bump: 'minor', text }])
    expect(minor('A new operation.')).toContain('The contract breaks its last release, and no changeset says so.')
    expect(minor('Breaking: something else.')).toContain(sentence)
    expect(minor(`A change.\n\nBreaking: ${operations}`)).toBeUndefined()
  })
})

test('a changeset of another package, and the README, ask for nothing', async () => {
  const root = await project({})
  await writeFile(join(root, '.changeset/other.md'), "---\n'another': major\n---\n\nIts change.\n")
  expect(pendingBump(await pendingChangesets(join(root, '.changeset')))).toBe('none')
  await writeFile(join(root, '.changeset/own.md'), '---\n"@frontdesk/client-sdk": patch\n---\n\nA change.\n')
  expect(pendingBump(await pendingChangesets(join(root, '.changeset')))).toBe('patch')
  expect(pendingBump(await pendingChangesets(join(root, 'nowhere')))).toBe('none')
})

test('what Redocly rates as a patch but breaks the SDK is a major change', () => {
  const moved = changed(({ paths }) => Object.assign(paths['/users']?.get ?? {}, { tags: ['system'] }))
  const renamed = changed(({ paths }) => Object.assign(paths['/users']?.get ?? {}, { 'x-sdk': { name: 'users' } }))
  expect(rateSurface(contract, moved)).toBe('major')
  expect(rateSurface(contract, renamed)).toBe('major')
  expect(rateSurface(contract, contract)).toBe('none')
})

test('npm run contract:diff tells the changes, as JSON and as Markdown too', async () => {
  const root = await project({ released: removed, changeset: 'minor', version: '0.3.0' })
  expect(await contractDiff([], root)).toContain('  major  getGone: GET /gone is gone.')
  expect(await contractDiff([], root)).toContain(
    'The change is major. After @frontdesk/client-sdk 0.3.0 it asks for a minor version; the changesets say minor.',
  )
  const from = join(root, 'generated/openapi.json')
  expect(await contractDiff(['--from', from, '--markdown'], root)).toContain('Nothing has changed')
  expect(JSON.parse((await contractDiff(['--json'], root)) ?? '')).toMatchObject({
    version: '0.3.0',
    change: 'major',
    asks: 'minor',
    pending: 'minor',
  })
  await expect(contractDiff(['--from', 'nowhere.json'], root)).rejects.toThrow('there is no file nowhere.json')
  await expect(contractDiff([], await project({}))).rejects.toThrow('there is no release yet')
})
