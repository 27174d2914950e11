// One message by HTTP, with the SDK's retries, and the answer of the service.
import { ConnectionError, reasonOf } from '../src/errors.ts'
import { ProblemError, problemFrom } from '../src/problem-errors.ts'
import { defaults } from '../src/options.ts'
import { isPassing, withRetries } from '../src/retry.ts'
import { parsed, type Members } from './message.ts'
import type { Tokens } from './tokens.ts'

export type Service = { endpoint: string; tokens: Tokens }

type Outgoing = { body: string; headers: Record<string, string>; mayRepeat: boolean; signal: AbortSignal }

const notAnswered = 'An earlier attempt of this call got no answer. The service may have carried it out.'

/** Returns undefined when the service has nothing to say, as to a notification. */
export async function post(
  service: Service,
  { body, headers, mayRepeat, signal }: Outgoing,
): Promise<Members | undefined> {
  let isLost = false
  const wasLost = () => isLost
  const attempt = async (ending: AbortSignal) => {
    const used = await service.tokens.get(ending)
    const answer = await send(service, { body, headers, token: used, signal: ending })
    if (answer.status !== 401 || !service.tokens.canRenew) return understood(service, answer)
    const renewed = await service.tokens.get(ending, used)
    return understood(service, await send(service, { body, headers, token: renewed, signal: ending }))
  }
  const repeats = (error: unknown) => {
    const again = mayRepeat && isPassing(error)
    // A 429 came before anything was done. After any other failure the service may have done its work.
    isLost ||= again && !(error instanceof ProblemError && error.status === 429)
    return again
  }
  const answer = await withRetries(
    { ...defaults, signal, budget: { spent: 0 } },
    attempt,
    repeats,
    `the answer of ${service.endpoint}`,
  )
  return answer && wasLost() ? withDoubt(answer) : answer
}

type Sent = { body: string; headers: Record<string, string>; token: string; signal: AbortSignal }
type Answer = { status: number; headers: Headers; text: string }

async function send({ endpoint }: Service, { body, headers, token, signal }: Sent): Promise<Answer> {
  const broken = (cause: unknown) => {
    throw signal.aborted ? cause : new ConnectionError(`${endpoint} gave no answer: ${reasonOf(cause)}`, { cause })
  }
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body,
    signal,
    // A redirect would take the token to another address.
    redirect: 'manual',
  }).catch(broken)
  return { status: response.status, headers: response.headers, text: await response.text().catch(broken) }
}

/** A message is the answer, whatever its status is. Everything else is a failure. */
function understood({ endpoint, tokens }: Service, { status, headers, text }: Answer): Members | undefined {
  const body = parsed(text)
  if (body?.jsonrpc === '2.0') return body
  if (status === 202) return undefined
  if (status < 300) throw new ConnectionError(`${endpoint} gave an answer that is no message. Is the address right?`)
  const problem = problemFrom({ status, headers, body: body ?? text, operation: undefined })
  problem.message = `${endpoint} answered ${status}: ${problem.detail ?? problem.title}`
  if (status === 401) problem.message += ` See ${tokens.source}.`
  if (status < 400 || status === 404) problem.message += ' Is the address right?'
  throw problem
}

/** An error after a lost answer may be the work of this very call: the model has to know. */
function withDoubt(answer: Members): Members {
  // Safe cast: Object() makes an object of every value, and the members are tested before use.
  const result = Object(answer.result) as Members
  if (result.isError !== true || !Array.isArray(result.content)) return answer
  return {
    ...answer,
    result: { ...result, content: [...(result.content as unknown[]), { type: 'text', text: notAnswered }] },
  }
}
