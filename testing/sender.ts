// Sends requests to the app as the gateway would, and validates each answer against the contract.
import { randomUUID } from 'node:crypto'
import { splitUrl } from '../local-cloud/emulators/api-gateway/event.ts'
import { violations } from '../local-cloud/response-check.ts'
import type { App } from '../server/app.ts'
import { written } from '../server/http/event-stream.ts'
import type { HttpRequest, HttpResponse } from '../server/http/message.ts'

/** The key id that the gateway adds when it accepts an API key. */
export const apiKeyId = 'test-key'

type Send = ReturnType<typeof createSender>

/** The function that it returns throws when the answer breaks the contract. */
export function createSender(app: App) {
  return async (method: string, url: string, { headers = {}, body, ...rest }: Partial<HttpRequest> = {}) => {
    const { path, query } = splitUrl(url)
    const request = {
      method,
      path,
      query: query ?? {},
      headers,
      requestId: randomUUID(),
      ...rest,
      ...(body && { body }),
    }
    const response = await readToEnd(await app(request))
    const broken = violations(method, path, response)
    if (broken.length > 0) throw new Error(`The answer breaks the contract.\n${broken.join('\n')}`)
    return response
  }
}

/** A stream of events becomes the text that a caller reads. */
async function readToEnd({ events, ...response }: HttpResponse): Promise<HttpResponse> {
  if (!events) return response
  let body = ''
  for await (const text of written(events)) body += text
  return { ...response, body }
}

/** The sender as a `fetch` function, for typed clients. */
export function createFetch(send: Send) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const headers = Object.fromEntries(request.headers)
    const body = Buffer.from(await request.arrayBuffer())
    const {
      status,
      headers: sent,
      body: text,
    } = await send(request.method, pathname + search, {
      headers,
      body,
      ...(headers['x-api-key'] !== undefined && { apiKeyId }),
    })
    return new Response(text ?? null, { status, headers: sent })
  }
}
