// The type of a proposal, for any contract: a member for each tool of the assistant that writes.
import { expect, test } from 'vitest'
import { renderApiTypes } from '../api-types.ts'
import { modelOf } from '../model.ts'
import { readModel } from '../read.ts'

const model = await readModel()

/** The type of the schema in the module's text. */
const typeIn = (source: string) => /^ {4}ChatProposal:[^]*?(?=^ {4}(?:\/\*\*|[A-Z]))/m.exec(source)?.[0] ?? ''
const idsIn = (source: string) => [...typeIn(source).matchAll(/operationId: '(\w+)'/g)].map(([, id]) => id)

test('a proposal names a write, and its arguments are those of the write, without headers', async () => {
  const source = renderApiTypes(model)
  expect(idsIn(source)).toEqual(
    model.operations
      .filter(({ agents }) => agents?.to.includes('assistant') && agents.kind !== 'read')
      .map(({ operationId }) => operationId),
  )
  expect(typeIn(source)).not.toMatch(/ifMatch|idempotencyKey/i)
})

test('a contract without tools that write has plain proposals', async () => {
  const document = structuredClone(model.document)
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item ?? {}))
      if (typeof operation === 'object') Reflect.deleteProperty(operation, 'x-agents')
  }
  const source = renderApiTypes(modelOf(document))
  expect(typeIn(source)).toMatch(/operationId: components\['schemas'\]\['ChatOperationId'\]/)
})
