// Reads spec/ with Redocly and bundles it into one document. Only this file of codegen's main path loads Redocly.
import { bundle, createConfig } from '@redocly/openapi-core'
import { projectRoot, type Contract } from './contract.ts'
import plugin from './lint/plugin.ts'
import { modelOf, type Model } from './model.ts'

export async function readModel(root = projectRoot): Promise<Model> {
  return modelOf(await readContract(root))
}

/** Bundles spec/openapi.yaml into one document. Throws an error that names the place of each problem. */
export async function readContract(root = projectRoot): Promise<Contract> {
  const config = await createConfig({ plugins: [plugin()] })
  const { bundle: document, problems } = await bundle({ ref: `${root}/spec/openapi.yaml`, config })
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    const places = errors.map(({ message, location }) => {
      const [place] = location
      return `${place ? `${place.source.absoluteRef} ${place.pointer ?? ''}` : 'spec'}: ${message}`
    })
    throw new Error(places.join('\n'))
  }
  // Safe cast: Redocly found no error in the document's structure.
  return document.parsed as Contract
}
