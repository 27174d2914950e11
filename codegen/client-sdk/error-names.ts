// generated/client-sdk/error-names.ts: the SDK's error classes by status.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, quote, table } from '../typescript/syntax.ts'

export function renderErrorNames({ sdkErrors }: Model): string {
  const rows = Object.entries(sdkErrors).map(([status, name]) => member(status, quote(name)))
  const doc = 'Status → the name of the class. `5XX` stands for every other failure of the service.'
  return print([comment(doc), 'export const errorNames = ', table(rows), ' as const', hardline])
}

/** The class of a status. */
export const errorNameOf = ({ sdkErrors }: Model, status: number): string =>
  sdkErrors[status] ?? sdkErrors[`${String(status).charAt(0)}XX`] ?? 'ProblemError'
