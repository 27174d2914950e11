// The pages of the local cloud beside the API: the start page, and the docs.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SigningKey } from './cognito/index.ts'

export type SiteOptions = { url: string; key: SigningKey; apiKey: string; services: Record<string, string> }

/** Serves the request if it is for a page, and says whether it was. */
export function createSite({ url }: SiteOptions) {
  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url !== '/') return Promise.resolve(false)
    response.end(`Frontdesk is ready at ${url}`)
    return Promise.resolve(true)
  }
}
