// The body of an answer. A proxy may answer anything, so that of a success has to be as promised.
import { fail } from './errors.ts'
import type { FetchedResponse } from './options.ts'
import { clean, type Secrets } from './secrets.ts'

/** Whether the body of a success is as promised. */
export type Promised = (body: unknown, status: number) => boolean

/** Parsed JSON, or the text of a failure. */
export async function bodyOf(response: FetchedResponse, secrets: Secrets, gives: Promised): Promise<unknown> {
  const { ok } = response
  const text = await response.text()
  try {
    // A failure may quote the request, and its text ends up in logs.
    const body: unknown = text
      ? JSON.parse(text, ok ? undefined : (_, value: unknown) => clean(secrets, value))
      : undefined
    return !ok || gives(body, response.status) ? body : fail('not as promised')
  } catch (cause) {
    // A proxy may answer a failure with a page of its own. A success that is not JSON does not come from the service.
    if (ok) throw cause
    return clean(secrets, text)
  }
}
