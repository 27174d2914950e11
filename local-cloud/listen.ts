// Starts and stops the servers of the local cloud: on a free port of this machine unless the caller says otherwise.
import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { loopback, urlAt } from './address.ts'

export type Endpoint = {
  host?: string | undefined
  /** 0, the default, takes a free port. */
  port?: number
  /** How the URL names this machine. */
  self?: string
}

/** Resolves to the server's URL; rejects when the port is in use or the host is not this machine. */
export async function listen(server: Server, { host = loopback, port = 0, self }: Endpoint = {}): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening')
  // Safe cast: a server on a port, not on a pipe, has an AddressInfo.
  return urlAt(server.address() as AddressInfo, self)
}

const patienceMilliseconds = 5000

/** Answers the requests that have arrived, then stops. Idle connections do not delay it. */
export async function stop(server: HttpServer) {
  const closed = new Promise((resolve) => server.close(resolve))
  // A kept-alive connection becomes idle after its answer, and server.close() closes only those that are idle now.
  const idle = setInterval(() => server.closeIdleConnections(), 5)
  const cutOff = setTimeout(() => server.closeAllConnections(), patienceMilliseconds)
  await closed
  clearInterval(idle)
  clearTimeout(cutOff)
}

/** Stops at once, and closes the connections of requests that are still unanswered. */
export async function stopNow(server: HttpServer) {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
