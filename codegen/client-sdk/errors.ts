// generated/client-sdk/errors.ts: the base class of all errors by its public name, the kinds of problems, and the ids that
// an error can carry.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, indent, print, type Doc } from '../typescript/print.ts'
import { block, quote } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'
import { runtime } from './runtime.ts'

const base =
  'The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead.'

const kinds =
  'The kinds of problems that the contract knows, and `about:blank` for an answer that is no problem document. Something in front of the service may answer a kind of its own.'

export function renderErrors(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const ids = methods.flatMap(({ operation, name = '' }): Doc[] => {
    const ask = methods.find((method) => method.operation.operationId === operation.sdk.wait?.operation)
    const doc = `Only when \`${name}AndWait\` failed after the start: what was started goes on under this id.`
    return (ask?.path ?? []).map((id) => [comment(doc), `readonly ${id.name}: string | undefined`])
  })
  const slugs = Object.keys(model.problemTypes)
  const types =
    slugs.length > 0 ? [...slugs.map((slug) => quote(`/docs/problems/${slug}`)), "'about:blank'"] : ['string']
  return print([
    [
      comment(base),
      `export { SdkError as ${model.names.identifier}Error } from '${runtime}/errors.ts'`,
      hardline,
      hardline,
    ],
    [
      comment(kinds),
      'export type ProblemType =',
      indent(types.map((type) => [hardline, '| ', type])),
      hardline,
      hardline,
    ],
    [comment('The ids that an error can carry.'), 'export interface StartedIds '],
    [ids.length > 0 ? block(ids) : '{}', hardline],
  ])
}
