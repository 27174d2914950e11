// Guards the MCP endpoint of the local cloud: a website gets no answer, by its origin or by its own name (DNS rebinding).
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import { refuseOrigin } from '../server/auth/resource.ts'
import { listOf } from '../server/variables.ts'
import { splitUrl } from './emulators/api-gateway/event.ts'
import { originForm } from './emulators/api-gateway/head.ts'
import { gatewayResponse } from './emulators/api-gateway/responses.ts'
import { isThisMachine } from './this-machine.ts'

/** The endpoint, and the documents about it: they repeat the name that they were asked at. */
const guarded = /^\/(mcp$|\.well-known\/)/

/** The router decodes the segments of a path. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Why the request gets no answer. Another method than POST is a 405, wherever it comes from. */
function refusalOf({ method, headers: { host, origin } }: IncomingMessage, path: string): string | undefined {
  if (!guarded.test(path)) return undefined
  if (!isThisMachine(host)) return 'The host is another one than this machine.'
  if (path !== '/mcp' || method !== 'POST') return undefined
  try {
    refuseOrigin({ headers: origin === undefined ? {} : { origin } }, listOf(process.env.MCP_ALLOWED_ORIGINS ?? ''))
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * Answers as the gateway answers a request that a policy denies. The function checks the origin too, but the gateway would
 * ask for a token first.
 */
export const guardMcp =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const { path } = splitUrl(originForm(request.url))
    const detail = refusalOf(request, decoded(path))
    if (detail === undefined) {
      listener(request, response)
      return
    }
    const { statusCode, headers, body: told } = gatewayResponse('ACCESS_DENIED', { requestId: randomUUID(), path })
    const body = JSON.stringify({ ...(JSON.parse(told) as object), detail, message: detail })
    response.writeHead(statusCode, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
  }
