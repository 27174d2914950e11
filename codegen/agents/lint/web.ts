// Requests of the linter: with a deadline, and no more bytes than it reads of a file.
import { maxBytes, tooLarge, Unreadable } from './unreadable.ts'

const timeoutMs = 10_000

/** The answer's text in pieces, each with all before it. Rejects with Unreadable when the server is not reached. */
export async function* receive(
  url: URL,
  init: RequestInit = {},
  deadlineMs = timeoutMs,
): AsyncGenerator<{ response: Response; text: string; isComplete: boolean }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(deadlineMs) })
    const decoder = new TextDecoder()
    let [text, bytes] = ['', 0]
    // Safe cast: undici's body gives bytes; its type leaves them open.
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) throw tooLarge(url.href)
      text += decoder.decode(chunk, { stream: true })
      yield { response, text, isComplete: false }
    }
    yield { response, text, isComplete: true }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw new Unreadable(
      isLate ? `${url.href} does not answer within ${deadlineMs} ms` : `${url.href} ${reasonOf(error)}`,
    )
  }
}

/** The text of a document. */
export async function fetchText(url: URL, deadlineMs?: number): Promise<string> {
  for await (const { response, text, isComplete } of receive(url, {}, deadlineMs)) {
    if (!response.ok) throw new Unreadable(`${url.href} answers ${response.status}`)
    if (isComplete) return text
  }
  return ''
}

/** fetch wraps the error of the network, and that may list one for each address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code ? `is not reached: ${code}` : `is not reached: ${String(cause).split('\n', 1)[0] ?? ''}`
}
