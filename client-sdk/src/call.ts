// A promise of an answer's data that also gives the whole answer.

/** An answer: its data, and what came with it. */
export type Answer<Data, Status extends number = number> = {
  /** The body, or the text or the file of an answer that is not JSON. */
  data: Data
  /** The HTTP status. */
  status: Status
  /** All headers of the answer. */
  headers: Headers
  /** The request's id. Quote it when you ask for help. */
  requestId: string | undefined
}

/** A promise of the answer's data. The request is sent whether or not the promise is awaited. */
export interface Call<Data, Status extends number = number> extends Promise<Data> {
  /**
   * The data together with status, headers and request id.
   *
   * @example
   * const { data, headers } = await items.get(id).withResponse()
   * await items.update(id, { ...data, done: true }, { ifMatch: headers.get('etag') ?? '*' })
   */
  withResponse(): Promise<Answer<Data, Status>>
}

export function callOf<Data, Status extends number>(answer: Promise<Answer<Data, Status>>): Call<Data, Status> {
  const data = answer.then((whole) => whole.data)
  const withResponse = () => {
    // The caller sees the failure in the answer. The promise of the data must not be reported as unhandled.
    data.catch(() => undefined)
    return answer
  }
  return Object.assign(data, { withResponse })
}
