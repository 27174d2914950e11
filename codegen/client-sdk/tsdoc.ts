// The TSDoc of a method, from the contract's texts about its operation.
import type { Model } from '../model.ts'
import { errorNameOf } from './error-names.ts'
import type { Method } from './facade.ts'
import { exampleCall } from './sample.ts'
import { argumentsOf } from './signature.ts'

/** Description, arguments, answer, failures by class and status, and an example that works. */
export function methodDoc(model: Model, method: Method): string {
  const { operation, problems } = method
  const [success] = operation.successes
  return [
    descriptionOf(operation),
    '',
    ...(operation.deprecated ? [deprecatedLine(operation)] : []),
    ...argumentsOf(model, method).map(({ name, description }) => `@param ${name} - ${description}`),
    ...(success?.description ? [`@returns ${success.description}`] : []),
    ...problems.map(({ key, description }) => `@throws {@link ${errorNameOf(model, key)}} (${key}) ${description}`),
    '@example',
    '```ts',
    exampleCall(model, method),
    '```',
  ].join('\n')
}

const deprecatedLine = ({ retirement }: Method['operation']) =>
  `@deprecated${retirement ? ` It may be gone from ${retirement.sunset} on.` : ''}`

/** An operation without a text is at least named. */
export const descriptionOf = ({ description, summary, method, path }: Method['operation']): string =>
  description || summary || `${method.toUpperCase()} ${path}`
