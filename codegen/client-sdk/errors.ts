// generated/client-sdk/errors.ts: the base class of all errors by its public name, and the ids that an error can carry.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print, type Doc } from '../typescript/print.ts'
import { block } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'
import { runtime } from './runtime.ts'

const base =
  'The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead.'

export function renderErrors(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const ids = methods.flatMap(({ operation, name = '' }): Doc[] => {
    const ask = methods.find((method) => method.operation.operationId === operation.sdk.wait?.operation)
    const doc = `Only when \`${name}AndWait\` failed after the start: what was started goes on under this id.`
    return (ask?.path ?? []).map((id) => [comment(doc), `readonly ${id.name}: string | undefined`])
  })
  return print([
    [
      comment(base),
      `export { SdkError as ${model.names.identifier}Error } from '${runtime}/errors.ts'`,
      hardline,
      hardline,
    ],
    [comment('The ids that an error can carry.'), 'export interface StartedIds '],
    [ids.length > 0 ? block(ids) : '{}', hardline],
  ])
}
