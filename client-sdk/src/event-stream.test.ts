// Streams of events against real servers: what comes, in which pieces, and how a stream can fail.
import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { done, frame, startEvents } from '../testing/event-server.ts'
import { failure, impatient, impatientClient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import { eventStream, type EventStream } from './event-stream.ts'
import {
  BadRequestError,
  ConnectionError,
  FrontdeskError,
  ProblemError,
  ServerError,
  TimeoutError,
  UnauthenticatedError,
} from './index.ts'
import type { ChatEvent } from './index.ts'

const text = (piece: string) => ({ type: 'text' as const, text: piece })
const whole = [text('Zwölf '), text('Fälle 🎈'), done]
const message = 'How many?'

const streaming = (url: string, options = {}) => impatient(url).chat.stream({ message }, options)

async function all<Event>(stream: EventStream<Event>): Promise<Event[]> {
  const events: Event[] = []
  for await (const event of stream) events.push(event)
  return events
}

describe('what comes', () => {
  test('events in their order, typed by their `type`; and the same as one text', async () => {
    await using server = await startEvents(({ response }) => response.end(whole.map(frame).join('')))
    for await (const event of streaming(server.url)) {
      expectTypeOf(event.type).toEqualTypeOf<Exclude<ChatEvent['type'], 'error'>>()
      if (event.type === 'text') expectTypeOf(event.text).toEqualTypeOf<string>()
      if (event.type === 'call') expectTypeOf(event.status).toEqualTypeOf<number>()
      if (event.type === 'proposal' && event.operationId === 'deleteEvent')
        expectTypeOf(event.arguments.eventId).toEqualTypeOf<string>()
      if (event.type === 'done') expect(event.stopReason).toBe('end_turn')
    }
    expect(await all(streaming(server.url))).toEqual(whole)
    expect(await streaming(server.url).text()).toBe('Zwölf Fälle 🎈')
    expect(server.asked[0]).toMatchObject({ body: JSON.stringify({ message }) })
    expect(server.asked[0]?.headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer a-token' })
  })

  test('the body is written once, when the call is made', async () => {
    await using server = await startEvents(({ response }) => response.end(whole.map(frame).join('')))
    let reads = 0
    const body = { message: 'one', toJSON: () => ({ message: `${body.message} ${++reads}` }) }
    const stream = impatient(server.url).chat.stream(body)
    body.message = 'two'
    await stream.text()
    expect(server.asked[0]).toMatchObject({ body: '{"message":"one 1"}' })
    expect(server.asked[0]?.headers).toMatchObject({ 'content-type': 'application/json' })
  })

  test('a body that cannot be written is told when the events are read', async () => {
    const wrong = impatient('http://127.0.0.1:9').chat.stream({ message: 1n as unknown as string })
    await new Promise((resolve) => setTimeout(resolve, 10))
    const error = await failure(wrong.text())
    expect(error).toBeInstanceOf(FrontdeskError)
    expect(error).not.toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ operation: 'chatStream', message: expect.stringContaining('BigInt') as string })
  })

  test.each([
    ['byte by byte', (body: string) => Array.from(Buffer.from(body), (byte) => Buffer.from([byte]))],
    ['with line ends of Windows', (body: string) => [Buffer.from(body.replaceAll('\n', '\r\n'))]],
    ['with line ends of old Macs', (body: string) => [Buffer.from(body.replaceAll('\n', '\r'))]],
    ['with comments, ids and empty lines', (body: string) => [Buffer.from(`\n: hi\n\nid: 7\nretry: 1\n\n\n${body}`)]],
    ['with a byte order mark', (body: string) => [Buffer.from(`\ufeff${body}`)]],
    ['without names of events', (body: string) => [Buffer.from(body.replace(/event: .*\n/g, ''))]],
    ['with data on several lines', (body: string) => [Buffer.from(body.replaceAll('data: {', 'data: {\ndata:'))]],
    ['with data without a space in front', (body: string) => [Buffer.from(body.replaceAll('data: {', 'data:{'))]],
  ])('%s', async (_how, pieces) => {
    await using server = await startEvents(({ response }) => {
      // The server's own buffer would join pieces of one turn.
      response.socket?.setNoDelay(true)
      for (const piece of pieces(whole.map(frame).join(''))) response.write(piece)
      response.end()
    })
    expect(await all(streaming(server.url))).toEqual(whole)
  })

  test('texts with signs that end a line elsewhere, but not in a stream', async () => {
    const odd = text('a\u2028b\u2029c\u0085d\u000be\u000cf\u001cg')
    await using server = await startEvents(({ response }) => response.end(frame(odd) + frame(done)))
    expect(await all(streaming(server.url))).toEqual([odd, done])
  })

  test('the first event is there before the second is made', async () => {
    let readFirst: () => void = () => undefined
    const isRead = new Promise<void>((resolve) => (readFirst = resolve))
    await using server = await startEvents(async ({ response }) => {
      response.write(frame(text('One')))
      await isRead
      response.end(frame(done))
    })
    const seen: string[] = []
    for await (const { type } of streaming(server.url)) {
      seen.push(type)
      readFirst()
    }
    expect(seen).toEqual(['text', 'done'])
  })

  test('a fetch without streams gives the whole text', async () => {
    const fetch = () =>
      Promise.resolve({
        ...{ ok: true, status: 200, headers: new Headers({ 'content-type': 'text/event-stream; charset=utf-8' }) },
        text: () => Promise.resolve(whole.map(frame).join('')),
      })
    const frontdesk = impatient('http://localhost', { fetch })
    expect(await all(frontdesk.chat.stream({ message }))).toEqual(whole)
  })
})

