// Takes the data of a running local cloud back to those of a new one.
import { DeleteObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, DeleteCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { tables, type TableDefinition } from '../server/repositories/tables.ts'
import { tableNames } from './emulators/dynamodb/index.ts'
import { buckets, credentials, region } from './environment.ts'
import { fillTables } from './seed.ts'

/** @param dynamodb The address of the tables themselves: nothing that follows a stream sees these deletions. */
export async function resetData({ dynamodb, s3 }: { dynamodb: string; s3: string }) {
  await Promise.all([emptyTables(dynamodb), emptyBucket(s3)])
  await fillTables()
}

async function emptyTables(endpoint: string) {
  const client = new DynamoDBClient({ endpoint, region, credentials })
  const documents = DynamoDBDocumentClient.from(client)
  for (const { environmentVariable, partitionKey } of Object.values<TableDefinition>(tables)) {
    const TableName = tableNames[environmentVariable] ?? ''
    for await (const { Items = [] } of paginateScan({ client: documents }, { TableName, ConsistentRead: true })) {
      const keys = Items.map((item) => ({ [partitionKey]: item[partitionKey] as string }))
      await Promise.all(keys.map((Key) => documents.send(new DeleteCommand({ TableName, Key }))))
    }
  }
  client.destroy()
}

async function emptyBucket(endpoint: string) {
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true })
  const Bucket = buckets.UPLOAD_BUCKET_NAME
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    await Promise.all(Contents.map(({ Key }) => client.send(new DeleteObjectCommand({ Bucket, Key }))))
  }
  client.destroy()
}
