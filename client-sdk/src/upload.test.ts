// Uploads: the bytes of every kind of source, progress, new URLs, and sources that cannot be sent again.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction, type Received } from '../testing/server.ts'
import {
  ConnectionError,
  ForbiddenError,
  FrontdeskError,
  TimeoutError,
  type ClientOptions,
  type Progress,
  type UploadSource,
} from './index.ts'

const bytes = new Uint8Array(200_000).map((_, index) => index % 251)

/** A service that presigns, for a storage with the given reactions. */
async function startStorage(reactions: Reaction[], lifetime = 900, settings: Partial<ClientOptions> = {}) {
  const storage = await startServer(reactions)
  const service = await startServer((_, index) => ({
    status: 200,
    body: {
      uploadUrl: `${storage.url}/file?n=${index}`,
      method: 'PUT',
      headers: { 'content-type': 'text/csv', 'if-none-match': '*' },
      key: `cases/c/${index}`,
      expiresAt: new Date(Date.now() + lifetime * 1000).toISOString(),
    },
  }))
  return {
    storage: storage.received,
    service: service.received,
    cases: impatient(service.url, settings).cases,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([storage[Symbol.asyncDispose](), service[Symbol.asyncDispose]()])
    },
  }
}

const query = (request: Received | undefined) =>
  Object.fromEntries(new URL(request?.url ?? '', 'http://x').searchParams)

describe('a source', () => {
  const stream = () => new Blob([bytes]).stream()
  const sources: [string, () => UploadSource, number?][] = [
    ['File', () => new File([bytes], 'own.csv', { type: 'text/csv' })],
    ['Blob', () => new Blob([bytes])],
    ['ArrayBuffer', () => bytes.buffer],
    ['Uint8Array on a part of its memory', () => new Uint8Array([0, ...bytes, 0]).subarray(1, bytes.length + 1)],
    ['Buffer', () => Buffer.from(bytes)],
    ['ReadableStream', stream, bytes.length],
    ['Node stream', () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), bytes.length],
  ]
  test.each(sources)('of kind %s arrives as it is, with its length', async (_, source, contentLength) => {
    for (const onProgress of [undefined, () => undefined]) {
      await using door = await startStorage([{ status: 200 }])
      const file = await door.cases.upload('c', source(), {
        fileName: 'a.csv',
        contentType: 'text/csv',
        contentLength,
        onProgress,
      })
      expect(file).toEqual({ key: 'cases/c/0', size: bytes.length, contentType: 'text/csv' })
      expect(query(door.service[0])).toEqual({ fileName: 'a.csv', contentType: 'text/csv', contentLength: '200000' })
      const [sent] = door.storage
      expect(sent?.method).toBe('PUT')
      expect(sent?.headers).toMatchObject({
        'content-type': 'text/csv',
        'content-length': '200000',
        'if-none-match': '*',
      })
      expect(sent?.headers).not.toHaveProperty('transfer-encoding')
      expect(sent?.headers).not.toHaveProperty('authorization')
      expect(Buffer.compare(sent?.body ?? Buffer.alloc(0), bytes)).toBe(0)
    }
  })

  test('that the caller changes after the call is sent as it was', async () => {
    await using door = await startStorage([{ status: 200 }])
    const own = bytes.slice()
    const upload = door.cases.upload('c', own)
    own.fill(0)
    await upload
    expect(Buffer.compare(door.storage[0]?.body ?? Buffer.alloc(0), bytes)).toBe(0)
  })

  test('that is a File brings its name and type', async () => {
    await using door = await startStorage([{ status: 200 }])
    await door.cases.upload('c', new File(['a'], 'own.csv', { type: 'text/csv' }))
    expect(query(door.service[0])).toEqual({ fileName: 'own.csv', contentType: 'text/csv', contentLength: '1' })
  })

  test('without a name, a type or content asks for no more than it has', async () => {
    await using door = await startStorage([{ status: 200 }])
    await door.cases.upload('c', new Blob([]))
    expect(query(door.service[0])).toEqual({ contentType: 'application/octet-stream' })
    expect(door.storage[0]?.headers['content-length']).toBe('0')
  })

  test('that is a stream of unknown length is refused before anything is sent', async () => {
    await using door = await startStorage([{ status: 200 }])
    expect(await failure(door.cases.upload('c', stream()))).toBeInstanceOf(FrontdeskError)
    expect(door.service).toHaveLength(0)
  })
})

test('progress begins with 0, grows, and ends with all', async () => {
  await using door = await startStorage([{ status: 200 }])
  const seen: Progress[] = []
  await door.cases.upload('c', bytes, { onProgress: (progress) => seen.push(progress) })
  expect(seen[0]).toEqual({ loaded: 0, total: 200_000 })
  expect(seen.at(-1)).toEqual({ loaded: 200_000, total: 200_000 })
  expect(seen.length).toBeGreaterThan(3)
  const loaded = seen.map((progress) => progress.loaded)
  expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
})

