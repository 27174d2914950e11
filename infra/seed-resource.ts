// The custom resource that fills one table of a dev stage: CloudFormation's event → the seed of the table.
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { createDocuments } from '../server/repositories/documents.ts'
import { seeds } from '../server/sample-data/seeds.ts'

export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  const { RequestType, ResourceProperties, ResponseURL, StackId, RequestId, LogicalResourceId } = event
  // Safe cast: infra/sample-data.ts gives these properties.
  const properties = ResourceProperties as unknown as Properties
  // The deletion of this resource deletes no item. The table has its own removal policy.
  const filled = RequestType === 'Delete' ? Promise.resolve() : fill(properties)
  const outcome = await filled.then(
    () => ({ Status: 'SUCCESS' as const }),
    (error: unknown) => ({ Status: 'FAILED' as const, Reason: String(error) }),
  )
  const PhysicalResourceId = `seed-of-${properties.TableName}`
  const answer = { StackId, RequestId, LogicalResourceId, PhysicalResourceId, ...outcome }
  const { ok, status } = await fetch(ResponseURL, { method: 'PUT', body: JSON.stringify(answer) })
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`)
}

type Properties = Record<'Table' | 'TableName' | 'Shards', string>

async function fill({ Table, TableName, Shards }: Properties) {
  const seed = new Map(Object.entries(seeds)).get(Table)
  if (!seed) throw new Error(`The table ${Table} has no seed.`)
  await seed.fill({ documents: createDocuments(process.env), tableName: TableName }, Number(Shards))
}
