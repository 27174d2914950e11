// The stream of an answer: its events, harmless piece by piece, failures, and callers who leave.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { written } from '../http/event-stream.ts'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createDefang } from './defang-pieces.ts'
import { defang } from './defang.ts'
import { emulated } from '../../testing/emulated-model.ts'
import { recording } from '../../testing/recorded-log.ts'
import { say, scripted, use } from '../../testing/scripted-model.ts'

type Event = { type: string; text?: string; problem?: { status: number } } & Record<string, unknown>

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
  const event = {
    title: 'Open day',
    description: 'x',
    date: '2027-05-08',
    location: 'Hall',
    capacity: 10,
    organizer: 'Ann',
  }
  await door.send('POST', '/events', authorized(event))
})
afterAll(() => door.close())
beforeEach(() => door.restart())

const authorized = (body: object) => json(body, { authorization: `Bearer ${door.idToken()}` })
const useModel = (modelId: string, timeout?: number) =>
  door.restart({ replace: { assistant: emulated(modelId, { timeout }) } })

/** The events, as they stand on the wire. */
function parsed(body = ''): Event[] {
  const frames = body.split('\n\n').filter((frame) => frame !== '' && !frame.startsWith(':'))
  return frames.map((frame) => {
    const [, type, data = ''] = /^event: (\w+)\ndata: ([^\n]*)$/.exec(frame) ?? []
    const event = JSON.parse(data) as Event
    expect(event.type).toBe(type)
    return event
  })
}

const ask = async (message: string): Promise<Event[]> => {
  const { status, headers, body } = await door.send('POST', '/chat/stream', authorized({ message }))
  expect([status, headers['Content-Type']]).toEqual([200, 'text/event-stream'])
  return parsed(body)
}

const textOf = (events: Event[]) => events.map(({ text = '' }) => text).join('')
const typesOf = (events: Event[]) => events.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1])

test('a question is answered by calls, pieces of text and an end, with the reply of the plain answer', async () => {
  const events = await ask('which events are scheduled?')
  expect(typesOf(events)).toEqual(['call', 'text', 'done'])
  expect(events[0]).toEqual({
    type: 'call',
    operationId: 'listEvents',
    arguments: { status: 'scheduled', limit: 25 },
    status: 200,
  })
  expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(5)
  expect(events.at(-1)).toMatchObject({
    type: 'done',
    stopReason: 'end_turn',
    usage: { totalTokens: expect.any(Number) as number },
  })
  const plain = bodyOf(await door.send('POST', '/chat', authorized({ message: 'which events are scheduled?' })))
  expect(textOf(events)).toBe(plain.reply)
})

test('a change is proposed, and nothing is changed', async () => {
  const events = await ask('delete all events')
  expect(typesOf(events)).toEqual(['call', 'proposal', 'text', 'done'])
  expect(events[1]).toMatchObject({ operationId: 'deleteEvent', summary: 'Delete an event: Open day, 2027-05-08' })
  expect((await door.send('GET', '/events')).body).toContain('Open day')
})

test.each(['local.hostile', 'local.loop', 'local.malformed'])(
  '%s: nothing leads elsewhere, and the stream has its end',
  async (model) => {
    useModel(model)
    const events = await ask('Which cases are there?')
    expect(events.at(-1)?.type).toBe('done')
    expect(textOf(events)).not.toMatch(/:\/\/|evil\.example\/|\]\(|<(img|a|https)/)
    expect(events.filter(({ type }) => type === 'call').length).toBeLessThanOrEqual(8)
  },
)

test.each([
  ['local.throttle', 429],
  ['local.fail', 502],
  ['local.denied', 502],
  ['local.timeout', 504],
])('%s fails before the first event: an ordinary %i', async (model, status) => {
  useModel(model)
  const response = await door.send('POST', '/chat/stream', authorized({ message: 'Hello' }))
  expect(bodyOf(response)).toMatchObject({ status })
  expect(response.headers['Content-Type']).toBe('application/problem+json')
})

test('other errors before the first event are ordinary problems, too', async () => {
  expect((await door.send('POST', '/chat/stream', json({ message: 'Hello' }))).status).toBe(401)
  expect((await door.send('POST', '/chat/stream', authorized({ message: '' }))).status).toBe(400)
  const history = [{ role: 'assistant', content: 'x' }]
  expect((await door.send('POST', '/chat/stream', authorized({ message: 'x', history }))).status).toBe(400)
})

