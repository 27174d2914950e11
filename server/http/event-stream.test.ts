// A stream that fails ends with the event that the contract names for it.
import { expect, test } from 'vitest'
import { watchEvents, type Ended } from './event-stream.ts'

type Event = { type: string }

async function* failing(): AsyncGenerator<Event> {
  yield await Promise.resolve({ type: 'part' })
  throw new Error('It failed.')
}

async function watched(failure: string | undefined) {
  const recorded: Ended[] = []
  const events = watchEvents(failing(), {
    request: { method: 'GET', path: '/', query: {}, headers: {}, requestId: 'r' },
    renderFailure: () => ({ status: 500, headers: {}, body: '{"status":500}' }),
    record: (ended) => recorded.push(ended),
    failure,
  })
  const sent: Event[] = []
  for await (const event of events) sent.push(event)
  return { sent, recorded }
}

test.each(['error', 'broken'])('the failure event of the type %s', async (failure) => {
  expect(await watched(failure)).toEqual({
    sent: [{ type: 'part' }, { type: failure, problem: { status: 500 } }],
    recorded: [{ failedWith: 500 }],
  })
})

test('a stream without such an event ends, and the log has its status', async () => {
  expect(await watched(undefined)).toEqual({ sent: [{ type: 'part' }], recorded: [{ failedWith: 500 }] })
})
