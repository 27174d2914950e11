// Reads spec/ into one document, held to the limits of the machinery.
import { join } from 'node:path'
import { projectRoot, type Contract } from './contract.ts'
import { readSpec } from './folder/read-spec.ts'
import { lineOf } from './lint/finding.ts'
import { modelOf, type Model } from './model.ts'

export async function readModel(root = projectRoot): Promise<Model> {
  return modelOf(await readContract(root))
}

/** Bundles spec/openapi.yaml into one document. Throws an error that names the place of each finding. */
export async function readContract(root = projectRoot): Promise<Contract> {
  const { document, findings } = await readSpec(join(root, 'spec/openapi.yaml'), 'limits')
  if (!document) throw new Error(findings.map(lineOf).join('\n'))
  return document
}
