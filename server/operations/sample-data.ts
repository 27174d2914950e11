// The operations that x-sample-data makes: each answers with a JSON object from S3.
import { sampleData, type SampleDataOperationId } from '../../generated/sample-data.ts'
import type { Operation } from '../operation.ts'

export type SampleDataOperations = { [Id in SampleDataOperationId]: Operation<Id> }

const entries = Object.entries(sampleData).map(([operationId, { object, schemaPointer }]) => {
  const operation = async (_request: unknown, { samples }: Parameters<Operation<SampleDataOperationId>>[1]) => ({
    status: 200,
    body: await samples.read(object, schemaPointer),
  })
  return [operationId, operation]
})

/** Sound: there is one entry for each id, and `read` has held the body against the id's schema. */
export const sampleDataOperations = Object.fromEntries(entries) as SampleDataOperations