describe('a URL', () => {
  test('that has expired by the storage’s clock is replaced by a new URL', async () => {
    await using door = await startStorage([
      { status: 403, body: '<Error>Request has expired</Error>' },
      { status: 200 },
    ])
    expect(await door.cases.upload('c', bytes)).toMatchObject({ key: 'cases/c/1' })
    expect(door.storage.map(({ url }) => url)).toEqual(['/file?n=0', '/file?n=1'])
  })

  test('that is still good is used again after a broken connection', async () => {
    await using door = await startStorage(['disconnect', problem(503), { status: 200 }])
    expect(await door.cases.upload('c', bytes)).toMatchObject({ key: 'cases/c/0' })
    expect(door.storage).toHaveLength(3)
    expect(door.storage[2]?.body.length).toBe(bytes.length)
    expect(door.service).toHaveLength(1)
  })

  test('that has written in an attempt whose answer was lost: the 412 of the repeat is the success', async () => {
    const stored = { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' }
    // A storage that has stored the file and says so in a body costs a second attempt, and loses nothing.
    for (const lost of ['disconnect', problem(503), { status: 409 }, { status: 200, body: '<Stored/>' }] as const) {
      await using door = await startStorage([lost, stored])
      const file = await door.cases.upload('c', bytes, { contentType: 'text/csv' })
      expect(file).toEqual({ key: 'cases/c/0', size: bytes.length, contentType: 'text/csv' })
      expect(door.storage.map(({ url }) => url)).toEqual(['/file?n=0', '/file?n=0'])
      expect(door.service).toHaveLength(1)
    }
  })

  test('that had been used before its first attempt is a failure', async () => {
    await using door = await startStorage([{ status: 412 }])
    expect(await failure(door.cases.upload('c', bytes))).toMatchObject({ status: 412 })
    expect(door.storage).toHaveLength(1)
    // The first attempt to the second URL is no repeat of an attempt to the first URL.
    await using other = await startStorage([{ status: 403 }, { status: 412 }])
    expect(await failure(other.cases.upload('c', bytes))).toMatchObject({ status: 412 })
  })

  test('whose time is over before the repeat is replaced without being tried', async () => {
    await using door = await startStorage([problem(503), { status: 200 }], 0)
    expect(await door.cases.upload('c', bytes)).toMatchObject({ key: 'cases/c/1' })
  })

  test('that is refused again and again is the failure, with what the storage said', async () => {
    await using door = await startStorage([{ status: 403, body: '<Error>Request has expired</Error>' }])
    const error = await failure(door.cases.upload('c', bytes))
    expect(error).toBeInstanceOf(ForbiddenError)
    expect(error).toMatchObject({ body: '<Error>Request has expired</Error>', operation: 'upload' })
    expect(door.storage).toHaveLength(2)
  })
})

test('a Node stream that fails is the failure of the upload, also before anybody has read it', async () => {
  await using door = await startStorage([{ status: 200 }])
  const error = await failure(door.cases.upload('c', createReadStream('no-such-file'), { contentLength: 1 }))
  expect(error).toBeInstanceOf(ConnectionError)
  expect((error as Error).message).toContain('ENOENT')
})

test('a Node stream that is not sent is closed', async () => {
  await using service = await startServer([problem(404)])
  const stream = createReadStream(import.meta.filename)
  expect(await failure(impatient(service.url).cases.upload('c', stream, { contentLength: 1 }))).toMatchObject({
    status: 404,
  })
  await expect.poll(() => stream.destroyed).toBe(true)
})

test('a Node stream whose upload was aborted before the call is closed, and nothing is sent', async () => {
  await using door = await startStorage([{ status: 200 }])
  const stream = createReadStream(import.meta.filename)
  const options = { contentLength: 1, signal: AbortSignal.abort('before') }
  expect(await failure(door.cases.upload('c', stream, options))).toBe('before')
  await expect.poll(() => stream.destroyed).toBe(true)
  expect([door.service.length, door.storage.length]).toEqual([0, 0])
})

test('a stream is sent once, since it cannot be read again', async () => {
  await using door = await startStorage([problem(503)])
  const upload = door.cases.upload('c', new Blob([bytes]).stream(), { contentLength: bytes.length })
  expect(await failure(upload)).toMatchObject({ status: 503 })
  expect(door.storage).toHaveLength(1)
})

describe('retries', () => {
  test('are those of the client unless the call says otherwise', async () => {
    await using door = await startStorage([problem(503)], 900, { maxRetries: 4 })
    expect(await failure(door.cases.upload('c', bytes))).toMatchObject({ status: 503 })
    expect(door.storage).toHaveLength(5)
    await failure(door.cases.upload('c', bytes, { maxRetries: 0 }))
    expect(door.storage).toHaveLength(6)
  })

  test('of the whole and of its presigning are not multiplied', async () => {
    await using service = await startServer([problem(503)])
    const { cases } = impatient(service.url)
    expect(await failure(cases.upload('c', bytes))).toMatchObject({ status: 503 })
    expect(service.received).toHaveLength(3)
  })

  test('of the presigning for a stream have the delays of the call', async () => {
    await using service = await startServer([problem(503)])
    const { cases } = impatient(service.url, { baseDelay: 60_000, maxDelay: 60_000 })
    const stream = new Blob([bytes]).stream()
    const options = { contentLength: bytes.length, maxRetries: 1, baseDelay: 5, maxDelay: 5, timeout: 2000 }
    expect(await failure(cases.upload('c', stream, options))).toMatchObject({ status: 503 })
    expect(service.received).toHaveLength(2)
  })
})

test('a case that is not there is known before anything is sent', async () => {
  await using service = await startServer([problem(404)])
  expect(await failure(impatient(service.url).cases.upload('c', bytes))).toMatchObject({ status: 404 })
  expect(service.received).toHaveLength(1)
})

test('an abort ends it, and so does its time', async () => {
  await using door = await startStorage(['silence'])
  const signal = AbortSignal.timeout(100)
  expect(await failure(door.cases.upload('c', bytes, { signal }))).toBe(signal.reason)
  expect(await failure(door.cases.upload('c', bytes, { timeout: 100 }))).toBeInstanceOf(TimeoutError)
})
