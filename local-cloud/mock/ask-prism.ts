// Sends a request that is valid to Prism, and returns the answer with the example.
import { Problem } from '../../server/http/problem.ts'
import type { HttpRequest } from '../../server/http/message.ts'
import { preferencesOf } from './preferences.ts'

export type PrismAnswer = { status: number; headers: Headers; contentType: string | undefined; body: unknown }

/** Headers of one connection, and those that fetch writes itself. */
const ofConnection = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding', 'expect'])

export const askPrism =
  (url: string) =>
  async (message: HttpRequest): Promise<PrismAnswer> => {
    const { method, path, query, headers, body } = message
    const pairs = Object.entries(query).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    )
    const search = pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : ''
    const sent = Object.entries(headers).filter(([name]) => !ofConnection.has(name))
    const response = await fetch(`${url}${path}${search}`, {
      method,
      headers: sent,
      ...(body && body.length > 0 && { body: new Uint8Array(body) }),
    })
    const contentType = response.headers.get('content-type') ?? undefined
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length === 0) return { status: response.status, headers: response.headers, contentType, body: undefined }
    const answer = { status: response.status, headers: response.headers, contentType }
    if (!/[/+]json\b/.test(contentType ?? '')) return { ...answer, body: bytes }
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    refuseOwnErrors(value, headers.prefer)
    return { ...answer, body: value }
  }

/** Prism's own problems have types of its own: it has no answer, or it reads the contract in another way. */
function refuseOwnErrors(value: unknown, prefer: string | undefined) {
  const { type, detail, validation } = (value ?? {}) as { type?: unknown; detail?: unknown; validation?: unknown }
  if (typeof type !== 'string' || !type.startsWith('https://stoplight.io/prism/errors#')) return
  const { code } = preferencesOf(prefer)
  if (code !== undefined && !validation) {
    throw new Problem('invalid-request', `The contract has no answer ${code} for this operation.`, {
      errors: [{ parameter: 'Prefer', detail: `code=${code} is no answer of this operation` }],
    })
  }
  throw new Error(`Prism refuses what the contract allows: ${String(detail)} ${JSON.stringify(validation ?? '')}`)
}
