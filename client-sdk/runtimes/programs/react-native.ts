// The exercise with the globals of React Native: its fetch and its AbortController are the libraries that it has itself.
import { exercise } from '../../testing/exercise.ts'
import { FileReaderOfNative, RequestOfNative } from './native-request.ts'

/** React Native has none of these. */
const absent = ['ReadableStream', 'WritableStream', 'TransformStream', 'DOMException', 'structuredClone', 'navigator']
const own = ['fetch', 'Request', 'Response', 'Headers', 'AbortController', 'AbortSignal']
for (const name of [...absent, ...own]) Reflect.deleteProperty(globalThis, name)
for (const name of ['randomUUID', 'subtle']) Object.defineProperty(crypto, name, { value: undefined })
for (const name of ['stream', 'arrayBuffer', 'text', 'bytes']) Reflect.deleteProperty(Blob.prototype, name)
Object.assign(globalThis, {
  navigator: { product: 'ReactNative' },
  XMLHttpRequest: RequestOfNative,
  FileReader: FileReaderOfNative,
  self: globalThis,
})

// Both set the globals when they are loaded.
await import('abort-controller/polyfill.js')
await import('whatwg-fetch')
const sdk = await import('@frontdesk/client-sdk')
console.log(JSON.stringify(await exercise(sdk, JSON.parse(process.argv[2] ?? ''))))
