// The TSDoc of a method, from the contract's texts about its operation.
import type { Model } from '../model.ts'
import { errorNameOf } from './error-names.ts'
import type { Method } from './facade.ts'
import { exampleCall } from './sample.ts'
import { argumentsOf } from './signature.ts'

/** Description, arguments, answer, failures by class and status, and an example that works. */
export function methodDoc(model: Model, method: Method): string {
  const { operation, statuses, problems } = method
  const success = operation.answers.find(({ status }) => status === statuses[0])
  return [
    operation.description,
    '',
    ...argumentsOf(method).map(({ name, description }) => `@param ${name} - ${description}`),
    ...(success ? [`@returns ${success.description}`] : []),
    ...problems.map(
      ({ status, description }) => `@throws {@link ${errorNameOf(model, status)}} (${status}) ${description}`,
    ),
    '@example',
    '```ts',
    exampleCall(model, method),
    '```',
  ].join('\n')
}
