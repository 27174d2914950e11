// Calls the hooks of a client and of a call, in this order. Their errors are reported, and change nothing.
import { fail } from './errors.ts'
import type { Hooks, ObservedAttempt, OnErrorEvent, OnResponseEvent, OnRetryEvent } from './observer.ts'

export const hookNames = ['onRequest', 'onResponse', 'onRetry', 'onError'] as const

export type Report = (name: string, error: unknown) => void

type Events = { onResponse: OnResponseEvent; onRetry: OnRetryEvent; onError: OnErrorEvent }

export function tell<Name extends keyof Events>(all: Hooks[], name: Name, event: Events[Name], report: Report): void {
  for (const hooks of all) {
    // Safe cast: the hook and the event have the same name.
    const hook = hooks[name] as ((event: Events[Name]) => unknown) | undefined
    // A wrong one is refused, and the call fails with that.
    if (typeof hook !== 'function') continue
    // Each has an event of its own, which it may change. It is called now, and its promise is not waited for.
    new Promise((resolve) => resolve(hook({ ...event }))).catch((error: unknown) => report(name, error))
  }
}

/**
 * These belong to the call and to the connection. With a wrong length a request hangs, and with another key a creation
 * may come twice.
 */
const fixed = [
  ...['idempotency-key', 'if-match', 'if-none-match'],
  ...['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'expect', 'host'],
]

/** The headers with those that the hooks have set. A hook that throws, or that sets one of the fixed headers, has set none. */
export async function changedHeaders(
  all: Hooks[],
  event: ObservedAttempt,
  given: Record<string, string>,
  report: Report,
): Promise<Record<string, string>> {
  let headers = new Headers(given)
  for (const { onRequest } of all) {
    const own = new Headers(headers)
    try {
      await onRequest?.({ ...event, headers: own })
      const wrong = fixed.find((name) => own.get(name) !== headers.get(name))
      if (wrong) fail(`a hook cannot set ${wrong}`)
      headers = own
    } catch (error) {
      report('onRequest', error)
    }
  }
  return Object.fromEntries(headers)
}
