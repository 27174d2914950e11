// The parts that are loaded with their first use: each is one file, and a bundle has it only where something needs it.
import { build } from 'esbuild'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startEvents } from '../testing/event-server.ts'
import { failure } from '../testing/impatient.ts'
import { bundleWith, type Fault } from '../testing/parts.ts'
import { startServer } from '../testing/server.ts'
import { ConnectionError, FrontdeskError, TimeoutError, type OnErrorEvent } from './index.ts'

/** The files of a bundle with code splitting: each with its modules, and with the files that it imports. */
async function filesOf(contents: string) {
  const { metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: import.meta.dirname,
    write: false,
    metafile: true,
  })
  return Object.values(metafile.outputs).map(({ inputs, imports, entryPoint = '' }) => ({
    entry: basename(entryPoint),
    modules: Object.keys(inputs).map((path) => basename(path)),
    imports: imports.map(({ kind }) => kind),
  }))
}

test('the client is a file, and so are the parts, which import nothing', async () => {
  const files = await filesOf(
    "export * from './client.ts'; export * from './upload.ts'; export * from './event-stream.ts'",
  )
  const [main, ...parts] = files.sort(({ entry }) => (entry === '<stdin>' ? -1 : 1))
  expect(main?.imports).toEqual(['dynamic-import', 'dynamic-import'])
  expect(main?.modules).not.toContain('send-file.ts')
  expect(main?.modules).not.toContain('event-text.ts')
  expect(parts.map(({ entry }) => entry).sort()).toEqual(['read-events.ts', 'uploading.ts'])
  // A part that imported a module of the core would take it out of the main file, into a third one.
  expect(parts.flatMap(({ imports }) => imports)).toEqual([])
})

test('the client alone loads no parts, and has nothing for them', async () => {
  const [main] = (await filesOf("export { createClient } from './index.ts'")).filter(({ entry }) => entry === '<stdin>')
  expect(main?.imports).toEqual([])
  expect(main?.modules).not.toContain('later.ts')
})

const bytes = new Uint8Array(3)
const nowhere = 'http://127.0.0.1:9'

/** The calls that need a part, of a client whose parts have this fault. Each takes a time, and the other options. */
async function callsWith(fault: Fault) {
  const bundle = await bundleWith(fault)
  const heard: OnErrorEvent[] = []
  const clientAt = (baseUrl: string) =>
    bundle.module.createFrontdesk({
      baseUrl,
      observe: bundle.module.observe,
      onError: (event) => heard.push(event),
      maxRetries: 0,
    })
  type Limits = { time?: number; signal?: AbortSignal }
  const read = async (events: AsyncIterable<unknown>) => {
    for await (const event of events) return event
    return undefined
  }
  const streamAt = (url: string, { time, signal }: Limits) =>
    clientAt(url).chat.stream({ message: 'Hi' }, { firstEventTimeout: time, signal })
  return {
    heard,
    clientAt,
    calls: {
      upload: (url: string, { time, signal }: Limits) =>
        clientAt(url).cases.upload('c', bytes, { timeout: time, signal }),
      chatStream: (url: string, limits: Limits) => read(streamAt(url, limits)),
      'chatStream as text': (url: string, limits: Limits) => streamAt(url, limits).text(),
    },
    [Symbol.asyncDispose]: bundle[Symbol.asyncDispose],
  }
}
const names = ['upload', 'chatStream', 'chatStream as text'] as const
const operationOf = (name: (typeof names)[number]) => name.replace(' as text', '')

describe.each(names)('%s: a part', (name) => {
  test('that cannot be loaded is a ConnectionError that names the call, its place and the reason, and a hook hears of it', async () => {
    await using parts = await callsWith('missing')
    async function theCaller() {
      return await parts.calls[name](nowhere, {})
    }
    const error = (await failure(theCaller())) as ConnectionError
    const operation = operationOf(name)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ operation, cause: expect.any(Error) as Error })
    expect(error.message).toMatch(new RegExp(`^${operation} could not be loaded: `))
    expect(error.stack).toMatch(new RegExp(`^ConnectionError: ${operation} could not be loaded[^]*theCaller`))
    expect(parts.heard).toMatchObject([{ operationId: operation, error, attempt: 0 }])
  })

  test('that does not come ends with the time of the call', async () => {
    await using parts = await callsWith('hanging')
    const error = await failure(parts.calls[name](nowhere, { time: 50 }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ operation: operationOf(name) })
    expect(parts.heard).toMatchObject([{ operationId: operationOf(name), error }])
  })

  test('that does not come ends with the abort of the call, before it and on the way', async () => {
    await using parts = await callsWith('hanging')
    expect(await failure(parts.calls[name](nowhere, { signal: AbortSignal.abort('before') }))).toBe('before')
    const controller = new AbortController()
    const waiting = failure(parts.calls[name](nowhere, { signal: controller.signal }))
    setTimeout(() => controller.abort('enough'), 20)
    expect(await waiting).toBe('enough')
  })

  test('that comes late has taken its time from that of the call', async () => {
    await using parts = await callsWith('late')
    await using silent = await startServer(['silence'])
    const error = (await failure(parts.calls[name](silent.url, { time: 2000 }))) as Error
    const [, left] = /within (\d+) ms/.exec(error.message) ?? []
    expect(Number(left)).toBeLessThan(2000 - 290)
    expect(silent.received).toHaveLength(1)
  })
})

test.each(names)('%s: a wrong time is refused as such, also when the part comes late', async (name) => {
  await using parts = await callsWith('late')
  for (const time of [-1, NaN]) {
    const { message } = (await failure(parts.calls[name](nowhere, { time }))) as Error
    expect(message).toMatch(/[tT]imeout must be a number from 0 on, not/)
  }
})

test('a part that came late works', async () => {
  await using parts = await callsWith('late')
  await using events = await startEvents(({ response }) => response.end('data: {"type":"done"}\n\n'))
  expect(await parts.calls.chatStream(events.url, {})).toEqual({ type: 'done' })
})

describe.each(['missing', 'hanging'] as const)('an upload whose part is %s', (fault) => {
  const options = { contentLength: 3, timeout: 100 }

  test('closes a Node stream, also one that fails', async () => {
    await using parts = await callsWith(fault)
    const { cases } = parts.clientAt(nowhere)
    for (const path of [import.meta.filename, 'no-such-file']) {
      const stream = createReadStream(path)
      expect(await failure(cases.upload('c', stream, options))).toBeInstanceOf(FrontdeskError)
      await expect.poll(() => stream.destroyed).toBe(true)
    }
  })

  test('leaves other streams as they were', async () => {
    await using parts = await callsWith(fault)
    const { cases } = parts.clientAt(nowhere)
    const stream = new Blob(['all']).stream()
    let reads = 0
    const iterable = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error(`${++reads}`)) }) }
    expect(await failure(cases.upload('c', stream, options))).toBeInstanceOf(FrontdeskError)
    expect(await failure(cases.upload('c', iterable, options))).toBeInstanceOf(FrontdeskError)
    expect([stream.locked, await new Response(stream).text(), reads]).toEqual([false, 'all', 0])
  })
})
