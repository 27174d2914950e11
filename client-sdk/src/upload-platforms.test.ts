// What an upload gives to fetch, by platform: a stream only where its length is kept, else the whole file.
import { afterEach, expect, test } from 'vitest'
import { impatient } from '../testing/impatient.ts'
import type { ClientOptions } from './index.ts'

const bytes = new Uint8Array(150_000).map((_, index) => index % 251)

/** The global members that a test replaces. `undefined` takes one away. */
const own = ['fetch', 'navigator', 'FixedLengthStream', 'Blob'].map((name) => [
  name,
  Object.getOwnPropertyDescriptor(globalThis, name),
]) as [string, PropertyDescriptor | undefined][]

function replace(members: Record<string, unknown>) {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
}

afterEach(() => {
  for (const [name, descriptor] of own) {
    Reflect.deleteProperty(globalThis, name)
    if (descriptor) Object.defineProperty(globalThis, name, descriptor)
  }
})

type Sent = { body: unknown; length: string | undefined; stored: Uint8Array }

/** A service and its storage in one fetch, which keeps what is sent to the storage. */
function fakeFetch() {
  const sent: Sent[] = []
  const fetch = async (_: string, { method, body, headers }: RequestInit): Promise<Response> => {
    if (method !== 'PUT') {
      const expiresAt = new Date(Date.now() + 60_000).toISOString()
      return Response.json({ key: 'k', uploadUrl: 'http://storage.test/k', method: 'PUT', headers: {}, expiresAt })
    }
    const stored = new Uint8Array(await new Response(body).arrayBuffer())
    sent.push({ body, length: (headers as Record<string, string>)['content-length'], stored })
    return new Response()
  }
  return { fetch, sent }
}

type Source = Parameters<ReturnType<typeof impatient>['cases']['upload']>[1]

/** Uploads with progress, and gives what was sent and what was told. */
async function upload(source: Source, platform: Record<string, unknown>, settings: Partial<ClientOptions> = {}) {
  const { fetch, sent } = fakeFetch()
  replace({ fetch, ...platform })
  const told: number[] = []
  const options = { contentLength: bytes.length, onProgress: ({ loaded }: { loaded: number }) => told.push(loaded) }
  const client = impatient('http://service.test', settings)
  await client.cases.upload('c', source, source instanceof Blob ? { onProgress: options.onProgress } : options)
  expect(sent).toHaveLength(1)
  const [put] = sent
  return { ...(put as Sent), told }
}

const sources: [string, () => Source][] = [
  ['Blob', () => new Blob([bytes])],
  ['stream', () => new Blob([bytes]).stream()],
  ['parts', () => parts()],
]
async function* parts() {
  yield await Promise.resolve(bytes.subarray(0, 100_000))
  yield bytes.subarray(100_000)
}

const agent = (userAgent: string | undefined) => ({ navigator: { userAgent } })

test.each([
  ['Node', agent('Node.js/24')],
  ['Node 20, which has no navigator', { navigator: undefined }],
  ['Bun', agent('Bun/1.4.5')],
])('%s gets a stream with its length', async (_, platform) => {
  for (const [name, source] of sources) {
    const { body, length, stored, told } = await upload(source(), platform)
    expect(body).toBeInstanceOf(ReadableStream)
    expect(length).toBe('150000')
    expect(stored).toEqual(bytes)
    // The platform's own stream has all bytes in one part.
    expect(told.length).toBeGreaterThan(name === 'stream' ? 1 : 2)
    expect([told[0], told.at(-1)]).toEqual([0, bytes.length])
  }
})

test.each([
  ['Deno', agent('Deno/2.9.6')],
  ['a service worker', agent('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0')],
  ['React Native', { navigator: { product: 'ReactNative' } }],
])('%s gets the whole file, and tells its progress', async (_, platform) => {
  for (const [, source] of sources) {
    const { body, stored, told } = await upload(source(), platform)
    expect(body).toBeInstanceOf(Blob)
    expect(stored).toEqual(bytes)
    expect(told).toEqual([0, bytes.length])
  }
})

