// Runs a load by autocannon, and counts what was answered, how fast, and what went wrong by its type.
import autocannon, { type Client } from 'autocannon'
import type { LoadRequest } from './load-requests.ts'

export type Load = {
  url: string
  requests: LoadRequest[]
  /** Requests a second. */
  rate: number
  seconds: number
  connections: number
  timeoutSeconds?: number
}

export type Measured = {
  sent: number
  seconds: number
  /** How many answers had each status. */
  statuses: Record<string, number>
  /** How many requests failed in each way: the type of the problem, or the code of the connection's error. */
  errors: Record<string, number>
  /** In milliseconds. A request that waited for its turn counts from when it should have been sent. */
  percentiles: Record<'p50' | 'p90' | 'p97_5' | 'p99' | 'p99_9' | 'max', number>
}

const usualTimeout = 30

export async function run({ url, requests, rate, seconds, connections, timeoutSeconds = usualTimeout }: Load) {
  const errors = new Map<string, number>()
  const count = (type: string) => errors.set(type, (errors.get(type) ?? 0) + 1)
  const onResponse = (status: number, body: string) => {
    if (status >= 400) count(`${status} ${problemIn(body)}`.trim())
  }
  const instance = autocannon({
    url,
    connections: Math.min(connections, rate),
    overallRate: rate,
    duration: seconds,
    timeout: timeoutSeconds,
    setupClient: (client) => onClosed(client, () => count('connection closed')),
    requests: requests.map((request) => ({ ...request, onResponse })),
  })
  instance.on('reqError', (error: NodeJS.ErrnoException) => count(connectionError(error)))
  const { requests: total, duration, latency, statusCodeStats } = await instance
  const { p50, p90, p97_5, p99, p99_9, max } = latency
  return {
    sent: total.sent,
    seconds: duration,
    statuses: Object.fromEntries(Object.entries(statusCodeStats).map(([status, stats]) => [status, stats.count])),
    errors: Object.fromEntries(errors),
    percentiles: { p50, p90, p97_5, p99, p99_9, max },
  } satisfies Measured
}

/** autocannon does not tell of a connection that the other side ends instead of answering. */
function onClosed(client: Client, closed: () => void) {
  const watched = new WeakSet<object>()
  let isWaiting = false
  client.on('response', () => (isWaiting = false))
  client.on('request', () => {
    isWaiting = true
    const { conn } = client
    if (watched.has(conn)) return
    watched.add(conn)
    conn.once('end', () => {
      if (isWaiting) closed()
      isWaiting = false
    })
  })
}

/** The last part of a problem's type, as `too-many-requests`. */
function problemIn(body: string): string {
  try {
    const { type } = JSON.parse(body) as { type?: unknown }
    return typeof type === 'string' ? (type.split('/').at(-1) ?? '') : ''
  } catch {
    return ''
  }
}

const connectionError = ({ code, message }: NodeJS.ErrnoException) =>
  code ?? (/time(d )?-?out/i.test(message) ? 'timeout' : message)
