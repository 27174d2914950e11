// The exercise with the fetch of a library, whose name is the second argument. The platform has neither Request nor fetch.
import { exercise } from '../../testing/exercise.ts'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

const [, , surroundings = '', library = ''] = process.argv
// Safe cast: what a library declares differs from the types of the DOM, and works like them.
const fetches: Record<string, () => Promise<Fetch>> = {
  undici: async () => (await import('undici')).fetch as unknown as Fetch,
  'node-fetch': async () => (await import('node-fetch')).default as unknown as Fetch,
  ofetch: async () => (await import('ofetch')).ofetch.native as Fetch,
  // The part of ofetch that returns answers. Its settings leave failures, retries and bodies to the SDK.
  'ofetch.raw': async () => {
    const { ofetch } = await import('ofetch')
    return (url, init) =>
      ofetch.raw(url, { ...(init as object), ignoreResponseError: true, responseType: 'stream', retry: false })
  },
}

const fetch = await fetches[library]?.()
let calls = 0
const counted: Fetch = (url, init) => {
  calls++
  return fetch ? fetch(url, init) : Promise.reject(new Error(`no such library: ${library}`))
}
// ofetch calls the platform's fetch. The SDK itself needs only Headers.
const absent = library.startsWith('ofetch') ? ['Request'] : ['Request', 'Response', 'fetch']
for (const name of absent) Reflect.deleteProperty(globalThis, name)

const sdk = await import('@frontdesk/client-sdk')
const findings = await exercise(sdk, JSON.parse(surroundings), counted as never)
if (calls < 60) findings.broken.push(`only ${calls} calls went through the library`)
console.log(JSON.stringify(findings))
