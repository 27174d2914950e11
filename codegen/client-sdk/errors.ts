// generated/client-sdk/errors.ts: the base class of all errors by its public name, and the ids that an error can carry.
import { namesOf } from '../names.ts'
import type { Contract } from '../contract.ts'
import { facadeOf } from './facade.ts'

export function renderErrors(contract: Contract): string {
  const methods = facadeOf(contract).flatMap((resource) => resource.methods)
  const ids = methods.flatMap(({ operation, name = '' }) => {
    const ask = methods.find((method) => method.operation.operationId === operation['x-sdk']?.wait?.operation)
    return (ask?.path ?? []).flatMap((id) => [
      `  /** Only when \`${name}AndWait\` failed after the start: what was started goes on under this id. */`,
      `  readonly ${id.name}: string | undefined`,
    ])
  })
  return [
    '/** The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead. */',
    `export { SdkError as ${namesOf(contract).identifier}Error } from '../../client-sdk/src/errors.ts'`,
    '',
    '/** The ids that an error can carry. */',
    `export interface StartedIds {${ids.length > 0 ? `\n${ids.join('\n')}\n` : ''}}`,
    '',
  ].join('\n')
}
