// Uploads of what is no file, callbacks that throw, storages that fail, platforms that cannot stream, and URLs in messages.
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import {
  ConnectionError,
  FrontdeskError,
  type ClientOptions,
  type Progress,
  type UploadOptions,
  type UploadSource,
} from './index.ts'

const bytes = new Uint8Array(200_000).map((_, index) => index % 251)
const stored: Reaction = { status: 200 }

/** A service that presigns URLs with a signature, for a storage with the given reactions. */
async function startStorage(reactions: Reaction[], settings: Partial<ClientOptions> = {}) {
  const storage = await startServer(reactions)
  const service = await startServer((_, index) => ({
    status: 200,
    body: {
      uploadUrl: `${storage.url}/file?n=${index}&X-Amz-Signature=secret`,
      method: 'PUT',
      headers: {},
      key: `k${index}`,
      expiresAt: '2999-01-01T00:00:00Z',
    },
  }))
  return {
    storage: storage.received,
    service: service.received,
    cases: impatient(service.url, settings).cases,
    closeStorage: () => storage[Symbol.asyncDispose](),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([storage[Symbol.asyncDispose]().catch(() => undefined), service[Symbol.asyncDispose]()])
    },
  }
}

const stream = () => new Blob([bytes]).stream()

describe('is a FrontdeskError before anything is sent:', () => {
  const locked = stream()
  locked.getReader()
  test.each<[string, unknown, UploadOptions?]>([
    ['null', null],
    ['undefined', undefined],
    ['an object', {}],
    ['an object with contentLength', {}, { contentLength: 3 }],
    ['a Response', new Response('x'), { contentLength: 1 }],
    ['a Request', new Request('http://x.test', { method: 'POST', body: 'x' }), { contentLength: 1 }],
    ['a path', 'photo.png', { contentLength: 3 }],
    ['a number', 7, { contentLength: 3 }],
    ['a list', [1, 2, 3], { contentLength: 3 }],
    ['a Map', new Map(), { contentLength: 0 }],
    ['a list of a library', { size: 1, slice: () => [], map: () => [] }],
    ['what looks like a Blob', { size: 1, type: '', slice: () => [] }],
    ['a promise of a file', Promise.resolve(new Blob(['x'])), { contentLength: 1 }],
    ['form data', new FormData(), { contentLength: 1 }],
    ['a locked stream', locked, { contentLength: 1 }],
    ['a stream without length', stream()],
    ...[NaN, -1, 1.5, Infinity, 2 ** 53, '3', null, {}].flatMap((contentLength): [string, unknown, UploadOptions][] => [
      [`a stream of length ${String(contentLength)}`, stream(), { contentLength: contentLength as number }],
      [`a Blob of length ${String(contentLength)}`, new Blob(['x']), { contentLength: contentLength as number }],
    ]),
    ['a Blob of another length', new Blob(['x']), { contentLength: 2 }],
    ['onProgress that is no function', new Blob(['x']), { onProgress: {} as never }],
    ['attemptTimeout NaN', new Blob(['x']), { attemptTimeout: NaN }],
  ])('%s', async (_, source, options) => {
    await using door = await startStorage([stored])
    expect(await failure(door.cases.upload('c', source as UploadSource, options))).toBeInstanceOf(FrontdeskError)
    expect([door.service.length, door.storage.length]).toEqual([0, 0])
  })
})

describe.each<[string, UploadOptions]>([
  ...[-1, NaN, 1.5, undefined].map((contentLength): [string, UploadOptions] => [
    `the length ${contentLength}`,
    { contentLength },
  ]),
  ['a wrong onProgress', { contentLength: 3, onProgress: 7 as never }],
  ['a wrong time', { contentLength: 3, timeout: -1 }],
  ['an unknown option', { contentLength: 3, retries: 3 } as UploadOptions],
])('a stream that is refused for %s is as it was before:', (_, options) => {
  const refused = async (source: UploadSource) => {
    const error = await failure(impatient('http://127.0.0.1:9').cases.upload('c', source, options))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect((error as Error).message).toMatch(/contentLength|onProgress|timeout must|retries/)
  }

  test('that of the web', async () => {
    const stream = new Blob(['all']).stream()
    await refused(stream)
    expect([stream.locked, await new Response(stream).text()]).toEqual([false, 'all'])
  })

  test('that of Node', async () => {
    const stream = Readable.from(['all'])
    await refused(stream)
    expect([stream.destroyed, await stream.toArray()]).toEqual([false, ['all']])
  })

  test('an iterable', async () => {
    let reads = 0
    await refused({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error(`${++reads}`)) }) })
    expect(reads).toBe(0)
  })
})

