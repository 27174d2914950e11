// Queries of every operation: unknown parameters, and repeated parameters.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../testing/contract-operations.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../../testing/good-requests.ts'
import { startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('queries')

test.each(operations)('$operationId: unknown and repeated query parameters', async (operation) => {
  const path = await good.freshPath(operation)
  const known = operation.parameters.filter((parameter) => parameter.in === 'query')
  for (const name of [
    'nope',
    '',
    '__proto__',
    'constructor',
    'toString',
    'limit[]',
    'Limit',
    'limit%20',
    'x'.repeat(5000),
  ]) {
    const response = await good.send(operation, { path, query: `?${name}=1` })
    expect(bodyOf(response), name).toMatchObject({ status: 400, errors: [{ detail: 'is unknown here' }] })
    tally.add('unknown parameter (refused)')
  }
  for (const { name, example = 'a' } of known) {
    const value = encodeURIComponent(String(example))
    for (const query of [`?${name}=${value}&${name}=${value}`, `?${name}=${value}&${name}=`, `?${name}=&x=1&${name}`]) {
      expect(await good.send(operation, { path, query })).toMatchObject({ status: 400 })
      tally.add('repeated parameter (refused)')
    }
  }
})

test('enough was tried', () => {
  const known = operations.flatMap(({ parameters }) => parameters).filter((parameter) => parameter.in === 'query')
  expect(known.length).toBeGreaterThanOrEqual(10)
  expect(tally.counts()).toEqual({
    'unknown parameter (refused)': operations.length * 9,
    'repeated parameter (refused)': known.length * 3,
  })
})
