// A promise of an answer's data that also gives the whole answer.
import { retryAfter } from './retry.ts'

/** The headers that some operations document, read. A proxy, or the CORS of the service, may drop one. */
export type ToldHeaders = {
  /** The version of the item. */
  etag: string | undefined
  /** The address of the item. */
  location: string | undefined
  /** The milliseconds to wait before the next question. */
  retryAfter: number | undefined
  /** Whether the answer is that of an earlier request with the same key. */
  replayed: boolean
}
/** The name of a header that an operation documents, as a member of its answer. */
export type ToldHeader = keyof ToldHeaders

/** What an attempt gives. */
export type Fetched = { data: unknown; status: number; headers: Headers; attempts: number }

/** An answer: its data, and what came with it. `Told` names the headers that the operation documents. */
export type Answer<Data, Status extends number = number, Told extends ToldHeader = never> = {
  /** The body, or the text or the file of an answer that is not JSON. */
  data: Data
  /** The HTTP status. */
  status: Status
  /** All headers of the answer. */
  headers: Headers
  /** The request's id. Quote it when you ask for help. */
  requestId: string | undefined
  /** How often the request was sent. */
  attempts: number
} & Pick<ToldHeaders, Told>

/** A promise of the answer's data. The request is sent whether or not the promise is awaited. */
export interface Call<Data, Status extends number = number, Told extends ToldHeader = never> extends Promise<Data> {
  /**
   * The data together with status, headers and request id.
   *
   * @example
   * const { data, etag } = await items.get(id).withResponse()
   * await items.update(id, { ...data, done: true }, { ifMatch: etag ?? '*' })
   */
  withResponse(): Promise<Answer<Data, Status, Told>>
}

export function callOf<Data, Status extends number, Told extends ToldHeader = never>(
  answer: Promise<Fetched>,
): Call<Data, Status, Told> {
  // Safe cast: the contract names the data, the statuses and the headers. Tests validate the service against it.
  const data = answer.then((whole) => whole.data as Data)
  const withResponse: Call<Data, Status, Told>['withResponse'] = () => {
    // The caller sees the failure in the answer. The promise of the data must not be reported as unhandled.
    data.catch(() => undefined)
    return answer.then((whole) => {
      // The response of a test may have no headers.
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
      const textOf = (name: string) => whole.headers?.get?.(name) ?? undefined
      return {
        ...(whole as { data: Data; status: Status; headers: Headers; attempts: number }),
        requestId: textOf('x-request-id'),
        etag: textOf('etag'),
        location: textOf('location'),
        retryAfter: retryAfter(whole.headers),
        replayed: textOf('idempotent-replayed') === 'true',
      }
    })
  }
  return Object.assign(data, { withResponse })
}
