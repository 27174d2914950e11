// What the contract says of an operation, as the TSDoc of its method.
import type { Contract } from '../contract.ts'
import { errorNameOf } from './error-names.ts'
import type { Method } from './facade.ts'
import { argumentsOf } from './signature.ts'
import { exampleCall } from './sample.ts'

/** Summary, description, arguments, answer, failures by class and status, and an example that works. */
export function methodDoc(contract: Contract, method: Method): string {
  const { operation, statuses, problems } = method
  const { description = '', responses } = operation
  const parameters = argumentsOf(method).map(({ name, description: text }) => `@param ${name} - ${text}`)
  const [success] = statuses.map((status) => (responses[status] as { description: string }).description)
  return [
    description,
    '',
    ...parameters,
    ...(success === undefined ? [] : [`@returns ${success}`]),
    ...problems.map(
      ({ status, description: text }) => `@throws {@link ${errorNameOf(contract, status)}} (${status}) ${text}`,
    ),
    '@example',
    '```ts',
    exampleCall(contract, method),
    '```',
  ].join('\n')
}
