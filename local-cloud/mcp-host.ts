// Guards the MCP endpoint of the local cloud: a website that points its own name here gets no answer (DNS rebinding).
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { isIP } from 'node:net'
import { hostToListenOn } from './address.ts'
import { splitUrl } from './emulators/api-gateway/event.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { gatewayResponse } from './emulators/api-gateway/responses.ts'

const path = '/mcp'

/**
 * Whether the request for the endpoint names another machine. Nobody can point a name of theirs at a number. A request
 * without Host is no browser's.
 */
function isForeign({ url, host }: { url: string | undefined; host: string | undefined }): boolean {
  if (host === undefined || splitUrl(url).path !== path) return false
  const [, name = ''] = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host.toLowerCase()) ?? []
  const plain = name.replace(/^\[(.*)\]$/, '$1')
  return plain !== 'localhost' && plain !== hostToListenOn().toLowerCase() && isIP(plain) === 0
}

/** Answers such a request as the gateway answers one that a policy denies. */
export const guardMcp =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    if (!isForeign({ url: originForm(request.url), host: request.headers.host })) {
      listener(request, response)
      return
    }
    const { statusCode, headers, body } = gatewayResponse('ACCESS_DENIED', { requestId: randomUUID(), path })
    response.writeHead(statusCode, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
  }
