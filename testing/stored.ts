// Reads all that a front door has stored, without the API.
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { tableNames } from '../local-cloud/emulators/dynamodb/index.ts'
import { buckets } from '../local-cloud/environment.ts'

/** Every record of every table, and the key and ETag of every object, sorted. */
export async function everythingStored(): Promise<string[]> {
  const dynamodb = new DynamoDBClient({})
  const s3 = new S3Client({})
  const records = Object.values(tableNames).map(async (TableName) => {
    const texts: string[] = []
    let ExclusiveStartKey: Record<string, never> | undefined
    do {
      const page = await dynamodb.send(new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }))
      texts.push(...(page.Items ?? []).map((item) => `${TableName} ${JSON.stringify(item)}`))
      ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined
    } while (ExclusiveStartKey)
    return texts
  })
  const objects = Object.values(buckets).map(async (Bucket) => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }))
    return Contents.map(({ Key = '', ETag = '' }) => `${Bucket} ${Key} ${ETag}`)
  })
  const all = await Promise.all([...records, ...objects])
  dynamodb.destroy()
  s3.destroy()
  return all.flat().sort()
}