describe('the request', () => {
  test('is sent when the events are read, and once', async () => {
    await using server = await startEvents(({ response }) => response.end(frame(done)))
    const stream = streaming(server.url)
    await sleep(20)
    expect(server.asked).toHaveLength(0)
    expect(await all(stream)).toEqual([done])
    expect(await failure(all(stream))).toMatchObject({ message: expect.stringMatching(/read once/) as string })
    expect(server.asked).toHaveLength(1)
  })

  test('ends when the reader stops', async () => {
    await using server = await startEvents(({ response }) => response.write(frame(text('One'))))
    for await (const { type } of streaming(server.url)) {
      expect(type).toBe('text')
      break
    }
    await server.asked[0]?.left
  })

  test('ends at the event that is the last, whatever follows', async () => {
    await using server = await startEvents(({ response }) => response.write(frame(done) + frame(text('more'))))
    expect(await all(streaming(server.url))).toEqual([done])
    await server.asked[0]?.left
  })

  test.each([0, 1])('ends with the signal of the caller, after %i events', async (count) => {
    await using server = await startEvents(({ response }) =>
      count > 0 ? response.write(frame(text('One'))) : undefined,
    )
    const controller = new AbortController()
    const reason = new Error('Enough.')
    const reading = failure(
      (async () => {
        for await (const { type } of streaming(server.url, { signal: controller.signal })) {
          expect(type).toBe('text')
          setTimeout(() => controller.abort(reason), 20)
        }
      })(),
    )
    if (count === 0) setTimeout(() => controller.abort(reason), 50)
    expect(await reading).toBe(reason)
    await server.asked[0]?.left
  })

  test('is repeated before the first event where that is safe, and never after it', async () => {
    const get = { id: 'getEvents', method: 'GET', path: '/events', auth: 'none' as const }
    const types = { all: ['text', 'done', 'error'], end: 'done', failure: 'error' }
    await using early = await startEvents(({ response }, index) =>
      index === 0 ? response.socket?.destroy() : response.end(frame(done)),
    )
    expect(await all(eventStream(impatientClient(early.url), get, types, {}))).toEqual([done])
    expect(early.asked).toHaveLength(2)
    await using late = await startEvents(({ response }) => {
      response.write(frame(text('One')))
      setTimeout(() => response.socket?.destroy(), 20)
    })
    expect(await failure(all(eventStream(impatientClient(late.url), get, types, {})))).toBeInstanceOf(ConnectionError)
    expect(late.asked).toHaveLength(1)
    // A message to a model is no read.
    await using posted = await startEvents(({ response }) => response.socket?.destroy())
    expect(await failure(all(streaming(posted.url)))).toBeInstanceOf(ConnectionError)
    expect(posted.asked).toHaveLength(1)
  })
})

