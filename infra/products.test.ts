// The seed of products as CloudFormation fills a new stage with it, on the local cloud.
import { afterAll, beforeAll, expect, test } from 'vitest'
import catalogue from '../server/sample-data/products.json' with { type: 'json' }
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { request } from './testing/cloudformation.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

const send = (RequestType: string) =>
  request(RequestType, { Table: 'products', TableName: process.env.PRODUCTS_TABLE, Shards: '1' })

const products = async () => {
  const { data } = await door.client().GET('/products', { params: { query: { limit: 100 } } })
  return data?.products ?? []
}

test('a new stage gets the catalogue, and a product that somebody changed stays as it is', async () => {
  const answer = { StackId: 's', RequestId: 'r', LogicalResourceId: 'l', Status: 'SUCCESS' }
  expect(await send('Create')).toMatchObject(answer)
  expect((await products()).map(({ productId }) => productId).sort()).toEqual(
    catalogue.products.map(({ productId }) => productId).sort(),
  )
  const [first] = await products()
  const productId = first?.productId ?? ''
  await door.client().PUT('/products/{productId}', { params: { path: { productId } }, body: { stock: 7 } })
  expect(await send('Update')).toMatchObject(answer)
  expect((await products()).find((product) => product.productId === productId)?.stock).toBe(7)
})

test('its deletion deletes nothing', async () => {
  expect(await send('Delete')).toMatchObject({ Status: 'SUCCESS' })
  expect(await products()).toHaveLength(catalogue.products.length)
})
