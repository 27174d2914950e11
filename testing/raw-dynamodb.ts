// Calls DynamoDB without the SDK, which would take longer than the emulator.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** A value as DynamoDB's protocol writes it. */
export type StoredItem = Record<string, { S?: string; N?: string }>

const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
}
const agent = new Agent({ keepAlive: true, maxSockets: 4 })

/** Resolves to the answer's body; rejects when the request was refused. */
export async function callDynamoDB(address: string, operation: string, input: object): Promise<unknown> {
  const target = { 'x-amz-target': `DynamoDB_20120810.${operation}` }
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', agent, headers: { ...headers, ...target } }, (response) => {
      text(response)
        .then((answer) =>
          response.statusCode === 200
            ? resolve(JSON.parse(answer))
            : reject(new Error(`${operation} was refused: ${answer}`)),
        )
        .catch(reject)
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server has closed a connection that was idle, and the request met its end. Each call here can be repeated.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(callDynamoDB(address, operation, input))
      else reject(error)
    })
    sent.end(JSON.stringify(input))
  })
}

const segments = 4

/** Every item of a table or of one of its indexes, read in parallel. */
export async function scanAll(address: string, TableName: string, IndexName?: string): Promise<StoredItem[]> {
  const found: StoredItem[] = []
  const scan = async (Segment: number) => {
    let ExclusiveStartKey: StoredItem | undefined
    do {
      const place = { Segment, TotalSegments: segments, ExclusiveStartKey }
      // Safe cast: this is the answer of DynamoDB's Scan.
      const page = (await callDynamoDB(address, 'Scan', { TableName, IndexName, ...place })) as {
        Items: StoredItem[]
        LastEvaluatedKey?: StoredItem
      }
      for (const item of page.Items) found.push(item)
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
  }
  await Promise.all(Array.from({ length: segments }, (_, segment) => scan(segment)))
  return found
}
