// The contract's frame around operations of a test, as a model.
import { modelOf, type Contract, type Model } from '../../model.ts'
import { readContract } from '../../read.ts'

const contract = await readContract()

export const json = (schema: object) => ({ 'application/json': { schema } })
export const ok = { 200: { description: 'Done', content: json({ type: 'object' }) } }

/** `paths` are written as in the contract; each operation gets what it lacks. */
export function offering(paths: Record<string, Record<string, object>>, schemas: object = {}): Model {
  const complete = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [
        method,
        { description: 'Does it.', security: [{ cognito: ['frontdesk/read'] }], responses: ok, ...operation },
      ]),
    ),
  ])
  // Safe cast: the tests write what the lint rules of the contract would accept, or see what is refused.
  return modelOf({
    ...contract,
    paths: Object.fromEntries(complete) as Contract['paths'],
    components: { ...contract.components, schemas },
  } as Contract)
}
