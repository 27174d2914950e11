// The custom resource that fills the products table of a dev stage: CloudFormation's event → putCatalogue.
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { putCatalogue } from '../server/sample-data/catalogue.ts'
import { createDocuments } from '../server/repositories/documents.ts'
import { createProducts } from '../server/repositories/products.ts'
import { openTable } from '../server/repositories/table.ts'

export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  const { RequestType, ResourceProperties, ResponseURL, StackId, RequestId, LogicalResourceId } = event
  // Safe cast: infra/sample-data.ts gives these properties.
  const { TableName, Shards } = ResourceProperties as unknown as Record<'TableName' | 'Shards', string>
  const table = openTable('products', 'catalogue', { documents: createDocuments(), tableName: TableName })
  const products = createProducts(table, Number(Shards))
  // The deletion of this resource deletes no product. The table has its own removal policy.
  const put = RequestType === 'Delete' ? Promise.resolve() : putCatalogue(products)
  const outcome = await put.then(
    () => ({ Status: 'SUCCESS' as const }),
    (error: unknown) => ({ Status: 'FAILED' as const, Reason: String(error) }),
  )
  const answer = { StackId, RequestId, LogicalResourceId, PhysicalResourceId: `catalogue-of-${TableName}`, ...outcome }
  const { ok, status } = await fetch(ResponseURL, { method: 'PUT', body: JSON.stringify(answer) })
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`)
}
