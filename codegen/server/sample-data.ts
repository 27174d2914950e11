// generated/sample-data.ts: which object in S3 each operation with x-sample-data returns.
import { operationsOf, type Contract } from '../contract.ts'

export function renderSampleData(contract: Contract): string {
  const rows = operationsOf(contract).flatMap(({ operationId, 'x-sample-data': object }) =>
    object === undefined ? [] : [`  ${operationId}: ${JSON.stringify(object)},`],
  )
  const table = ['export const sampleData = {', ...rows, '} as const']
  return [...table, '', 'export type SampleDataOperationId = keyof typeof sampleData', ''].join('\n')
}
