// Tries contracts made at random, and says which of them do not work, each with its document.
import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryContracts } from '../try-contract/try-contract.ts'
import { contracts } from './contracts.ts'

/** The reasons, and the operations that were asked. `unclear` counts those for which no value was found. */
export async function tryRandom(seed: number, numRuns: number) {
  const documents = fc.sample(contracts, { seed, numRuns })
  const folder = await mkdtemp(join(tmpdir(), 'random-'))
  const files = documents.map((_, at) => join(folder, `${at}.json`))
  await Promise.all(files.map((file, at) => writeFile(file, JSON.stringify(documents[at], undefined, 1))))
  const verdicts = await tryContracts(files)
  await rm(folder, { recursive: true })
  const failures = verdicts.flatMap(({ verdict, reasons }, at) =>
    verdict === 'works' ? [] : reasons.map((reason) => `${seed}/${at} ${verdict}: ${reason}`),
  )
  return {
    failures,
    operations: verdicts.reduce((sum, { operations }) => sum + operations, 0),
    unclear: verdicts.flatMap(({ unclear }, at) => unclear.map((text) => `${seed}/${at}: ${text}`)),
  }
}
