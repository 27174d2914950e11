// generated/sample-data.ts: which object in S3 each operation with x-sample-data returns, and where its schema is.
import { operationsOf, type Contract } from './contract.ts'

export function renderSampleData(contract: Contract): string {
  const rows = operationsOf(contract).flatMap(({ operationId, path, method, 'x-sample-data': object }) => {
    if (object === undefined) return []
    const steps = ['paths', path, method, 'responses', '200', 'content', 'application/json', 'schema']
    const schemaPointer = steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    return [`  ${operationId}: ${JSON.stringify({ object, schemaPointer })},`]
  })
  const table = ['export const sampleData = {', ...rows, '} as const']
  return [...table, '', 'export type SampleDataOperationId = keyof typeof sampleData', ''].join('\n')
}
