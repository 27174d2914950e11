// submitAndWait asks as often as Retry-After says, until the time is over.
import { expect, test } from 'vitest'
import { failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { FrontdeskError, NotFoundError, TimeoutError } from './index.ts'

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
  expect(String(error)).toBe('TimeoutError: submitAndWait was not done within 200 ms; executionId was e-1')
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

test('a Retry-After beyond what timers hold is no reason to ask at once', async () => {
  await using server = await startServer([submitted, execution('running', '9999999')])
  const waiting = impatient(server.url).workflow.submitAndWait({ id: 'c-1' }, { timeout: 200 })
  expect(await failure(waiting)).toBeInstanceOf(TimeoutError)
  expect(server.received).toHaveLength(2)
})

test('every failure after the submit has the id, but for the reason of the caller’s abort', async () => {
  const waiting = async (onState: () => void, reaction: Reaction, signal?: AbortSignal) => {
    await using server = await startServer([submitted, reaction])
    return await failure(impatient(server.url).workflow.submitAndWait({ id: 'c-1' }, { timeout: 200, onState, signal }))
  }
  const nothing = () => undefined
  const gone = await waiting(nothing, problem(404))
  expect(gone).toBeInstanceOf(NotFoundError)
  expect(gone).toMatchObject({ status: 404, executionId: 'e-1' })
  expect(await waiting(nothing, execution('running', '60'))).toMatchObject({ executionId: 'e-1' })
  const cause = new Error('own')
  const own = await waiting(() => {
    throw cause
  }, execution('running'))
  expect(own).toBeInstanceOf(FrontdeskError)
  expect(own).toMatchObject({ executionId: 'e-1', cause })
  const controller = new AbortController()
  const reason = new FrontdeskError('enough')
  expect(await waiting(() => controller.abort(reason), execution('running', '60'), controller.signal)).toBe(reason)
  expect(reason.executionId).toBeUndefined()
})
