// Messages of the Model Context Protocol for tests, in both eras, through the front door.
import type { HttpRequest } from '../server/http/message.ts'
import { bodyOf, type FrontDoor } from './front-door.ts'

export const modernVersion = '2026-07-28'
/** The arguments of a new event. */
export const event = {
  title: 'Open day',
  description: 'Everyone may come.',
  date: '2027-05-08',
  location: 'Hall',
  capacity: 10,
  organizer: 'Ada',
}

export const bothScopes = 'frontdesk/read frontdesk/write'

const key = (name: string) => `io.modelcontextprotocol/${name}`

type Params = Record<string, unknown>
export type RpcAnswer = {
  id?: unknown
  result?: Record<string, unknown> & {
    content?: { type: string; text?: string; uri?: string }[]
    structuredContent?: Record<string, unknown>
    isError?: boolean
    tools?: { name: string; inputSchema: object }[]
    inputRequests?: { confirm: { params: { message: string } } }
    requestState?: string
  }
  error?: { code: number; message: string; data?: Record<string, unknown> }
}

/** The `_meta` of a request of today. */
export const metaOf = (capabilities: object = {}, client = 'tests') => ({
  [key('protocolVersion')]: modernVersion,
  [key('clientCapabilities')]: capabilities,
  [key('clientInfo')]: { name: client, version: '1' },
})

/** The headers that repeat parts of the message. */
export const headersOf = (method: string, name?: string) => ({
  'mcp-protocol-version': modernVersion,
  'mcp-method': method,
  ...(name !== undefined && { 'mcp-name': name }),
})

export function createMcp(door: FrontDoor, token = door.accessToken(bothScopes)) {
  const authorization = `Bearer ${token}`

  /** Sends any body with the headers of an accepted caller. */
  const post = async (body: unknown, headers: Record<string, string | undefined> = {}) => {
    const given = { authorization, 'content-type': 'application/json', ...headers }
    const sent = Object.entries(given).filter((header): header is [string, string] => header[1] !== undefined)
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
    const request: Partial<HttpRequest> = { headers: Object.fromEntries(sent), body: bytes }
    const response = await door.send('POST', '/mcp', request)
    return { ...response, json: bodyOf(response) as RpcAnswer }
  }
  const nameIn = ({ name, uri }: Params) => (name ?? uri) as string | undefined

  return {
    post,
    /** A request of today. */
    modern: (method: string, params: Params = {}, capabilities: object = {}) =>
      post(
        { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: metaOf(capabilities) } },
        headersOf(method, nameIn(params)),
      ),
    /** A request of an older client. */
    legacy: (method: string, params: Params = {}) =>
      post({ jsonrpc: '2.0', id: 1, method, params }, { 'mcp-protocol-version': '2025-11-25' }),
  }
}

export type Mcp = ReturnType<typeof createMcp>

/** All text of a result. */
export const textOf = ({ result }: RpcAnswer) =>
  (result?.content ?? []).flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n')
