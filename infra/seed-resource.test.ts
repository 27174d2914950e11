// The custom resource of a dev stage, as CloudFormation calls it: what it answers when it cannot fill a table.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeds } from '../server/sample-data/seeds.ts'
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { request } from './testing/cloudformation.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

const Reason = (part: string) => expect.stringContaining(part) as string

test.each(Object.keys(seeds))(
  'a failure to fill %s is told with its reason, so that the deployment does not wait an hour',
  async (Table) => {
    const told = await request('Create', { Table, TableName: 'nowhere', Shards: '1' })
    expect(told).toMatchObject({ Status: 'FAILED', Reason: Reason('ResourceNotFound') })
  },
)

test('a table without a seed is a failure too, and its deletion is none', async () => {
  const properties = { Table: 'nothing', TableName: 'nowhere', Shards: '1' }
  expect(await request('Create', properties)).toMatchObject({
    Status: 'FAILED',
    Reason: Reason('The table nothing has no seed.'),
  })
  expect(await request('Delete', properties)).toMatchObject({ Status: 'SUCCESS' })
})
