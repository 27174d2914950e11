// How much one answer of the assistant may take.

export const limits = {
  /** Answers of the model, the last one included. */
  rounds: 5,
  /** Calls of tools that read. */
  calls: 8,
  proposals: 20,
  /** Of one result for the model, as JSON. */
  resultBytes: 16 * 1024,
} as const

/** The part of the time that is kept for the last answer. It gets no tools, so that it ends in time. */
export const lastRoundShare = 1 / 3

/** A limit that has stopped the assistant. */
export type Limit = 'rounds' | 'calls' | 'proposals' | 'time'

const texts: Record<Limit, (seconds: number) => string> = {
  rounds: () => `one answer takes at most ${limits.rounds} rounds`,
  calls: () => `one answer takes at most ${limits.calls} calls`,
  proposals: () => `one answer has at most ${limits.proposals} proposals`,
  time: (seconds) => `one answer takes at most ${seconds} seconds`,
}

/** What the reply says about the limits that have stopped it. */
export const limitNote = (reached: Iterable<Limit>, milliseconds: number): string =>
  `(I stopped here: ${[...reached].map((limit) => texts[limit](Math.round(milliseconds / 1000))).join(', and ')}. The answer may be incomplete.)`
