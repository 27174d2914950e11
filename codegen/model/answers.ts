// The answers of an operation: exact statuses, ranges and `default`, and which of them are successes.
import type { OpenAPIV3 } from 'openapi-types'
import { answerOf, type Answer } from './media.ts'
import type { Resolver } from './references.ts'

export type Answers = {
  /** The answers with an exact status, in the order of their statuses. */
  answers: Answer[]
  /** The answers to a range (`4XX`), and `default`. */
  otherAnswers: Answer[]
  /** The successes with an exact status; else `2XX`, else `default`, each with the status 200. */
  successes: Answer[]
  /** The failures: exact statuses, ranges, and `default` unless it is the success. */
  failures: Answer[]
}

const isExact = ({ key }: Answer) => /^\d{3}$/.test(key)
const isSuccess = ({ status }: Answer) => status >= 200 && status < 300

export function answersOf(resolver: Resolver, responses: OpenAPIV3.ResponsesObject = {}): Answers {
  const written = Object.entries(responses).filter(([key]) => !key.startsWith('x-'))
  const all = written.map(([key, answer]) => answerOf(resolver, key, answer))
  const answers = all.filter(isExact)
  const otherAnswers = all.filter((answer) => !isExact(answer))
  const ranges = otherAnswers.filter(({ key }) => key !== 'default')
  const fallback = otherAnswers.filter(({ key }) => key === 'default')
  const promised =
    [answers.filter(isSuccess), ranges.filter(isSuccess), fallback].find((found) => found.length > 0) ?? []
  const successes = promised.map((answer) => (isExact(answer) ? answer : { ...answer, status: 200 }))
  const failing = [...answers, ...ranges].filter(({ status }) => status >= 400)
  return { answers, otherAnswers, successes, failures: [...failing, ...(promised === fallback ? [] : fallback)] }
}