test('bytes that another thread has taken are refused, and nothing is sent', async () => {
  await using door = await startStorage([stored])
  const taken = new Uint8Array(3)
  structuredClone(taken.buffer, { transfer: [taken.buffer] })
  expect(await failure(door.cases.upload('c', taken))).toBeInstanceOf(FrontdeskError)
  expect([door.service.length, door.storage.length]).toEqual([0, 0])
})

describe('onProgress that fails rejects with its error, and nothing is repeated', () => {
  const own = new Error('own')
  const failing: [string, unknown, (progress: Progress) => unknown][] = [
    [
      'at the start',
      own,
      () => {
        throw own
      },
    ],
    [
      'on the way',
      own,
      ({ loaded }) => {
        if (loaded > 0) throw own
      },
    ],
    [
      'at the end',
      own,
      ({ loaded, total }) => {
        if (loaded === total) throw own
      },
    ],
    [
      'with what is no Error',
      'own',
      () => {
        throw 'own'
      },
    ],
    [
      'with what may pass',
      new ConnectionError('own'),
      ({ loaded }) => {
        if (loaded > 0) throw new ConnectionError('own')
      },
    ],
    ['as a promise', own, () => Promise.reject(own)],
  ]
  const sources: [string, () => UploadSource, Partial<ClientOptions>?][] = [
    ['a Blob', () => new Blob([bytes])],
    ['a stream', stream],
    ['a Node stream', () => Readable.from([bytes])],
    ['a Blob by another fetch', () => new Blob([bytes]), { fetch: (url, init) => fetch(url, init) }],
  ]
  for (const [what, source, settings] of sources) {
    test.each(failing)(`${what}: %s`, async (_, error, onProgress) => {
      await using door = await startStorage([stored], settings)
      const options = { onProgress: onProgress as () => void, contentLength: bytes.length }
      expect(await failure(door.cases.upload('c', source(), options))).toEqual(error)
      await new Promise((resolve) => setTimeout(resolve, 30))
      expect(door.storage.length).toBeLessThanOrEqual(1)
      expect(door.service.length).toBe(1)
    })
  }
})

test.each<[string, () => UploadSource]>([
  ['a Blob', () => new Blob([bytes])],
  ['a stream', stream],
])('onProgress that throws at the start of %s ends it before anything is sent', async (_, source) => {
  await using door = await startStorage([stored])
  const own = new Error('own')
  const onProgress = () => {
    throw own
  }
  let fetched = 0
  const { fetch } = globalThis
  globalThis.fetch = (url, init) => {
    if (init?.method === 'PUT') fetched++
    return fetch(url, init)
  }
  try {
    expect(await failure(door.cases.upload('c', source(), { onProgress, contentLength: bytes.length }))).toBe(own)
  } finally {
    globalThis.fetch = fetch
  }
  expect(fetched).toBe(0)
})

