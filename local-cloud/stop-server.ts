// Stops an HTTP server: requests on their way are answered first, and idle connections do not hold it up.
import type { Server } from 'node:http'

const patienceMilliseconds = 5000

export async function stopServer(server: Server) {
  const closed = new Promise((resolve) => server.close(resolve))
  // A connection that is kept alive falls idle when its answer has been sent, and server.close() looks but once.
  const idle = setInterval(() => server.closeIdleConnections(), 5)
  const cutOff = setTimeout(() => server.closeAllConnections(), patienceMilliseconds)
  await closed
  clearInterval(idle)
  clearTimeout(cutOff)
}
