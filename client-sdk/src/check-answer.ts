// The seam for the option `validate`: who checks an answer. The validators themselves are in the entry `validate`.

/** An operation, by its method and its path in the contract. */
type Asked = {
  /** The operationId; absent for `request()`. */
  id?: string
  /** The HTTP method. */
  method: string
  /** The path as the contract has it. */
  path: string
}
type Answered = {
  /** The parsed body. */
  data: unknown
  /** The HTTP status. */
  status: number
  /** The headers, by their names. */
  headers: Pick<Headers, 'get'>
}

/** Throws when the answer is not as the contract promises: `answers` of the entry `validate`. */
export type CheckAnswer = (operation: Asked, answer: Answered) => void | Promise<void>
