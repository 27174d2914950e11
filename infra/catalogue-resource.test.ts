// The custom resource of a dev stage, as CloudFormation calls it, on the local cloud's tables.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import catalogue from '../server/sample-data/products.json' with { type: 'json' }
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { handler } from './catalogue-resource.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

/** Sends a request of CloudFormation, and returns the answer that the handler puts. */
async function request(RequestType: string, properties: object = {}) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const told = new Promise<unknown>((resolve) => {
    server.on('request', (message, response) => {
      void text(message).then((body) => {
        response.end()
        resolve(JSON.parse(body))
      })
    })
  })
  const ResponseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const ResourceProperties = { TableName: process.env.PRODUCTS_TABLE, Shards: '1', ...properties }
  const event = { RequestType, ResponseURL, StackId: 's', RequestId: 'r', LogicalResourceId: 'l', ResourceProperties }
  await handler(event as never)
  server.close()
  return told
}

const products = async () => {
  const { data } = await door.client().GET('/products', { params: { query: { limit: 100 } } })
  return data?.products ?? []
}

test('a new stage gets the catalogue, and a product that somebody changed stays as it is', async () => {
  const answer = { StackId: 's', RequestId: 'r', LogicalResourceId: 'l', Status: 'SUCCESS' }
  expect(await request('Create')).toMatchObject(answer)
  expect((await products()).map(({ productId }) => productId).sort()).toEqual(
    catalogue.products.map(({ productId }) => productId).sort(),
  )
  const [first] = await products()
  const productId = first?.productId ?? ''
  await door.client().PUT('/products/{productId}', { params: { path: { productId } }, body: { stock: 7 } })
  expect(await request('Update')).toMatchObject(answer)
  expect((await products()).find((product) => product.productId === productId)?.stock).toBe(7)
})

test('its deletion deletes nothing', async () => {
  expect(await request('Delete')).toMatchObject({ Status: 'SUCCESS' })
  expect(await products()).toHaveLength(catalogue.products.length)
})

test('a failure is told with its reason, so that the deployment does not wait an hour', async () => {
  const told = await request('Create', { TableName: 'nowhere' })
  expect(told).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('ResourceNotFound') as string })
})
