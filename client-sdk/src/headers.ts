// The headers of a request, checked here: the messages of fetch would show the value of a wrong one.
import { SdkError } from './errors.ts'

/** Names in lower case. A later one replaces an earlier one, and an undefined one is left out. */
export function headersOf(given: Record<string, string | undefined> = {}): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    const trimmed = String(value).trim()
    if (!/^[\w!#$%&'*+.^`|~-]+:[\t -~\x80-\xff]*$/.test(`${name}:${trimmed}`))
      throw new SdkError(`${name} is an invalid header, by its name or its value`)
    headers[name.toLowerCase()] = trimmed
  }
  return headers
}
