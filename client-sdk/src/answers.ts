// Answers that are not JSON. Only contracts that have them import it.
import type { Call, ToldHeader } from './call.ts'
import { fail } from './errors.ts'
import type { CallOptions } from './options.ts'

/** A promise of a text or of bytes that also gives the response itself. */
export interface RawCall<Data, Status extends number = number, Told extends ToldHeader = never> extends Call<
  Data,
  Status,
  Told
> {
  /**
   * The response with its unread body, for an answer that is read in parts. Call it at once: the SDK reads the body when
   * it comes. Times of the SDK end with the headers; the `signal` of the call ends the body too.
   *
   * @example
   * const { body } = await items.getPhoto(id).asResponse()
   */
  asResponse(): Promise<Response>
}

type Read = (response: Response) => Promise<unknown>

/** @param send Makes the call with the function that reads its answer. */
export function rawCall<Data, Status extends number, Told extends ToldHeader>(
  read: Read,
  options: CallOptions | null | undefined,
  send: (read: Read) => Call<Data, Status, Told>,
): RawCall<Data, Status, Told> {
  let isRaw = false
  let isRead = false
  const call = send(async (response) => {
    isRead = !isRaw
    return isRaw ? response : read(response)
  })
  const asResponse = async () => {
    if (isRead) fail('asResponse() comes too late: the body is read')
    isRaw = true
    // Safe cast: the function above has given it as the data.
    return endedBy(options?.signal, (await call) as Response)
  }
  return Object.assign(call, { asResponse })
}

/** The attempt is over, and with it the signal that the request was sent with. */
function endedBy(signal: AbortSignal | null | undefined, response: Response): Response {
  // Safe cast: the body of another library has no such function.
  const body = response.body as Partial<ReadableStream<Uint8Array>> | null
  if (!signal || !body?.pipeThrough) return response
  return new Response(body.pipeThrough(new TransformStream(), { signal }), response)
}

export const readText = (response: Response): Promise<string> => response.text()

export const readBlob = (response: Response): Promise<Blob> => response.blob()

/** For operations with answers of several kinds: the answer says what it is. */
export async function readAny(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (/^text\/(?!json)|[/+]xml\b/.test(type)) return response.text()
  if (!/[/+]json\b/.test(type)) {
    const blob = await response.blob()
    return blob.size > 0 ? blob : undefined
  }
  const text = await response.text()
  return text ? (JSON.parse(text) as unknown) : undefined
}
