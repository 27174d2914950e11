// A call on its way: a promise of the answer's data, from which the whole answer can be had.

/** An answer with what came around its data. */
export type Answer<Data, Status extends number = number> = {
  data: Data
  /** The HTTP status. */
  status: Status
  headers: Headers
  /** The request's id; quote it when asking for help. */
  requestId: string | undefined
}

/** A promise of the answer's data. The request is on its way whether or not it is awaited. */
export interface Call<Data, Status extends number = number> extends Promise<Data> {
  /**
   * The data together with status, headers and request id.
   *
   * @example
   * const { data, headers } = await frontdesk.cases.get(caseId).withResponse()
   * await frontdesk.cases.update(caseId, { status: 'closed' }, { ifMatch: headers.get('etag') ?? '*' })
   */
  withResponse(): Promise<Answer<Data, Status>>
}

export function callOf<Data, Status extends number>(answer: Promise<Answer<Data, Status>>): Call<Data, Status> {
  const data = answer.then((one) => one.data)
  const withResponse = () => {
    // Who asks for the answer sees its failure there; the promise of the data must not fail unseen beside it.
    data.catch(() => undefined)
    return answer
  }
  return Object.assign(data, { withResponse })
}