describe('a storage', () => {
  test.each([500, 502, 503, 504, 429, 408, 409])('that answers %i is asked again', async (status) => {
    await using door = await startStorage([{ status, body: '<Error><Code>X</Code></Error>' }, stored])
    expect(await door.cases.upload('c', bytes)).toMatchObject({ key: 'k0' })
    expect([door.service.length, door.storage.length]).toEqual([1, 2])
  })

  test.each([400, 404, 411, 413, 501])('that answers %i is not', async (status) => {
    await using door = await startStorage([{ status }])
    expect(await failure(door.cases.upload('c', bytes))).toMatchObject({ status, operation: 'upload' })
    expect([door.service.length, door.storage.length]).toEqual([1, 1])
  })

  test('that gives up an idle connection with 400 is asked again', async () => {
    const body = '<Error><Code>RequestTimeout</Code><Message>Idle connections will be closed.</Message></Error>'
    await using door = await startStorage([{ status: 400, body }, { status: 400, body }, stored])
    expect(await door.cases.upload('c', bytes)).toMatchObject({ key: 'k0' })
    expect([door.service.length, door.storage.length]).toEqual([1, 3])
  })

  test.each([301, 302, 303, 307, 308])(
    'that redirects with %i is not followed, and has stored nothing',
    async (status) => {
      await using other = await startServer([stored])
      await using door = await startStorage([{ status, headers: { location: `${other.url}/file` } }])
      for (const source of [new Blob([bytes]), stream()]) {
        const error = await failure(door.cases.upload('c', source, { contentLength: bytes.length }))
        expect(error).toBeInstanceOf(FrontdeskError)
        expect(error).toMatchObject({ message: 'upload met a redirect', operation: 'upload', attempts: 1 })
      }
      expect(other.received).toEqual([])
    },
  )

  test.each(['<html>sign in</html>', '<Error><Code>InternalError</Code></Error>', '{}'])(
    'whose success has the body %s is none',
    async (body) => {
      await using door = await startStorage([{ status: 200, body }])
      const error = await failure(door.cases.upload('c', bytes))
      expect(error).toBeInstanceOf(ConnectionError)
      expect((error as Error).message).toContain('no usable answer')
      expect(door.storage).toHaveLength(3)
    },
  )

  test.each([
    ['SignatureDoesNotMatch', '<Error><Code>SignatureDoesNotMatch</Code></Error>'],
    ['AccessDenied', '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'],
    ['the page of a proxy', '<html>Forbidden</html>'],
  ])('that answers 403 with %s is not asked again: another URL would not help', async (_, body) => {
    await using door = await startStorage([{ status: 403, body }])
    expect(await failure(door.cases.upload('c', bytes))).toMatchObject({ status: 403 })
    expect([door.service.length, door.storage.length]).toEqual([1, 1])
  })

  test.each([
    ['an expired URL', { status: 403, body: '<Code>AccessDenied</Code><Message>Request has expired</Message>' }],
    ['a URL that is too old', { status: 403, body: '<Error><Code>RequestTimeTooSkewed</Code></Error>' }],
    [
      'expired credentials',
      { status: 400, body: '<Code>ExpiredToken</Code><Message>The provided token has expired.</Message>' },
    ],
    ['no reason', { status: 403 }],
  ])('that refuses for %s is asked once more, with a fresh URL', async (_, refused) => {
    await using door = await startStorage([refused])
    expect(await failure(door.cases.upload('c', bytes, { maxRetries: 5 }))).toMatchObject({ status: refused.status })
    expect([door.service.length, door.storage.length]).toEqual([2, 2])
    await using other = await startStorage([refused, stored])
    expect(await other.cases.upload('c', bytes)).toMatchObject({ key: 'k1' })
  })

  test('a 403 or 500 of the service itself is not taken for one of the storage', async () => {
    for (const status of [403, 500]) {
      await using service = await startServer([problem(status)])
      const error = await failure(impatient(service.url).cases.upload('c', bytes))
      expect(error).toMatchObject({ status, operation: 'getCaseUploadUrl' })
      expect(service.received).toHaveLength(1)
    }
  })
})

describe('no message holds the presigned URL', () => {
  const shown = (error: unknown): string =>
    error instanceof Error
      ? [error.message, error.stack, JSON.stringify(error), shown(error.cause)].join('\n')
      : String(error)

  test.each<[string, Reaction | 'gone']>([
    ['disconnects', 'disconnect'],
    ['is gone', 'gone'],
    ['quotes it in a page', { status: 400, body: 'http://x/?X-Amz-Signature=secret' }],
    ['quotes it in a problem', problem(400, 'at http://x/?X-Amz-Signature=secret')],
  ])('when the storage %s', async (_, reaction) => {
    await using door = await startStorage(reaction === 'gone' ? [] : [reaction])
    if (reaction === 'gone') await door.closeStorage()
    expect(shown(await failure(door.cases.upload('c', bytes)))).not.toMatch(/Signature|secret/)
  })

  test('when fetch quotes it, as node-fetch and Deno do', async () => {
    const quoting = (url: string, init: RequestInit) =>
      init.method === 'PUT'
        ? Promise.reject(new TypeError(`request to ${url} failed, reason: connect ECONNREFUSED`))
        : fetch(url, init)
    await using door = await startStorage([stored], { fetch: quoting })
    const error = await failure(door.cases.upload('c', bytes))
    expect(error).toBeInstanceOf(ConnectionError)
    expect((error as Error).message).toContain('ECONNREFUSED')
    expect(shown(error)).not.toMatch(/Signature|secret/)
  })
})