describe('what fails', () => {
  test.each([
    [400, BadRequestError],
    [401, UnauthenticatedError],
    [413, Error],
    [429, Error],
    [503, ServerError],
  ])('a %i before the first event is the problem', async (status, type) => {
    await using server = await startServer([problem(status)])
    const met = await failure(all(streaming(server.url)))
    expect(met).toBeInstanceOf(type)
    expect(met).toMatchObject({ status, operation: 'chatStream' })
  })

  test('an event with a problem is that problem, after the events before it', async () => {
    const { body } = problem(502, 'Bad gateway')
    const failed = { type: 'error', problem: body }
    await using server = await startEvents(({ response }) => response.end(frame(text('One')) + frame(failed)))
    const seen: string[] = []
    const met = await failure(
      (async () => {
        for await (const { type } of streaming(server.url)) seen.push(type)
      })(),
    )
    expect(seen).toEqual(['text'])
    expect(met).toBeInstanceOf(ServerError)
    expect(met).toMatchObject({ status: 502, title: 'Bad gateway', operation: 'chatStream', requestId: 'r-1' })
  })

  test('a problem that quotes the request is without its token, at any depth', async () => {
    const token = 'secret-token-of-the-test'
    const problem = {
      status: 502,
      title: token,
      detail: `Bearer ${token}`,
      errors: [{ pointer: token, detail: token }],
    }
    const failed = { type: 'error', problem }
    const end = startEvents(({ response }) => response.end(frame(failed)), { 'x-request-id': token })
    await using server = await end
    const met = await failure(all(impatient(server.url, { token }).chat.stream({ message })))
    expect(met).toMatchObject({ requestId: '…' })
    expect(met).toMatchObject({ status: 502, title: '…', detail: 'Bearer …', errors: [{ pointer: '…', detail: '…' }] })
    expect(inspect(met, { depth: 9 }) + String((met as Error).stack)).not.toContain(token)
  })

  test.each([200, 304, 600, -1, null, '418', {}])(
    'an event whose problem has the status %j is a failure all the same',
    async (status) => {
      const failed = { type: 'error', problem: { status } }
      await using server = await startEvents(({ response }) => response.end(frame(failed)))
      const met = await failure(all(streaming(server.url)))
      expect(met).toBeInstanceOf(ProblemError)
      expect(met).toMatchObject({ status: status === '418' ? 418 : 500, operation: 'chatStream' })
    },
  )

  test.each([
    ['a stream that is cut in the middle of an event', frame(text('One')) + 'event: text\ndata: {"ty', /cut off/],
    ['a stream without its last event', frame(text('One')), /cut off before its end/],
    ['a stream without events', ': hi\n\n', /cut off/],
    ['an event of no known type', frame(text('One')) + frame({ type: 'surprise' }), /'surprise'/],
    ['an event of another name than its type', 'event: text\ndata: {"type":"done"}\n\n', /'text of done'/],
    ['an event that is no JSON', 'event: text\ndata: {"type"\n\n', /JSON/],
    ['an event that is no object', 'data: 7\n\n', /'undefined'/],
    ['an event without an end', `data: ${'x'.repeat(5_000_000)}`, /too long/],
  ])('%s is a ConnectionError', async (_what, body, message_) => {
    await using server = await startEvents(({ response }) => response.end(body))
    const met = await failure(all(streaming(server.url)))
    expect(met).toBeInstanceOf(ConnectionError)
    expect(met).toMatchObject({ message: expect.stringMatching(message_) as string, operation: 'chatStream' })
    expect(server.asked).toHaveLength(1)
  })

  test('a broken connection is a ConnectionError', async () => {
    await using server = await startEvents(({ response }) => {
      response.write(frame(text('One')))
      setTimeout(() => response.socket?.destroy(), 20)
    })
    expect(await failure(all(streaming(server.url)))).toBeInstanceOf(ConnectionError)
  })

  test('a page of a proxy is a ConnectionError', async () => {
    await using server = await startServer([{ status: 200, body: '<html>sign in</html>' }])
    expect(await failure(all(streaming(server.url)))).toBeInstanceOf(ConnectionError)
  })

  test('no first event in time, and no further one in time, whatever comments come', async () => {
    const beats: NodeJS.Timeout[] = []
    let speaks = false
    await using server = await startEvents(({ response }) => {
      if (speaks) response.write(frame(text('One')))
      beats.push(setInterval(() => response.write(': still here\n\n'), 20))
    })
    const first = await failure(all(streaming(server.url, { firstEventTimeout: 80 })))
    expect(first).toBeInstanceOf(TimeoutError)
    speaks = true
    const next = await failure(all(streaming(server.url, { eventTimeout: 80 })))
    expect(next).toBeInstanceOf(TimeoutError)
    expect(next).toMatchObject({ message: expect.stringMatching(/next event/) as string })
    beats.forEach(clearInterval)
    for (const { left } of server.asked) await left
  })

  test.each([{ eventTimeout: NaN }, { firstEventTimeout: -1 }, { eventTimeOut: 5 }])(
    'the option %j',
    async (option) => {
      await using server = await startEvents(({ response }) => response.end(frame(done)))
      expect(await failure(all(streaming(server.url, option)))).toMatchObject({ name: 'FrontdeskError' })
      expect(server.asked).toHaveLength(0)
    },
  )
})
