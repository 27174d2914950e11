// submitAndWait: asked as often as Retry-After says, for as long as there is time.
import { expect, test } from 'vitest'
import { failure, impatient } from '../testing/frontdesk.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { TimeoutError } from './index.ts'

const submitted: Reaction = { status: 202, body: { executionId: 'e-1', status: 'running' } }
const execution = (status: string, retryAfter?: string): Reaction => ({
  status: 200,
  ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
  body: { executionId: 'e-1', status, startedAt: '2026-11-20T09:30:00.000Z' },
})

test('it waits as long as Retry-After says and gives the last state', async () => {
  await using server = await startServer([submitted, execution('running', '1'), problem(503), execution('failed')])
  const states: string[] = []
  const { workflow } = impatient(server.url)
  const last = await workflow.submitAndWait(
    { id: 'c-1' },
    { onState: ({ status }) => states.push(status), idempotencyKey: 'k' },
  )
  expect(last).toMatchObject({ executionId: 'e-1', status: 'failed' })
  expect(states).toEqual(['running', 'failed'])
  const [submit, first, second] = server.received
  expect(submit?.headers).toMatchObject({ 'idempotency-key': 'k', 'x-api-key': 'a-key' })
  expect(first?.url).toBe('/workflow/executions/e-1')
  expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(995)
})

test('what is not done in time is a TimeoutError that has the id, since it goes on', async () => {
  await using server = await startServer([submitted, execution('running', '60')])
  const error = await failure(impatient(server.url).workflow.submitAndWait({ id: 'c-1' }, { timeout: 200 }))
  expect(error).toBeInstanceOf(TimeoutError)
  expect(String(error)).toContain('e-1')
})

test('an abort ends the waiting', async () => {
  await using server = await startServer([submitted, execution('running', '60')])
  const controller = new AbortController()
  const waiting = impatient(server.url).workflow.submitAndWait({ id: 'c-1' }, { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('enough')), 100)
  expect(await failure(waiting)).toMatchObject({ message: 'enough' })
})

test('a submit that is refused is its failure', async () => {
  await using server = await startServer([problem(403)])
  expect(await failure(impatient(server.url).workflow.submitAndWait({ id: 'c-1' }))).toMatchObject({ status: 403 })
})
