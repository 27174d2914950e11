// The body of an answer. A proxy may answer anything, so that of a success has to be as promised.
import { fail } from './errors.ts'
import type { FetchedResponse } from './options.ts'
import { clean, type Secrets } from './secrets.ts'

/** Whether the body of a success is as promised. */
export type Promised = (body: unknown, status: number) => boolean

/** Parsed JSON, or the text of a failure. */
export async function bodyOf(response: FetchedResponse, secrets: Secrets, gives: Promised): Promise<unknown> {
  const text = await response.text()
  if (response.ok) {
    // A success that is not JSON does not come from the service.
    const body: unknown = text ? JSON.parse(text) : undefined
    if (!gives(body, response.status)) fail('not as promised')
    return body
  }
  try {
    // A failure may quote the request, and its text ends up in logs.
    return text ? JSON.parse(text, (_, value: unknown) => clean(secrets, value)) : undefined
  } catch {
    // A proxy may answer a failure with a page of its own.
    return clean(secrets, text)
  }
}