test('a worker of Cloudflare gets a stream of fixed length', async () => {
  const lengths: number[] = []
  class FixedLengthStream extends TransformStream {
    constructor(length: number) {
      super()
      lengths.push(length)
    }
  }
  for (const [, source] of sources) {
    const { body, stored } = await upload(source(), { FixedLengthStream, ...agent('Cloudflare-Workers') })
    expect(body).toBeInstanceOf(ReadableStream)
    expect(stored).toEqual(bytes)
  }
  expect(lengths).toEqual([bytes.length, bytes.length, bytes.length])
})

test('a worker of Cloudflare gets the last part when the stream has ended: a longer one is not stored', async () => {
  const given: number[] = []
  const fetch = async (_: string, { method, body }: RequestInit): Promise<Response> => {
    if (method !== 'PUT')
      return Response.json({ key: 'k', uploadUrl: 'http://s.test/k', headers: {}, expiresAt: '2999-01-01T00:00:00Z' })
    // As in workerd, a request of known length is done when it has this length.
    for await (const part of body as ReadableStream<Uint8Array>) {
      given.push(part.byteLength)
      if (given.reduce((total, length) => total + length, 0) >= 100_000) break
    }
    return new Response()
  }
  class FixedLengthStream extends TransformStream {
    constructor(_: number) {
      super()
    }
  }
  replace({ fetch, FixedLengthStream, ...agent('Cloudflare-Workers') })
  const client = impatient('http://service.test')
  await expect(client.cases.upload('c', parts(), { contentLength: 100_000 })).rejects.toThrow('contentLength')
  expect(given).toEqual([])
})

test('a fetch of the caller’s gets the whole file: not every library can send a stream', async () => {
  for (const [, source] of sources) {
    const { fetch, sent } = fakeFetch()
    const { cases } = impatient('http://service.test', { fetch })
    await cases.upload('c', source(), { contentLength: bytes.length, onProgress: () => undefined })
    expect(sent[0]?.body).toBeInstanceOf(Blob)
    expect(sent[0]?.stored).toEqual(bytes)
  }
})

test.each([
  ['Node', agent('Node.js/24')],
  ['Deno', agent('Deno/2.9.6')],
  ['workerd', { FixedLengthStream: TransformStream }],
])('an empty file is stored as nothing but itself in %s', async (_, platform) => {
  const { body, stored, told } = await upload(new Blob([]), platform)
  expect(body).toBe('')
  expect(stored).toHaveLength(0)
  expect(new Set(told)).toEqual(new Set([0]))
})

test.each<[string, (shared: SharedArrayBuffer) => Source]>([
  ['memory', (shared) => shared],
  ['bytes', (shared) => new Uint8Array(shared, 1)],
  ['a DataView', (shared) => new DataView(shared, 1)],
])('%s that threads share is sent where a Blob takes no such memory, as in Deno', async (name, source) => {
  class UnsharedBlob extends Blob {
    constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
      for (const part of parts) {
        if (ArrayBuffer.isView(part) && String(part.buffer) === '[object SharedArrayBuffer]')
          throw new TypeError('shared')
      }
      super(parts, options)
    }
  }
  const shared = new SharedArrayBuffer(4)
  new Uint8Array(shared).set([1, 2, 3, 4])
  const { fetch, sent } = fakeFetch()
  replace({ fetch, Blob: UnsharedBlob })
  const upload = impatient('http://service.test').cases.upload('c', source(shared))
  // Bytes that another thread writes later are not sent.
  new Uint8Array(shared).fill(0)
  await upload
  expect([...(sent[0]?.stored ?? [])]).toEqual(name === 'memory' ? [1, 2, 3, 4] : [2, 3, 4])
})

test('a Blob of another kind, which has no stream, is sent as its bytes', async () => {
  const { buffer } = bytes
  const foreign = { size: buffer.byteLength, type: '', slice: () => foreign, arrayBuffer: async () => buffer }
  const { fetch, sent } = fakeFetch()
  await impatient('http://service.test', { fetch }).cases.upload('c', foreign as unknown as Blob)
  expect(sent[0]?.body).toBe(buffer)
})
