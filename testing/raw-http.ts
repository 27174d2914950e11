// What a server answers to bytes that no HTTP client would send.
import { once } from 'node:events'
import { connect } from 'node:net'

/** Everything that comes back until the server closes the connection. Each piece waits for an answer to the one before. */
export async function exchange(port: number, first: string, ...others: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text
    const next = others.shift()
    if (next !== undefined) socket.write(next)
  })
  // Reset, it has been closed as well.
  socket.on('error', () => undefined)
  socket.write(first)
  await once(socket, 'close')
  return received
}

/** An answer in its parts; header names are in lower case. */
export function parsed(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2)
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [line.split(': ', 1)[0]?.toLowerCase() ?? '', line.slice(line.indexOf(': ') + 2)])
  return { statusLine, headers: Object.fromEntries(headers) as Record<string, string>, body }
}
