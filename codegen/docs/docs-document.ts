// The document that the reference shows: the contract with samples, examples of its own failures, and ways to the site's pages.
import { methods } from '../contract.ts'
import type { Contract, Model } from '../model.ts'
import { withCodeSamples } from './code-samples.ts'
import { withOwnFailures } from './error-examples.ts'
import { addressOf, base } from './site/addresses.ts'

export function docsDocument(model: Model): Contract {
  // Redoc would leave out the tags that are in no group.
  const { 'x-tagGroups': _, ...document } = withOwnFailures(model, withCodeSamples(model))
  const logo = { url: `${base}icon.svg`, altText: `${model.names.title}: start of the docs`, href: base }
  const info = { ...document.info, 'x-logo': logo }
  return { ...document, info, paths: withWays(model, document.paths), servers: document.servers?.map(plain) ?? [] }
}

/** Redoc shows the description of a server as it is written, with its backticks. */
const plain = (server: NonNullable<Contract['servers']>[number]) =>
  server.description === undefined ? server : { ...server, description: server.description.replaceAll('`', '') }

/** Each operation leads to its own page, where it can be tried. */
function withWays(model: Model, paths: Contract['paths']): Contract['paths'] {
  const ids = new Map(model.operations.map(({ method, path, operationId }) => [`${method} ${path}`, operationId]))
  const copy = structuredClone(paths)
  for (const [path, item] of Object.entries(copy)) {
    for (const method of methods) {
      const operation = item?.[method]
      const id = ids.get(`${method} ${path}`)
      if (!operation || id === undefined) continue
      const way = `[Try it: who may call it, what it costs, and a panel](${addressOf.operation(id)})`
      operation.description = [operation.description, way].filter(Boolean).join('\n\n')
    }
  }
  return copy
}
