// The errors that are no answer of the service: wrong arguments, no answer, or no answer in time. And the base of all.
import type { StartedIds } from '../../generated/client-sdk/errors.ts'
import { baseName } from '../../generated/client-sdk/error-names.ts'

/** The class and those that it extends, by their names. Errors of another copy of this package have the same. */
const kindOf = (type: { name: string }): string =>
  // Safe cast: a class extends another one, down to Error.
  type === Error ? '' : `${kindOf(Object.getPrototypeOf(type) as typeof type)}${type.name} `

/** Loops and JSON do not show the member. */
const hide = <Met>(error: Met, name: string, value: unknown): Met =>
  Object.defineProperty(error, name, { value, writable: true, configurable: true })

/**
 * The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead. An
 * error of no subclass means one of two things: the call or the client got wrong arguments, or the call met a redirect.
 *
 * `structuredClone` and `JSON.stringify` keep its members except `cause`, `headers` and `body`. `instanceof` knows a
 * clone, parsed JSON, and an error of another copy of this package.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class SdkError extends Error {
  // Node prints the name of the class in a log, so the class has the public name too.
  static override readonly name: string = baseName
  /** The name of the class. */
  declare readonly name: string
  /** The names of its class and of those that the class extends. `instanceof` looks at it. */
  declare readonly kind: string
  /** The operationId of the call, or the method that made several calls; `undefined` for `request()`. */
  declare readonly operation: string | undefined
  /** How often the request was sent, or tried to be sent: 0 when wrong arguments were refused before. */
  declare readonly attempts: number
  /** The key of a creation. The same body with the same key creates no second item. */
  declare readonly idempotencyKey: string | undefined

  /** @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // Safe cast: the member of any value may be tested.
    return String((Object(value) as Partial<SdkError>).kind).startsWith(kindOf(this))
  }

  /** @param hidden Members that may hold secrets, or that cannot be cloned. They do not show in JSON and in loops. */
  constructor(message: string, hidden: ErrorOptions = {}, members?: object) {
    super(message)
    // Not the native error itself: structuredClone would drop its name and all members but the message.
    // Safe cast: it has the prototype of the class, and all members.
    const error = Object.create(new.target.prototype) as this
    Object.assign(error, { name: new.target.name, kind: kindOf(new.target), message, attempts: 0 }, members)
    for (const [name, value] of Object.entries(hidden)) hide(error, name, value)
    return traced(error, this)
  }

  /** What a log may show: no headers, no body, no cause. */
  toJSON(): object {
    return Object.assign({}, this)
  }
}
// Safe cast: merging only adds the ids of the contract, so that the class spells none of them.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type
export interface SdkError extends StartedIds {}

/** No usable answer came: the network failed, the connection broke, or the answer was cut off. `cause` has the reason. */
export class ConnectionError extends SdkError {
  static override readonly name = 'ConnectionError'
  declare readonly name: 'ConnectionError'
}

/** The answer did not come within `attemptTimeout`, or the whole call did not end within `timeout`. */
export class TimeoutError extends SdkError {
  static override readonly name = 'TimeoutError'
  declare readonly name: 'TimeoutError'
}

/** Gives an error of this package more members, and the stack of the place where the caller called. */
export const traced = <Met>(error: Met, caller: Error, members?: object): Met =>
  error instanceof SdkError
    ? // In V8 a stack begins with the error in words.
      // Safe cast: `replace` writes what it is given as text.
      hide(
        Object.assign(error, members),
        'stack',
        caller.stack?.replace(caller as unknown as string, () => error as unknown as string),
      )
    : error

/** The error in words, with its cause: Node's fetch says only "fetch failed", and its cause has the reason. */
export function reasonOf(met: unknown, isCause?: boolean): string {
  // Safe cast: other values have none of the members. The error of a host with several addresses has only a code.
  const { message, code, cause } = Object(met) as Partial<Record<'message' | 'code' | 'cause', unknown>>
  // The query of a URL may hold a signature. An empty message says nothing.
  // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
  const words = String(message || code || met).replace(/\?\S+/g, '?…')
  return isCause || !cause ? words : `${words}: ${reasonOf(cause, true)}`
}

/** The error of a failure that has another one as its cause. */
export const caused = <Made extends SdkError>(
  type: new (message: string, hidden: ErrorOptions) => Made,
  words: string,
  cause: unknown,
): Made => new type(`${words}: ${reasonOf(cause)}`, { cause })

/** For the `catch` of a promise. */
export const asCause =
  (type: Parameters<typeof caused>[0], words: string) =>
  (cause: unknown): never => {
    throw caused(type, words, cause)
  }

/** The failure as an error of this package. The reason of the caller's abort is thrown as it is. */
export function failureOf(name: string, met: unknown, signal: AbortSignal | null | undefined): SdkError {
  // A signal of React Native knows no reason.
  if (signal?.aborted && met === (signal.reason ?? met)) throw met
  return met instanceof SdkError ? met : caused(SdkError, `${name} failed`, met)
}

export function fail(message: string): never {
  throw new SdkError(message)
}
