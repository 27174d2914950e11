// An aborted upload by XMLHttpRequest ends, at any time and by any signal. The fake XMLHttpRequest can do no more.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure, impatient } from '../testing/impatient.ts'
import { startServer } from '../testing/server.ts'
import { ConnectionError } from './index.ts'
import { core } from './later.ts'
import { sendFile } from './send-file.ts'

let requests: SilentRequest[]

class SilentRequest {
  upload: { onprogress?: (event: { loaded: number }) => void } = {}
  isSent = false
  onabort: (() => void) | undefined
  onload: (() => void) | undefined
  status = 0
  responseText = ''
  responseURL = 'http://storage.test/'
  constructor() {
    requests.push(this)
  }
  open = () => undefined
  setRequestHeader = () => undefined
  send = () => (this.isSent = true)
  // As in a browser, a request that was not sent reports no abort.
  abort() {
    if (this.isSent) this.onabort?.()
  }
}

beforeEach(() => {
  requests = []
  Reflect.set(globalThis, 'XMLHttpRequest', SilentRequest)
})
afterEach(() => Reflect.deleteProperty(globalThis, 'XMLHttpRequest'))

/** The reason of the upload's rejection. An upload that hangs gives `hanging` at once, not after the test's timeout. */
const ending = (signal: AbortSignal, report = () => undefined as unknown) => {
  const blob = new Blob(['a'])
  const target = { uploadUrl: 'http://storage.test/', headers: {} }
  const sent = failure(sendFile(core, target, { blob, size: 1, signal, report, fetch }))
  const hanging = new Promise((resolve) => setTimeout(resolve, 500, 'hanging'))
  return Promise.race([sent, hanging])
}

test('by the caller: it rejects with the signal’s reason', async () => {
  const controller = new AbortController()
  const end = ending(controller.signal)
  expect(requests.map(({ isSent }) => isSent)).toEqual([true])
  controller.abort('enough')
  expect(await end).toBe('enough')
})

test('by the caller before it is on its way: it is not sent at all', async () => {
  const controller = new AbortController()
  expect(await ending(controller.signal, () => controller.abort('enough'))).toBe('enough')
  expect(requests).toHaveLength(0)
})

test('by the browser: it is a ConnectionError', async () => {
  const end = ending(new AbortController().signal)
  for (const request of requests) request.abort()
  expect(await end).toBeInstanceOf(ConnectionError)
})

const answered = async (answer: Partial<SilentRequest>) => {
  const end = ending(new AbortController().signal)
  for (const request of requests) Object.assign(request, answer).onload?.()
  return end
}

test.each([100, 204, 304, 404, 600, 999])('an answer with status %i ends it', async (status) => {
  const end = answered({ status, responseText: '' })
  if (status === 204) await expect(end).rejects.toThrow('no failure')
  else expect(await end).toMatchObject({ operation: 'upload', status })
})

test('an answer of another address is a redirect, which browsers follow', async () => {
  const end = await answered({ status: 200, responseURL: 'http://portal.test/login' })
  expect(end).toMatchObject({ message: 'upload met a redirect' })
})

test('by onProgress that throws on the way: it rejects with that error, and nothing is sent again', async () => {
  const target = { key: 'k', uploadUrl: 'http://storage.test', headers: {}, expiresAt: '2999-01-01T00:00:00Z' }
  await using service = await startServer([{ status: 200, body: target }])
  const own = new ConnectionError('own')
  const onProgress = ({ loaded }: { loaded: number }) => {
    if (loaded > 0) throw own
  }
  const end = failure(impatient(service.url).cases.upload('c', new Blob(['abc']), { onProgress }))
  await expect.poll(() => requests).toHaveLength(1)
  requests[0]?.upload.onprogress?.({ loaded: 1 })
  expect(await end).toBe(own)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect([requests.length, service.received.length]).toEqual([1, 1])
})
