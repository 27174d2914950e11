// The seam for the option `validate`: who checks an answer. The validators themselves are in the entry `validate`.

/** An operation, by its method and its path in the contract. */
type Asked = { id?: string; method: string; path: string }
type Answered = { data: unknown; status: number; headers: Pick<Headers, 'get'> }

/** Throws when the answer is not as the contract promises: `answers` of the entry `validate`. */
export type CheckAnswer = (operation: Asked, answer: Answered) => void | Promise<void>
