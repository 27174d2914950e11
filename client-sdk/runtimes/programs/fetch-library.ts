// The exercise with the fetch of a library, whose name is the second argument. The platform has neither Request nor fetch.
import type { ClientOptions } from '@frontdesk/client-sdk'
import { exercise } from '../../testing/exercise.ts'

type Fetch = NonNullable<ClientOptions['fetch']>

const [, , surroundings = '', library = ''] = process.argv
/** The compiler takes each of them as it is, without a cast. */
const fetches: Record<string, () => Promise<Fetch>> = {
  undici: async () => (await import('undici')).fetch,
  'node-fetch': async () => (await import('node-fetch')).default,
  ofetch: async () => (await import('ofetch')).ofetch.native,
  // The part of ofetch that returns answers. Its settings leave failures, retries and bodies to the SDK.
  'ofetch.raw': async () => {
    const { ofetch } = await import('ofetch')
    return (url, init) => ofetch.raw(url, { ...init, ignoreResponseError: true, responseType: 'stream', retry: false })
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
const findings = await exercise(sdk, JSON.parse(surroundings), counted)
if (calls < 60) findings.broken.push(`only ${calls} calls went through the library`)
console.log(JSON.stringify(findings))
