// Records the app's calls to AWS and their cost in DynamoDB. It listens on the wire, so that retries count too.
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { createServer, request, type ClientRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

const current = new AsyncLocalStorage<string[]>()

// Node publishes a request in the async context that makes it. The emulators' own requests have no such context.
subscribe('http.client.request.start', (message) => {
  const call = nameOf((message as { request: ClientRequest }).request)
  if (call !== undefined) current.getStore()?.push(call)
})
subscribe('http2.client.stream.start', (message) => {
  const { headers } = message as { headers: Record<string, string> }
  const path = headers[':path'] ?? ''
  if (path.endsWith('/converse')) current.getStore()?.push('Converse')
  if (path.endsWith('/converse-stream')) current.getStore()?.push('ConverseStream')
})

/** The AWS calls that the act makes, by their API names, in order. */
export async function awsCallsOf<T>(act: () => Promise<T>): Promise<{ calls: string[]; result: T }> {
  const calls: string[] = []
  const result = await current.run(calls, act)
  return { calls, result }
}

function nameOf(made: ClientRequest): string | undefined {
  const target = made.getHeader('x-amz-target')
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1)
  const { searchParams, pathname } = new URL(made.path, 'http://emulator')
  // A process fetches the keys of the user pool only once.
  if (pathname.endsWith('/jwks.json')) return undefined
  if (searchParams.has('list-type')) return 'ListObjectsV2'
  return searchParams.get('x-id') ?? `${made.method[0] ?? ''}${made.method.slice(1).toLowerCase()}Object`
}

export type Consumed = { operation: string; units: number; scanned: number | undefined }
type Answer = { ConsumedCapacity?: { CapacityUnits: number }; ScannedCount?: number }

/**
 * A proxy before DynamoDB that asks for the consumed capacity with every call, and records it.
 * @param before Runs before a call is forwarded, so that a test can act between two calls.
 */
export async function startCapacityMeter(
  upstream: string,
  before: (operation: string) => Promise<void> = () => Promise.resolve(),
) {
  const consumed: Consumed[] = []
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const asked = JSON.parse(await text(incoming)) as object
      const [, operation = ''] = String(incoming.headers['x-amz-target']).split('.')
      await before(operation)
      const body = JSON.stringify({ ...asked, ReturnConsumedCapacity: 'TOTAL' })
      const headers = { ...incoming.headers, 'content-length': Buffer.byteLength(body) }
      const forwarded = request(upstream, { method: 'POST', headers }, (response) => {
        void text(response).then((answered) => {
          const { ConsumedCapacity, ScannedCount } = JSON.parse(answered) as Answer
          consumed.push({ operation, units: ConsumedCapacity?.CapacityUnits ?? 0, scanned: ScannedCount })
          // The body stays as it is, because the client validates it against the checksum header.
          outgoing.writeHead(response.statusCode ?? 500, response.headers).end(answered)
        })
      })
      forwarded.end(body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The calls since the last `take`. */
    take: () => consumed.splice(0),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
