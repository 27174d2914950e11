// Hooks and the log of a stream of events: a failure after its first event is told as any other one, and once.
import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { done, frame, startEvents } from '../testing/event-server.ts'
import { failure, impatient } from '../testing/impatient.ts'
import { FrontdeskError } from './index.ts'
import type { Hooks } from './index.ts'
import { observe } from './observe.ts'

const first = frame({ type: 'text' })
const busy = { type: 'error', problem: { status: 503, title: 'Busy', detail: 'Try again later.' } }

/** The calls of hooks and the lines of a logger for one stream. */
async function toldOf(
  answer: (response: ServerResponse) => unknown,
  { isLeft, ...options }: { isLeft?: boolean; [option: string]: unknown } = {},
  stop?: () => unknown,
) {
  await using server = await startEvents(({ response }) => answer(response))
  const told: [name: string, event: Record<string, unknown>][] = []
  const keep = (name: string) => (event: object) => void told.push([name, { ...event }])
  const hooks: Hooks = { onRequest: keep('onRequest'), onResponse: keep('onResponse'), onError: keep('onError') }
  const lines: string[] = []
  const log = { error: (line: string) => lines.push(`error ${line}`), info: (line: string) => lines.push(line) }
  const stream = impatient(server.url, { observe, ...hooks, log }).chat.stream({ message: 'Hi' }, options)
  const reading = async () => {
    for await (const { type } of stream) {
      if (type === 'text') stop?.()
      if (isLeft) break
    }
  }
  const error: unknown = await reading().catch((reason: unknown) => reason)
  return { told, names: told.map(([name, { attempt }]) => `${name} ${String(attempt)}`), lines, error, reading }
}

describe('a failure after the first event is told', () => {
  test.each<[string, (response: ServerResponse) => unknown, string]>([
    ['the problem of the service', (response) => response.end(frame(busy)), '503 Try again later.'],
    ['a connection that breaks', (response) => setTimeout(() => response.destroy(), 5), 'cut off'],
    ['an end without the last event', (response) => response.end(), 'cut off before its end'],
    ['an event of an unknown type', (response) => response.end(frame({ type: 'news' })), "unknown event: 'news'"],
    ['an event that does not come', () => undefined, 'not done within 50 ms'],
  ])('%s', async (_, fail, words) => {
    const { told, names, lines, error } = await toldOf(
      (response) => {
        response.write(first)
        return fail(response)
      },
      { eventTimeout: 50 },
    )
    expect(error).toBeInstanceOf(FrontdeskError)
    expect(String(error)).toContain(words)
    expect(names).toEqual(['onRequest 1', 'onResponse 1', 'onError 1'])
    expect(told[2]?.[1]).toMatchObject({ error, status: 200, operationId: 'chatStream' })
    expect(new Set(told.map(([, { call }]) => call)).size).toBe(1)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^error chatStream POST \S+: attempt 1, 200 after \d+ ms – /)
    expect(lines[1]).toContain(words)
  })
})

test('an abort after the first event is told, and is no failure of the log', async () => {
  const controller = new AbortController()
  const stop = () => controller.abort('enough')
  const { names, lines, error } = await toldOf((response) => response.write(first), { signal: controller.signal }, stop)
  expect(error).toBe('enough')
  expect(names).toEqual(['onRequest 1', 'onResponse 1', 'onError 1'])
  expect(lines).toHaveLength(1)
})

test('a failure before the first event is told once', async () => {
  const { names, lines } = await toldOf((response) => response.end())
  expect(names).toEqual(['onRequest 1', 'onResponse 1', 'onError 1'])
  expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1)
})

test('a wrong time and a second reading are told, before any attempt', async () => {
  const wrong = await toldOf((response) => response.end(frame(done)), { eventTimeout: Number.NaN })
  expect(wrong.names).toEqual(['onError 0'])
  const { told, reading } = await toldOf((response) => response.end(frame(done)))
  const error = await failure(reading())
  expect(told.at(-1)).toMatchObject(['onError', { attempt: 0, error }])
  expect(error).toMatchObject({ operation: 'chatStream' })
})

test.each([
  ['is read to its end', first + frame(done), false],
  ['is left after its first event', first, true],
])('a stream that %s has no failure', async (_, answer, isLeft) => {
  const { names, lines, error } = await toldOf((response) => response.write(answer), { isLeft })
  expect(error).toBeUndefined()
  expect(names).toEqual(['onRequest 1', 'onResponse 1'])
  expect(lines).toHaveLength(1)
})
