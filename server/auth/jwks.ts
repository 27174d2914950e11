// The user pool's signing keys: fetched at the first need, and at most once a minute.
import { FetchError } from 'aws-jwt-verify/error'
import { isJwks, SimpleJwksCache } from 'aws-jwt-verify/jwk'
import * as https from 'node:https'
import { buffer } from 'node:stream/consumers'

const keepMilliseconds = 60_000
const keepFailureMilliseconds = 1000
const timeoutMilliseconds = 3000

/**
 * @param endpoint The address to use instead of Cognito's public host. The variable
 *   `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER` has the same meaning for the AWS SDK.
 */
export function createJwksCache(endpoint: string | undefined) {
  let latest: { uri: string; until: number; keys: Promise<ArrayBuffer> } | undefined

  const fetch = (uri: string): Promise<ArrayBuffer> => {
    // Without this, the verifier would ask Cognito again for every token that names an unknown key.
    if (latest?.uri === uri && Date.now() < latest.until) return latest.keys
    const { pathname } = new URL(uri)
    const keys = download(endpoint === undefined ? new URL(uri) : new URL(pathname, endpoint))
    const attempt = { uri, until: Date.now() + keepMilliseconds, keys }
    keys.catch(() => (attempt.until = Date.now() + keepFailureMilliseconds))
    latest = attempt
    return keys
  }
  return new SimpleJwksCache({ fetcher: { fetch } })
}

async function download(url: URL): Promise<ArrayBuffer> {
  // A static import of `node:http` would load undici too, which no cold start on AWS needs.
  const { get } = url.protocol === 'http:' ? await import('node:http') : https
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new FetchError(url.href, error))
    const request = get(url, { timeout: timeoutMilliseconds }, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        fail(new Error(`status ${response.statusCode ?? 0}`))
        return
      }
      buffer(response).then((bytes) => {
        // Fails here, so that a useless answer is cached for one second and not for a minute.
        if (holdsKeys(bytes)) resolve(Uint8Array.from(bytes).buffer)
        else fail(new Error('the answer holds no keys'))
      }, fail)
    })
    request.on('timeout', () => request.destroy(new Error(`no answer in ${timeoutMilliseconds} ms`)))
    request.on('error', fail)
  })
}

function holdsKeys(bytes: Buffer): boolean {
  try {
    return isJwks(JSON.parse(bytes.toString()) as Parameters<typeof isJwks>[0])
  } catch {
    return false
  }
}
