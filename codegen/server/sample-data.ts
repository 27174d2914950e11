// generated/sample-data.ts: which object in S3 each operation with x-sample-data returns.
import type { Model } from '../model.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, quote, table } from '../typescript/syntax.ts'

export function renderSampleData({ operations }: Model): string {
  const rows = operations.flatMap(({ operationId, sampleData }) =>
    sampleData === undefined ? [] : [member(operationId, quote(sampleData))],
  )
  return print([
    ['export const sampleData = ', table(rows), ' as const', hardline, hardline],
    ['export type SampleDataOperationId = keyof typeof sampleData', hardline],
  ])
}