describe('where fetch does not stream,', () => {
  const { userAgent } = navigator
  const setAgent = (value: string) => Object.defineProperty(navigator, 'userAgent', { value, configurable: true })
  afterEach(() => setAgent(userAgent))
  const platforms: [string, Partial<ClientOptions>][] = [
    ['Deno/2.5.0', {}],
    ['Cloudflare-Workers', {}],
    ['Mozilla/5.0 Firefox/140.0', {}],
    // A library that writes whatever it does not know as text.
    [
      'Node.js/24',
      {
        fetch: (url, init) =>
          fetch(url, (init.body as unknown) instanceof ReadableStream ? { ...init, body: String(init.body) } : init),
      },
    ],
  ]
  const sources: [string, () => UploadSource, number][] = [
    ['a Blob', () => new Blob([bytes]), bytes.length],
    ['an empty Blob', () => new Blob([]), 0],
    ['bytes', () => bytes, bytes.length],
    ['a stream', stream, bytes.length],
    ['an empty stream', () => new Blob([]).stream(), 0],
    ['a Node stream', () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), bytes.length],
  ]
  for (const [agent, settings] of platforms) {
    test.each(sources)(
      `as on ${agent}, %s arrives whole with its length, and its progress is told`,
      async (_, source, contentLength) => {
        setAgent(agent)
        await using door = await startStorage([stored], settings)
        const told: number[] = []
        await door.cases.upload('c', source(), { contentLength, onProgress: ({ loaded }) => told.push(loaded) })
        const [sent] = door.storage
        expect(sent?.headers['content-length']).toBe(String(contentLength))
        expect(Buffer.compare(sent?.body ?? Buffer.alloc(0), bytes.subarray(0, contentLength))).toBe(0)
        expect([told[0], told.at(-1)]).toEqual([0, contentLength])
      },
    )
  }
})

describe.each(['Node.js/24', 'Deno/2.5.0'])('as on %s,', (agent) => {
  const { userAgent } = navigator
  const setAgent = (value: string) => Object.defineProperty(navigator, 'userAgent', { value, configurable: true })
  beforeEach(() => setAgent(agent))
  afterEach(() => setAgent(userAgent))

  test.each<[string, number, () => UploadSource]>([
    ['longer than its contentLength', 1, stream],
    ['longer by one byte', bytes.length - 1, stream],
    ['shorter', bytes.length + 1, stream],
    ['shorter, of Node', bytes.length + 1, () => Readable.from([bytes])],
    ['without end', 7, () => new ReadableStream({ pull: (controller) => controller.enqueue(bytes) })],
    ['longer than nothing', 0, stream],
  ])('a stream that is %s is refused, and not stored', async (_, contentLength, source) => {
    await using door = await startStorage([stored])
    const error = await failure(door.cases.upload('c', source(), { contentLength }))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect(error).not.toBeInstanceOf(ConnectionError)
    expect((error as Error).message).toBe(`contentLength must be the length of the file, not ${contentLength}`)
    expect(door.storage).toHaveLength(0)
  })

  test.each<[string, (own: Error) => UploadSource]>([
    ['at its start', (own) => new ReadableStream({ start: (controller) => controller.error(own) })],
    ['late', (own) => failingAfter(bytes, own)],
    ['of Node', (own) => Readable.from(failingAfter(bytes, own))],
  ])('a stream that fails %s is a ConnectionError with its failure as the cause', async (_, source) => {
    await using door = await startStorage([stored])
    const own = Object.assign(new Error('the disk is gone'), { code: 'EIO' })
    const error = await failure(door.cases.upload('c', source(own), { contentLength: 2 * bytes.length }))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ message: 'the upload broke off: the disk is gone', cause: own })
    expect((error as Error).cause).toBe(own)
    expect(door.storage).toHaveLength(0)
  })

  test('a stream that fills the same memory again, or shared memory, is stored as it was given', async () => {
    await using door = await startStorage([stored])
    await door.cases.upload('c', refilled(new Uint8Array(2)), { contentLength: 6 })
    await door.cases.upload('c', refilled(new Uint8Array(new SharedArrayBuffer(2))), { contentLength: 6 })
    await door.cases.upload('c', refilled(new DataView(new ArrayBuffer(2))), { contentLength: 6 })
    expect(door.storage.map(({ body }) => [...body])).toEqual(Array(3).fill([1, 1, 2, 2, 3, 3]))
  })

  test('a stream of empty parts is stored with the others', async () => {
    await using door = await startStorage([stored])
    const parts = [[], [1], [], [2], [], []].map((part) => new Uint8Array(part))
    await door.cases.upload('c', Readable.from(parts), { contentLength: 2 })
    expect(door.storage.map(({ body }) => [...body])).toEqual([[1, 2]])
  })

  test('a stream that gives no bytes is refused', async () => {
    await using door = await startStorage([stored])
    const text = Readable.from(['text']) as AsyncIterable<never>
    const error = await failure(door.cases.upload('c', text, { contentLength: 4 }))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect(error).not.toBeInstanceOf(ConnectionError)
    expect((error as Error).message).toBe('a stream must give Uint8Arrays')
  })
})

