// The type of an operation: an authenticated call in, an answer as a value out.
import type { Readable } from 'node:stream'
import type { BusEntry } from '../eventbridge/bus.ts'
import type { Authenticated } from './authenticate.ts'
import type { S3Request } from './request.ts'
import type { Store } from './store.ts'

export type Call = {
  request: S3Request
  authenticated: Authenticated
  store: Store
  region: string
  now: () => Date
  /** Publishes the event of a new object. */
  publish: (entry: BusEntry) => void
  /** The bytes as they arrive. Reading the first tells a client that waits for 100 Continue to send. */
  body: AsyncIterable<Buffer>
}

export type Answer = {
  status: number
  headers?: Record<string, string | number>
  body?: string | Readable
}

export type Operation = (call: Call) => Answer | Promise<Answer>
