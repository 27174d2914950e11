// Removes resources from a copy of the tree, with all that names them.
import { removeUnusedApiKey } from '../api-key.ts'
import { generate } from '../steps.ts'
import { resourcesOf, type Resource } from '../resources.ts'
import { recount, removeFromCode, removeFromTests } from './code.ts'
import { removeFromDocs } from './docs.ts'
import { removeFromContract } from './contract.ts'
import { removeExamples } from './example-files.ts'
import { prune } from './prune.ts'

export async function removeResources(copy: string, resources: Resource[]): Promise<void> {
  // The contract still has all of them.
  await removeFromDocs(copy, resources, resourcesOf(copy))
  await removeFromContract(
    copy,
    resources.map(({ name }) => name),
  )
  await removeUnusedApiKey(copy)
  for (const resource of resources) {
    await removeFromCode(copy, resource)
    await removeFromTests(copy, resource)
  }
  await removeExamples(
    copy,
    resources.map(({ name }) => name),
  )
  await generate(copy)
  await prune(copy)
  await recount(copy)
}
