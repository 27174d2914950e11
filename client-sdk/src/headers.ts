// The headers of a request. The messages of Headers would show the value of a wrong one, such as a key.
import { fail } from './errors.ts'

/** A request with a wrong one hangs, or goes to another service. The platform sets them. */
const ofConnection = /^(host|content-length)$/i

/** Names in lower case. A later one replaces an earlier one, and an undefined one is left out. */
export function headersOf(given: Record<string, string | undefined>): Record<string, string> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    try {
      // An empty name throws. A value that is no text throws too: it has no `trim`.
      if (value !== undefined) headers.set(name.replace(ofConnection, ''), value.trim())
    } catch {
      fail(`${name} is an invalid header`)
    }
  }
  return Object.fromEntries(headers)
}
