// generated/client-sdk/errors.ts: the base class of all errors by its public name, and what the contract adds to errors.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, indent, print, type Doc } from '../typescript/print.ts'
import { block, key, quote } from '../typescript/syntax.ts'
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
    return (ask?.path ?? []).map((id) => [comment(doc), `readonly ${key(id.name)}: string | undefined`])
  })
  const place = hasPlaces(model)
    ? "NonNullable<components['schemas']['Problem']['errors']>[number]"
    : '{ detail: string; pointer?: string; parameter?: string }'
  const slugs = Object.keys(model.problemTypes)
  const types =
    slugs.length > 0 ? [...slugs.map((slug) => quote(`/docs/problems/${slug}`)), "'about:blank'"] : ['string']
  return print([
    ...(hasPlaces(model) ? ["import type { components } from '../api.ts'", hardline, hardline] : []),
    [comment(base), `export { SdkError as ${namesIn(model).client.error} } from '${runtime}/errors.ts'`],
    [hardline, hardline],
    [comment(kinds), 'export type ProblemType =', indent(types.map((type) => [hardline, '| ', type]))],
    [hardline, hardline],
    [comment('The ids that an error can carry.'), 'export interface StartedIds '],
    [ids.length > 0 ? block(ids) : '{}', hardline, hardline],
    comment('One wrong place in a request: `pointer` leads into the body, `parameter` names a parameter.'),
    `export type ProblemPlace = ${place}`,
    hardline,
  ])
}

/** Whether the contract says what a wrong place is. */
const hasPlaces = ({ schemas }: Model) => schemas.Problem?.properties?.errors?.type === 'array'
