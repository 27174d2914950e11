// Sample data: the served objects, and the answers when an object is missing or broken.
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleData } from '../../generated/sample-data.ts'
import { buckets } from '../../local-cloud/environment.ts'
import { operations } from '../../testing/contract-operations.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
let s3: S3Client
beforeAll(async () => {
  door = await openFrontDoor()
  s3 = new S3Client({})
})
afterAll(async () => {
  s3.destroy()
  await door.close()
})

const Bucket = buckets.SAMPLE_DATA_BUCKET_NAME
const putObject = (Key: string, Body: string | Buffer) => s3.send(new PutObjectCommand({ Bucket, Key, Body }))
const get = (path: string) => door.send('GET', path, { headers: { authorization: `Bearer ${door.idToken()}` } })

const objects = Object.entries(sampleData).map(([operationId, object]) => ({
  operationId,
  object,
  path: operations.find((operation) => operation.operationId === operationId)?.path ?? '',
}))

test('users and orders are there, and refer to each other', async () => {
  const { users } = bodyOf(await get('/users')) as { users: { userId: string; roles: string[] }[] }
  const { orders } = bodyOf(await get('/orders')) as { orders: { userId: string; items: object[] }[] }
  expect(users.length).toBeGreaterThanOrEqual(20)
  expect(orders.length).toBeGreaterThanOrEqual(50)
  const ids = users.map(({ userId }) => userId)
  expect(orders.filter(({ userId }) => !ids.includes(userId))).toEqual([])
})

test.each(objects)('$operationId: what is wrong with $object is a 502 that names it', async ({ object, path }) => {
  const good = (await get(path)).body ?? ''
  const [list = ''] = Object.keys(JSON.parse(good) as object)
  const answer = async () => {
    const response = await get(path)
    expect(response.body).not.toMatch(/NoSuchKey|SyntaxError|position|stack/)
    return bodyOf(response)
  }
  const broken: [string | Buffer, string][] = [
    [good.slice(0, -1), 'is not JSON'],
    [' ', 'is not JSON'],
    [Buffer.from([0xff, 0xfe, 0x7b]), 'is not JSON'],
    ['null', 'does not fit the contract'],
    ['[]', 'does not fit the contract'],
    ['{}', 'does not fit the contract'],
    [`{"${list}":[{}]}`, 'does not fit the contract'],
    [good.replace(/"createdAt":"[^"]*"/, '"createdAt":"yesterday"'), 'does not fit the contract'],
  ]
  for (const [body, why] of broken) {
    await putObject(object, body)
    expect(await answer()).toMatchObject({ status: 502, detail: `The sample object ${object} ${why}.` })
  }
  await s3.send(new DeleteObjectCommand({ Bucket, Key: object }))
  expect(await answer()).toMatchObject({ status: 502, detail: `The sample object ${object} is missing.` })

  // A repaired object is served at once, and extra members do no harm.
  await putObject(object, good)
  expect(await get(path)).toMatchObject({ status: 200, body: good })
})

test('an empty list is a list', async () => {
  for (const { object, path } of objects) {
    const good = (await get(path)).body ?? ''
    const [list = ''] = Object.keys(JSON.parse(good) as object)
    await putObject(object, `{"${list}": []}`)
    expect(bodyOf(await get(path))).toEqual({ [list]: [] })
    await putObject(object, good)
  }
  expect(objects.length).toBeGreaterThanOrEqual(2)
})
