// A refused write stores nothing: every operation that writes, refused in every way, leaves the stores unchanged.
import { expect, test } from 'vitest'
import { operations } from '../../testing/contract-operations.ts'
import { openFrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type Changes } from '../../testing/good-requests.ts'
import { casesOf, sampleOf } from '../../testing/schema-cases.ts'
import { everythingStored } from '../../testing/stored.ts'
import { startTally } from '../../testing/tally.ts'

const tally = startTally('refused writes')
const writing = operations.filter(({ method }) => method !== 'GET')

test('nothing is stored for a write that is refused', async () => {
  const door = await openFrontDoor()
  const good = createGoodRequests(door)
  const items = new Map<string, string>()
  for (const operation of writing) items.set(operation.operationId, await good.freshPath(operation))
  // What was submitted above may still run.
  await door.idle()

  const before = await everythingStored()
  const started = door.started()
  for (const operation of writing) {
    const { schema, examples } = operation.body ?? { schema: {}, examples: [] }
    const broken = casesOf(schema, sampleOf(schema, examples)).filter(
      (schemaCase) => operation.body && !schemaCase.fits,
    )
    const refusals: Changes[] = [
      ...broken.map(({ value }) => ({ body: value })),
      { query: '?nope=1' },
      { anonymous: true },
      ...(operation.statuses.includes(412) ? [{ headers: { 'if-match': '"stale-1"' } }] : []),
      ...(operation.body
        ? [
            { headers: { 'content-type': 'text/plain' } },
            { body: Buffer.from(`${JSON.stringify(good.bodyFor(operation))}${' '.repeat(262_144)}`) },
            { body: Buffer.from(`${JSON.stringify(good.bodyFor(operation))}]`) },
          ]
        : []),
      ...(operation.parameters.some(({ name }) => name === 'Idempotency-Key')
        ? [{ headers: { 'idempotency-key': 'k'.repeat(256) } }]
        : []),
    ]
    for (const changes of refusals) {
      const { status } = await good.send(operation, { path: items.get(operation.operationId) ?? '', ...changes })
      expect(status, `${operation.operationId} ${JSON.stringify(changes).slice(0, 200)}`).toBeGreaterThanOrEqual(400)
      tally.add(operation.operationId)
    }
  }
  expect(await everythingStored()).toEqual(before)
  expect(door.started()).toBe(started)
  expect(before.length).toBeGreaterThanOrEqual(writing.length)

  // The same writes are stored when they are right.
  for (const operation of writing) await good.send(operation, { path: items.get(operation.operationId) ?? '' })
  expect(await everythingStored()).not.toEqual(before)
  await door.close()
})

test('enough was tried', () => {
  for (const { operationId, body } of writing) expect(tally.of(operationId)).toBeGreaterThanOrEqual(body ? 12 : 2)
})
