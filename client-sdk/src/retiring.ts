/* eslint-disable no-console -- The console is where a developer meets the warning. */
// The warning of a deprecated operation, once for each client. A contract without such operations does not import it.
import type { Client } from './client.ts'

const warned = new WeakMap<object, Set<string>>()

/** Gives the client back. Warns at the first call of the operation, unless the client's log is off. */
export function retiring(client: Client, operation: string, sunset?: string): Client {
  const seen = warned.get(client) ?? new Set()
  warned.set(client, seen)
  // Safe cast: a client without a log has no such setting.
  if (!seen.has(operation) && (client.policy({}) as { log?: unknown }).log !== 'off')
    console.warn(`${operation} is deprecated${sunset === undefined ? '' : `, and may be gone from ${sunset} on`}.`)
  seen.add(operation)
  return client
}
