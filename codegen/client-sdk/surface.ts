// The SDK's public names and signatures, on which a user's code depends.
import type { Model } from '../model.ts'
import { facadeOf, offeredSchemas } from './facade.ts'
import { combinedMethods, signatureOf } from './combined-methods.ts'
import { argumentsOf, declared } from './signature.ts'

export function surfaceOf(model: Model): string[] {
  const methods = facadeOf(model).flatMap((resource) => [
    ...resource.methods.map((method) => {
      const { name = '', items, data } = method
      return `${resource.name}.${name}(${declared(argumentsOf(method)).join(', ')}): ${items ? `pages of ${items.type}` : data}`
    }),
    ...combinedMethods(model, resource).map((method) => `${resource.name}.${signatureOf(method)}`),
  ])
  const types = Object.entries(offeredSchemas(model))
    .filter(([, { type }]) => type === 'object')
    .map(([name]) => `type ${name}`)
  return [...methods, ...types]
}
