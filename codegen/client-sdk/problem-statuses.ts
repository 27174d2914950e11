// generated/client-sdk/problem-statuses.ts: the statuses that each operation can fail with.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { block, member, quote, table } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'

export function renderProblemStatuses(model: Model): string {
  const rows = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .map(({ operation, problems }) => member(operation.operationId, valueOf(problems.map(({ key }) => statusOf(key)))))
  const keys = new Set(
    facadeOf(model).flatMap(({ methods }) => methods.flatMap(({ problems }) => problems.map(({ key }) => key))),
  )
  // Only a contract with ranges or `default` pays for them.
  const others = [
    ...([...keys].some((key) => /xx$/i.test(key)) ? ['`${String(status).charAt(0)}XX`'] : []),
    ...(keys.has('default') ? [quote('default')] : []),
  ]
  const test =
    others.length > 0
      ? `[status, ${others.join(', ')}].some((key) => documented.includes(key))`
      : 'documented.includes(status)'
  return print([
    ['export const problemStatuses = ', table(rows), ' as const', hardline, hardline],
    comment('Whether the operation documents a failure of this status.'),
    'export function isDocumented(operation: keyof typeof problemStatuses, status: number): boolean ',
    block([
      `const documented: readonly ${others.length > 0 ? '(number | string)' : 'number'}[] = problemStatuses[operation]`,
      `return ${test}`,
    ]),
    hardline,
  ])
}

/** A range in capitals, however the contract writes it. */
export const rangeOf = (key: string): string => key.replace(/xx$/, 'XX')

/** A status, or a range (`4XX`) or `default` as it is. */
const statusOf = (key: string): number | string => (/^\d+$/.test(key) ? Number(key) : rangeOf(key))
