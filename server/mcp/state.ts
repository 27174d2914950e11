// The state of a question to a person. It travels with the client, so it is signed, and bound to one call.
import type { ToolRequest } from '../tools/request.ts'

/** The call that the question is about. The client sends it again with the answer. */
export type Asked = { tool: string; caller: string; request: ToolRequest }

export type States = {
  /** @param etag The version that the person sees, if the item has one. */
  seal: (asked: Asked, etag: string | undefined) => string
  /** Returns undefined for a state of another call, an altered one, and one that has expired. */
  open: (asked: Asked, state: unknown) => { etag?: string } | undefined
}

const lifetimeMilliseconds = 10 * 60_000

/** Names the use, so that no other use of the same secret gives the same signature. */
const use = 'mcp-request-state-1'

/** @param keys The first one signs. The others are older ones, whose states are still accepted. */
export function createStates(keys: readonly string[], now: () => number = Date.now): States {
  const signatureOf = (key: string, asked: Asked, content: string) =>
    process
      .getBuiltinModule('node:crypto')
      .createHmac('sha256', key)
      // One JSON text: no part can pass for another.
      .update(JSON.stringify([use, asked.caller, asked.tool, plain(asked.request), content]))
      .digest('base64url')

  return {
    seal: (asked, etag) => {
      const content = encode({ etag, expires: now() + lifetimeMilliseconds })
      return `${content}.${signatureOf(keys[0] ?? '', asked, content)}`
    },
    open: (asked, state) => {
      if (typeof state !== 'string') return undefined
      const [content = '', signature = ''] = state.split('.', 2)
      const isOurs = keys.some((key) => isEqual(state, `${content}.${signatureOf(key, asked, content)}`))
      if (!isOurs || signature === '') return undefined
      const { etag, expires } = decode(content)
      return expires < now() ? undefined : { ...(etag !== undefined && { etag }) }
    },
  }
}

type Content = { etag?: string | undefined; expires: number }

const encode = (content: Content) => Buffer.from(JSON.stringify(content)).toString('base64url')

// Safe cast: the signature says that `encode` wrote it.
const decode = (content: string) => JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as Content

const plain = ({ body, ...rest }: ToolRequest) => ({ ...rest, body: body?.toString('utf8') })

/** Takes the same time wherever the texts differ. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && process.getBuiltinModule('node:crypto').timingSafeEqual(a, b)
}
