// An upload by XMLHttpRequest that is aborted: it ends, whoever aborted it and when. The stand-in knows no more than that.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure } from '../testing/impatient.ts'
import { ConnectionError } from './index.ts'
import { sendFile } from './send-file.ts'

let requests: SilentRequest[]

class SilentRequest {
  upload = {}
  isSent = false
  onabort: (() => void) | undefined
  constructor() {
    requests.push(this)
  }
  open = () => undefined
  setRequestHeader = () => undefined
  send = () => (this.isSent = true)
  // As in a browser, one that is not on its way tells nobody.
  abort() {
    if (this.isSent) this.onabort?.()
  }
}

beforeEach(() => {
  requests = []
  Reflect.set(globalThis, 'XMLHttpRequest', SilentRequest)
})
afterEach(() => Reflect.deleteProperty(globalThis, 'XMLHttpRequest'))

/** What the upload is rejected with; one that hangs is `hanging` at once, and not after the test's whole time. */
const ending = (signal: AbortSignal, onProgress = () => undefined as unknown) => {
  const body = new Blob(['a'])
  const target = { uploadUrl: 'http://storage.test', headers: {} }
  const sent = failure(sendFile(target, { body, size: 1, signal, onProgress, fetch }))
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
