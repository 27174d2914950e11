// An upload by XMLHttpRequest that is aborted: it ends, whoever aborted it. The stand-in knows no more than that.
import { afterEach, expect, test } from 'vitest'
import { failure } from '../testing/frontdesk.ts'
import { ConnectionError } from './index.ts'
import { sendFile } from './send-file.ts'

let request: SilentRequest | undefined

class SilentRequest {
  upload = {}
  onabort: (() => void) | undefined
  constructor() {
    request = this // eslint-disable-line @typescript-eslint/no-this-alias
  }
  open = () => undefined
  setRequestHeader = () => undefined
  send = () => undefined
  abort() {
    this.onabort?.()
  }
}

afterEach(() => Reflect.deleteProperty(globalThis, 'XMLHttpRequest'))

const sending = (signal: AbortSignal) => {
  Reflect.set(globalThis, 'XMLHttpRequest', SilentRequest)
  const body = new Blob(['a'])
  const target = { uploadUrl: 'http://storage.test', headers: {} }
  return sendFile(target, { body, size: 1, signal, onProgress: () => undefined, fetch })
}

test('by the caller: it rejects with the signal’s reason', async () => {
  const controller = new AbortController()
  const sent = sending(controller.signal)
  controller.abort('enough')
  expect(await failure(sent)).toBe('enough')
})

test('by the browser: it is a ConnectionError', async () => {
  const sent = sending(new AbortController().signal)
  request?.abort()
  expect(await failure(sent)).toBeInstanceOf(ConnectionError)
})
