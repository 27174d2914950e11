// The SDK's public names and signatures, on which a user's code depends.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { combinedMethods, signatureOf } from './combined-methods.ts'
import { facadeOf, offeredSchemas } from './facade.ts'
import { argumentsOf, declared } from './signature.ts'

export function surfaceOf(model: Model): string[] {
  const methods = facadeOf(model).flatMap((resource) => [
    ...resource.methods.map((method) => {
      const { name = '', items, data } = method
      return `${resource.name}.${name}(${declared(argumentsOf(model, method)).join(', ')}): ${items ? `pages of ${items.type}` : data}`
    }),
    ...combinedMethods(model, resource).map((method) => `${resource.name}.${signatureOf(method)}`),
  ])
  const types = Object.keys(offeredSchemas(model)).map((name) => `type ${namesIn(model).schema(name)}`)
  return [...methods, ...types]
}
