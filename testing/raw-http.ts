// Sends bytes that no HTTP client would send, and reads the answer. Shared by the tests of local-cloud/.
import { once } from 'node:events'
import { connect } from 'node:net'

/** All bytes until the server closes the connection. Each piece is sent after the answer to the one before. */
export async function exchange(port: number, first: string, ...others: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text
    const next = others.shift()
    if (next !== undefined) socket.write(next)
  })
  // A reset closes the connection too.
  socket.on('error', () => undefined)
  socket.write(first)
  await once(socket, 'close')
  return received
}

/** The parts of an answer, with header names in lower case. */
export function parsed(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2)
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [line.split(': ', 1)[0]?.toLowerCase() ?? '', line.slice(line.indexOf(': ') + 2)])
  return { statusLine, headers: Object.fromEntries(headers) as Record<string, string>, body }
}