test.each<[string, () => UploadSource]>([
  ['a Blob', () => new Blob([bytes])],
  ['a stream', stream],
])('until there is a URL, the upload of %s is repeated, and its error tells how often', async (_, source) => {
  for (const reaction of [problem(503), { status: 200, body: { uploadUrl: 'nowhere' } }]) {
    await using service = await startServer([reaction])
    const { cases } = impatient(service.url, { maxRetries: 3 })
    const error = await failure(cases.upload('c', source(), { contentLength: bytes.length }))
    expect(error).toMatchObject({ attempts: 4 })
    expect(service.received).toHaveLength(4)
  }
  await using storage = await startServer([stored])
  const body = { uploadUrl: `${storage.url}/k`, headers: {}, key: 'k', expiresAt: '2999-01-01T00:00:00Z' }
  await using service = await startServer([problem(503), 'disconnect', { status: 200, body }])
  await impatient(service.url).cases.upload('c', source(), { contentLength: bytes.length })
  expect(storage.received.map(({ body }) => body.length)).toEqual([bytes.length])
})

test('a length that the service names in capital letters is sent once', async () => {
  await using storage = await startServer([stored])
  const headers = { 'Content-Length': '3', 'Content-Type': 'text/plain' }
  const body = { uploadUrl: `${storage.url}/k`, headers, key: 'k', expiresAt: '2999-01-01T00:00:00Z' }
  await using service = await startServer([{ status: 200, body }])
  const { cases } = impatient(service.url)
  for (const source of [new Blob(['abc']).stream(), new Blob(['abc'])])
    await cases.upload('c', source, { contentLength: 3, onProgress: () => undefined })
  const sent = storage.received.map(({ headers, body }) => [
    headers['content-length'],
    headers['content-type'],
    `${body}`,
  ])
  expect(sent).toEqual(Array(2).fill(['3', 'text/plain', 'abc']))
})

async function* refilled(view: Uint8Array | DataView) {
  const bytes = new Uint8Array(view.buffer)
  for (const byte of [1, 2, 3]) {
    bytes.fill(byte)
    yield await Promise.resolve(view as Uint8Array)
  }
  bytes.fill(0)
}

async function* failingAfter(first: Uint8Array, error: Error) {
  yield await Promise.resolve(first)
  throw error
}

test('an empty file with progress stores nothing but itself, in Node too', async () => {
  await using door = await startStorage([stored])
  for (const [source, contentLength] of [
    [new Blob([]), undefined],
    [new Blob([]).stream(), 0],
  ] as const) {
    const told: Progress[] = []
    await door.cases.upload('c', source, { contentLength, onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([{ loaded: 0, total: 0 }])
  }
  expect(door.storage.map(({ headers, body }) => [headers['content-length'], body.length])).toEqual([
    ['0', 0],
    ['0', 0],
  ])
})
