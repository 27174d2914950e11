// Made-up releases: each change of the contract, with and without changesets that say enough.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { inVersion, pendingBump, rateSurface, tooSmallABump } from './breaking-changes.ts'
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
  version = '1.0.0',
}: {
  released?: Contract
  changeset?: string
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
      `---\n'@frontdesk/client-sdk': ${changeset}\n---\n\nA change.\n`,
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
const widened = changed(({ components }) => components.schemas.CaseInput?.required.push('metadata'))
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

test('before 1.0.0 a breaking change is a minor one', async () => {
  expect(
    await tooSmallABump(await project({ released: removed, changeset: 'minor', version: '0.3.0' })),
  ).toBeUndefined()
  expect(await tooSmallABump(await project({ released: removed, changeset: 'patch', version: '0.3.0' }))).toContain(
    'minor',
  )
  expect(inVersion('0.3.0', 'minor')).toBe('patch')
  expect(inVersion('10.3.0', 'major')).toBe('major')
})

test('a changeset of another package, and the README, ask for nothing', async () => {
  const root = await project({})
  await writeFile(join(root, '.changeset/other.md'), "---\n'another': major\n---\n\nIts change.\n")
  expect(await pendingBump(join(root, '.changeset'))).toBe('none')
  await writeFile(join(root, '.changeset/own.md'), '---\n"@frontdesk/client-sdk": patch\n---\n\nA change.\n')
  expect(await pendingBump(join(root, '.changeset'))).toBe('patch')
  expect(await pendingBump(join(root, 'nowhere'))).toBe('none')
})

test('what Redocly rates as a patch but breaks the SDK is a major change', () => {
  const moved = changed(({ paths }) => Object.assign(paths['/users']?.get ?? {}, { tags: ['system'] }))
  const renamed = changed(({ paths }) => Object.assign(paths['/users']?.get ?? {}, { 'x-sdk': { name: 'users' } }))
  expect(rateSurface(contract, moved)).toBe('major')
  expect(rateSurface(contract, renamed)).toBe('major')
  expect(rateSurface(contract, contract)).toBe('none')
})
