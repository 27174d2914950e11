// Sends each message to the service, and hands its answer on. A failure becomes an error of JSON-RPC.
import { reasonOf } from '../src/errors.ts'
import { ProblemError } from '../src/problem-errors.ts'
import { headersOf, messageIn, parsed, repeatableForm, type Id, type Members, type Message } from './message.ts'
import { post, type Service } from './post.ts'

type Options = Service & {
  /** Called with each answer, which has no line break. */
  write: (message: string) => void
}

/** The protocol reserves no code for failures on the way. Clients show the message. */
const internalError = -32603

export function createBridge({ write, ...service }: Options) {
  const running = new Map<Id, AbortController>()
  const pending = new Set<Promise<void>>()
  let agreedVersion: string | undefined

  const exchange = async (line: string, json: Members | undefined, message: Message) => {
    const controller = new AbortController()
    const { id } = message
    if (id !== undefined) running.set(id, controller)
    try {
      const repeats = json && repeatableForm(json)
      const body = repeats && repeats !== json ? JSON.stringify(repeats) : line
      const headers = headersOf(message, agreedVersion)
      const request = { body, headers, mayRepeat: repeats !== undefined, signal: controller.signal }
      const answer = await post(service, request)
      if (controller.signal.aborted || answer === undefined) return
      if (message.method === 'initialize') agreedVersion = versionIn(answer) ?? agreedVersion
      write(JSON.stringify(answer))
    } catch (error) {
      // A client expects no answer to a request that it has cancelled, and to a notification.
      if (!controller.signal.aborted && !isNotification(json, message)) write(JSON.stringify(failure(id, error)))
    } finally {
      if (id !== undefined && running.get(id) === controller) running.delete(id)
    }
  }

  return {
    /** Takes one line of the client. */
    receive: (line: string) => {
      const json = parsed(line)
      const message = messageIn(json ?? {})
      if (message.method === 'notifications/cancelled') {
        // Safe cast: an id of another type is in no map.
        running.get(message.params.requestId as Id)?.abort()
        return
      }
      // The service asks nothing of a client, so no answer of a client has a question.
      if (json && message.method === undefined && ('result' in json || 'error' in json)) return
      const work = exchange(line, json, message).finally(() => pending.delete(work))
      pending.add(work)
    },
    /** Waits for the answers that are under way. */
    settled: async () => {
      await Promise.all(pending)
    },
  }
}

const isNotification = (json: Members | undefined, { method }: Message) =>
  method !== undefined && !(json && 'id' in json)

function versionIn({ result }: Members): string | undefined {
  // Safe cast: Object() makes an object of every value.
  const { protocolVersion } = Object(result) as Members
  return typeof protocolVersion === 'string' ? protocolVersion : undefined
}

function failure(id: Id | undefined, error: unknown): Members {
  const { status, requestId } = error instanceof ProblemError ? error : {}
  const data = { ...(status !== undefined && { status }), ...(requestId !== undefined && { requestId }) }
  const { message } = error instanceof Error ? error : { message: reasonOf(error) }
  return {
    jsonrpc: '2.0',
    ...(id !== undefined && { id }),
    error: { code: internalError, message, ...(Object.keys(data).length > 0 && { data }) },
  }
}
