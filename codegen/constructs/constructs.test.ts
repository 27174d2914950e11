// Each construct works end to end, or is refused at its place.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, writeFolder } from '../folder/folder.ts'
import { readSpec } from '../folder/read-spec.ts'
import { tryContract } from '../try-contract/try-contract.ts'
import { askedBy, type Handle } from '../try-contract/wire.ts'
import { contractOf, type Asked } from './construct.ts'
import { constructs } from './index.ts'
import { siblings, type Sibling } from './siblings.ts'

const working: Sibling[] = [...constructs.filter(({ refused }) => !refused), ...siblings]
const refusedOnes = constructs.filter(({ refused }) => refused)

let root: string
let handle: Handle
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'constructs-'))
  const spec = join(root, 'all.json')
  await writeFile(spec, JSON.stringify(contractOf(working), undefined, 1))
  const { files, findings } = await makeFolder({ spec })
  expect(findings).toEqual([])
  await writeFolder(join(root, 'all'), files ?? {})
  // Safe cast: the folder's handler has this type.
  ;({ handle } = (await import(pathToFileURL(join(root, 'all/example/handler.ts')).href)) as { handle: Handle })
})
afterAll(() => rm(root, { recursive: true }))

const requestOf = ({ line, headers = {}, type, body }: Asked) => {
  const [method = '', address = ''] = line.split(' ')
  return new Request(`http://localhost${address}`, {
    method,
    headers: { ...headers, ...(type && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  })
}
const statusOf = async (asked: Asked) => (await handle(await askedBy(requestOf(asked)))).status

describe.each(working)('$name', (construct) => {
  test('takes what is right, and refuses what is wrong', async () => {
    for (const asked of construct.right) expect(await statusOf(asked), JSON.stringify(asked)).toBe(200)
    for (const asked of construct.wrong) expect([400, 415], JSON.stringify(asked)).toContain(await statusOf(asked))
  })
})

test('all of them are generated, type-checked, in the SDK and in the mock', async () => {
  expect(await tryContract(join(root, 'all.json'))).toMatchObject({ verdict: 'works', reasons: [], unclear: [] })
})

test.each(refusedOnes)('refused: $name', async (construct) => {
  const spec = join(root, 'refused.json')
  await writeFile(spec, JSON.stringify(contractOf([construct]), undefined, 1))
  const { findings } = await readSpec(spec, 'carried')
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([construct.refused?.rule]))
  expect(findings[0]?.line).toBeGreaterThan(5)
})
