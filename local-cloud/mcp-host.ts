// Guards the MCP endpoint of the local cloud: a website that points its own name here gets no answer (DNS rebinding).
import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { splitUrl } from './emulators/api-gateway/event.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { gatewayResponse } from './emulators/api-gateway/responses.ts'
import { isThisMachine } from './this-machine.ts'

/** The endpoint, and the documents about it: they repeat the name that they were asked at. */
const guarded = /^\/(mcp$|\.well-known\/)/

/** The router decodes the segments of a path. */
function isGuarded(path: string): boolean {
  try {
    return guarded.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** Answers a request that names another machine as the gateway answers one that a policy denies. */
export const guardMcp =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const { path } = splitUrl(originForm(request.url))
    if (isThisMachine(request.headers.host) || !isGuarded(path)) {
      listener(request, response)
      return
    }
    const { statusCode, headers, body } = gatewayResponse('ACCESS_DENIED', { requestId: randomUUID(), path })
    response.writeHead(statusCode, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
  }