test('a failure in the middle is an error event, and the last one', async () => {
  useModel('local.breaks')
  const events = await ask('How do I create a case?')
  expect(typesOf(events)).toEqual(['text', 'error'])
  expect(events.at(-1)?.problem).toMatchObject({
    status: 502,
    type: '/docs/problems/bad-gateway',
    instance: '/chat/stream',
  })
  expect(JSON.stringify(events.at(-1))).not.toMatch(/Exception|local\.breaks/)
})

test('a model that never answers is given up in time', async () => {
  useModel('local.slow', 300)
  expect((await door.send('POST', '/chat/stream', authorized({ message: 'Hello' }))).status).toBe(504)
})

/** Opens the stream as a transport does, which reads at its own pace. */
async function open(message: string, signal?: AbortSignal) {
  const lines: Record<string, unknown>[] = []
  const { dependencies } = door
  return {
    lines,
    start: async (assistant: typeof dependencies.assistant) => {
      const app = createApp({ ...dependencies, assistant, log: recording(lines) })
      const request = authorized({ message })
      return app({
        method: 'POST',
        path: '/chat/stream',
        query: {},
        requestId: 'r',
        ...request,
        ...(signal && { signal }),
      })
    },
  }
}

test('the first event is there before the last one is made', async () => {
  const made: string[] = []
  const model = scripted(() => [])
  async function* converseStream() {
    for (const piece of ['One ', 'two ', 'three ']) {
      made.push(piece)
      yield piece
    }
    await Promise.resolve()
    return {
      content: [say('One two three ')],
      stopReason: 'end_turn',
      usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    }
  }
  const { start } = await open('Hello')
  const { events } = await start({ ...model.assistant, converseStream })
  const iterator = events?.[Symbol.asyncIterator]()
  expect((await iterator?.next())?.value).toEqual({ type: 'text', text: 'One ' })
  // Nobody has asked for more, so the model has not been read further.
  await sleep(20)
  expect(made).toEqual(['One '])
  await iterator?.return?.()
})

test('a caller who leaves ends the work of the model at once, and is logged', async () => {
  const left = new AbortController()
  const { start, lines } = await open('How do I create a case?', left.signal)
  const { events } = await start(emulated('local.slow-writer'))
  const seen: string[] = []
  const reading = (async () => {
    for await (const { type } of events ?? []) {
      seen.push(type)
      if (seen.length === 2) left.abort()
    }
  })()
  await reading
  expect(seen).toEqual(['text', 'text'])
  expect(lines).toMatchObject([{ operationId: 'chatStream', status: 200, left: true }])
})

test('the log has the end of a stream, and the failure in its middle', async () => {
  const { start, lines } = await open('How do I create a case?')
  for (const modelId of ['local.emulator', 'local.breaks']) {
    const assistant = emulated(modelId)
    const { events } = await start(assistant)
    for await (const { type } of events ?? []) expect(type).toMatch(/^(text|done|error)$/)
  }
  expect(lines).toMatchObject([{ operationId: 'chatStream' }, { operationId: 'chatStream', failedWith: 502 }])
  expect(lines[0]).not.toHaveProperty('left')
})

test('while nothing comes a comment keeps the connection alive', async () => {
  async function* slow() {
    await sleep(70)
    yield { type: 'done' }
  }
  const texts: string[] = []
  for await (const text of written(slow(), 20)) texts.push(text)
  expect(texts.slice(0, 2)).toEqual([': still here\n\n', ': still here\n\n'])
  expect(texts.at(-1)).toBe('event: done\ndata: {"type":"done"}\n\n')
})

test('pieces become as harmless as the whole text, wherever it is cut', () => {
  const own = 'https://api.frontdesk.example'
  const texts = [
    '![a](https://evil.example/x?d=1) and [b]( \n //evil.example) end',
    '[r]: \n https://evil.example/x\n\n![r]',
    '<img src="//evil.example/x"> www.evil.example/x &#104;ttps://evil.example/x',
    `See ${own}/docs, [the docs](${own}/docs) and ${own}.evil.example/x.`,
    '予定は https://evil.example/x です。次は三件です。',
  ]
  for (const text of texts) {
    for (const size of [1, 2, 3, 7, 1000]) {
      const pieces = createDefang(own)
      const parts = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
      const whole = [...parts.map((part) => pieces.push(part)), pieces.end()].join('')
      expect(whole, `${size}: ${text}`).toBe(defang(text, own))
    }
  }
})

test('the events of several rounds are in order, and a limit is told', async () => {
  const model = scripted(() => [say('Look. '), use('listEvents')])
  door.restart({ replace: { assistant: model.assistant } })
  const events = await ask('?')
  expect(typesOf(events)).toEqual([...Array.from({ length: 4 }, () => ['text', 'call']).flat(), 'text', 'done'])
  expect(textOf(events)).toMatch(/at most 5 rounds/)
})
