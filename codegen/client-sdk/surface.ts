// The SDK's public names as a contract gives them: what a user's code would miss if it were gone.
import { resolve, type Contract, type Schema } from '../contract.ts'
import { facadeOf } from './facade.ts'
import { helpersOf } from './helpers.ts'
import { argumentsOf, declared } from './signature.ts'

export function surfaceOf(contract: Contract): string[] {
  const methods = facadeOf(contract).flatMap((resource) => [
    ...resource.methods.map((method) => {
      const { name = '', items, data } = method
      return `${resource.name}.${name}(${declared(argumentsOf(method))}): ${items ? `pages of ${items.type}` : data}`
    }),
    ...helpersOf(contract, resource).map(({ signature }) => `${resource.name}.${signature}`),
  ])
  const types = Object.entries(contract.components?.schemas ?? {})
    .filter(([, schema]) => resolve<Schema>(contract, schema).type === 'object')
    .map(([name]) => `type ${name}`)
  return [...methods, ...types]
}
