// Removes resources from a copy of the tree, with all that names them.
import { removeUnusedApiKey } from '../api-key.ts'
import { arePictured, withoutPictures } from '../pictures.ts'
import { generate } from '../steps.ts'
import { filesBelow } from '../tree.ts'
import { resourcesOf, type Resource } from '../resources.ts'
import { recount, removeFromCode, removeFromTests } from './code.ts'
import { removeFromDocs, removeMentions } from './docs.ts'
import { removeFromContract } from './contract.ts'
import { removeExamples } from './example-files.ts'
import { removeRowsWithoutTest } from './held.ts'
import { pastOf } from './past.ts'
import { prune } from './prune.ts'

/** `root` is the tree itself, with its history. */
export async function removeResources(root: string, copy: string, resources: Resource[]): Promise<void> {
  const names = resources.map(({ name }) => name)
  const before = await filesBelow(copy)
  const removed = await Promise.all(
    resources.map(async (resource) => ({ resource, past: await pastOf(root, resource) })),
  )
  // The contract still has all of them.
  await removeFromDocs(copy, removed, resourcesOf(copy))
  await removeFromContract(copy, resources)
  await removeUnusedApiKey(copy)
  for (const { resource, past } of removed) {
    await removeFromCode(copy, resource, past)
    await removeFromTests(copy, resource, past)
  }
  await removeExamples(copy, names)
  const ids = resources.flatMap(({ operationIds }) => operationIds)
  if (await arePictured(copy, ids)) await withoutPictures(copy)
  await generate(copy)
  await prune(copy)
  const after = new Set(await filesBelow(copy))
  await removeMentions(
    copy,
    before.filter((file) => !after.has(file) && file.endsWith('.test.ts')),
  )
  await removeRowsWithoutTest(copy)
  await recount(copy)
}
