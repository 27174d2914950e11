// An operation as a call of the SDK, with the contract's own examples for its arguments.
import { resolve, type Contract, type Parameter, type Schema } from '../contract.ts'
import { facadeOf, type Method } from './facade.ts'
import { literal } from './literal.ts'

/** A program that calls the operation, for the docs page; nothing for an operation of no resource. */
export function sdkSample(contract: Contract, { operationId }: { operationId: string }): string | undefined {
  const method = facadeOf(contract)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === operationId)
  if (!method) return undefined
  const [server] = contract.servers ?? []
  const credential = { token: ['token: process.env.TOKEN'], apiKey: ['apiKey: process.env.API_KEY'], none: [] }[
    method.auth
  ]
  const settings = [`baseUrl: ${literal(server?.url ?? '')}`, ...credential].join(', ')
  return [
    "import { createFrontdesk } from '@frontdesk/client-sdk'",
    '',
    `const frontdesk = createFrontdesk({ ${settings} })`,
    exampleCall(contract, method),
  ].join('\n')
}

/** The call alone, on a `frontdesk` that is there. */
export function exampleCall(contract: Contract, method: Method): string {
  const { operation, resource, name, items, data, path, query, body } = method
  const ids = path.map((one) => literal(exampleOf(contract, one)))
  const filters = query.flatMap((one) => {
    const value = exampleOf(contract, one)
    return value === undefined ? [] : [[one.name, value] as const]
  })
  if (operation['x-sdk']?.upload === true) return exampleUpload(ids, Object.fromEntries(filters))
  const given = [
    ...ids,
    ...(body ? [literal(bodyExample(contract, method))] : []),
    ...(filters.length > 0 ? [literal(Object.fromEntries(filters))] : []),
  ]
  const call = `frontdesk.${resource}${name === undefined ? '' : `.${name}`}(${given.join(', ')})`
  if (items) return `for await (const item of ${call}) {\n  console.log(item)\n}`
  return data === 'undefined' ? `await ${call}` : `const result = await ${call}\nconsole.log(result)`
}

// The URL is a means: who reads the docs wants the file to arrive.
function exampleUpload(ids: string[], { fileName, contentType }: Record<string, unknown>): string {
  return [
    `const file = new Blob(['…'], ${literal({ type: contentType })})`,
    `const { key } = await frontdesk.cases.upload(${[...ids, 'file', literal({ fileName })].join(', ')})`,
    'console.log(key)',
  ].join('\n')
}

function bodyExample(contract: Contract, { operation: { operationId, requestBody } }: Method): unknown {
  const media = requestBody && resolve(contract, requestBody).content['application/json']
  const value: unknown = media?.example ?? firstOf(contract, media?.examples)
  if (value === undefined) throw new Error(`${operationId} has no example of its body`)
  return value
}

function exampleOf(contract: Contract, { example, examples, schema }: Parameter): unknown {
  return (example as unknown) ?? firstOf(contract, examples) ?? (schema && resolve<Schema>(contract, schema).example)
}

function firstOf(contract: Contract, examples: Parameter['examples'] = {}): unknown {
  const [first] = Object.values(examples)
  return first && resolve(contract, first).value
}
