// The order of answers of every operation: the answer names the first mistake of a request, in the documented order.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../testing/contract-operations.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, unknownPath, type GoodRequests } from '../../testing/good-requests.ts'
import { startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('order')

test.each(operations)('$operationId: the order of its answers', async (operation) => {
  const path = await good.freshPath(operation)
  const tooMuch = Buffer.alloc(262_145, ' ')
  const wrong = {
    query: '?nope=1&nope=2',
    headers: { 'content-type': 'text/plain' } as Record<string, string | undefined>,
  }
  const all = { ...wrong, body: tooMuch, anonymous: true }
  const steps: [status: number, changes: object][] = [[404, { ...all, path: `${path}/` }]]
  if (operation.caller === 'user') steps.push([401, { ...all, path }])
  if (operation.caller === 'apiKey') steps.push([403, { ...all, path }])
  if (operation.body) {
    steps.push([415, { ...wrong, path, body: tooMuch }])
    steps.push([413, { ...wrong, path, body: tooMuch, headers: {} }])
    steps.push([400, { ...wrong, path, body: Buffer.from('{'), headers: {} }])
  }
  steps.push([400, { query: '?nope=1', path: unknownPath(operation) }])
  if (operation.path.includes('{')) {
    const malformed = operation.path.replace(/\{[^}]+\}/, '%ff')
    if (operation.caller !== 'anyone')
      steps.push([operation.caller === 'user' ? 401 : 403, { ...all, path: malformed }])
    if (operation.body) steps.push([415, { ...wrong, path: malformed, body: tooMuch }])
    steps.push([400, { path: malformed }])
  }
  for (const [status, changes] of steps) {
    expect((await good.send(operation, changes)).status).toBe(status)
    tally.add('order')
  }
  const other = await door.send('PATCH', path, { body: tooMuch, headers: { 'content-type': 'text/plain' } })
  expect(other.status).toBe(405)
})

test('enough was tried', () => {
  expect(tally.of('order')).toBeGreaterThanOrEqual(operations.length * 4)
})
