// generated/client-sdk/problem-statuses.ts: the statuses that each operation can fail with.
import type { Model } from '../model.ts'
import { valueOf } from '../typescript/literal.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'
import { facadeOf } from './facade.ts'

export function renderProblemStatuses(model: Model): string {
  const rows = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .map(({ operation, problems }) => member(operation.operationId, valueOf(problems.map(({ key }) => statusOf(key)))))
  return print(['export const problemStatuses = ', table(rows), ' as const', hardline])
}

/** A status, or a range (`4XX`) or `default` as it is. */
const statusOf = (key: string): number | string => (/^\d+$/.test(key) ? Number(key) : key)
