// The part of autocannon that the load test calls. The package has no types of its own.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = {
    method: string
    path: string
    headers: Record<string, string>
    body?: string
    onResponse?: (status: number, body: string) => void
  }

  /** One connection after the other. */
  export type Client = EventEmitter & { conn: EventEmitter }

  type Options = {
    url: string
    connections: number
    /** Requests a second of all connections together. */
    overallRate: number
    /** In seconds. */
    duration: number
    /** In seconds. */
    timeout: number
    requests: Request[]
    setupClient: (client: Client) => void
  }

  /** In milliseconds. */
  type Latency = Record<'average' | 'min' | 'max' | 'p50' | 'p90' | 'p97_5' | 'p99' | 'p99_9', number>

  type Result = {
    /** In seconds. */
    duration: number
    errors: number
    timeouts: number
    latency: Latency
    requests: { total: number; sent: number; average: number }
    statusCodeStats: Record<string, { count: number }>
  }

  type Instance = EventEmitter & PromiseLike<Result> & { stop: () => void }

  export default function autocannon(options: Options): Instance
}
