// The operations that the contract marks with x-sample-data: each answers with a JSON object from S3.
import { sampleData, type SampleDataOperationId } from '../../generated/sample-data.ts'
import { validators } from '../../generated/validators/index.ts'
import type { Context, Operation } from '../operation.ts'

export type SampleDataOperations = { [Id in SampleDataOperationId]: Operation<Id> }

const entries = (Object.keys(sampleData) as SampleDataOperationId[]).map((operationId) => {
  const operation = async (_request: unknown, { samples }: Context) => {
    const { [operationId]: own } = await validators[operationId]()
    return { status: 200, body: await samples.read(sampleData[operationId], own.answer) }
  }
  return [operationId, operation]
})

/** Safe cast: there is one entry for each id, and `read` has validated the body against the operation's answer. */
export const sampleDataOperations = Object.fromEntries(entries) as SampleDataOperations
