// The headers and the body of an answer as a mock gives it: the contract's example, else a made one.
import { fits } from '../model/fits.ts'
import { exampleOf, sampleOf } from '../model/sample.ts'
import type { Answer } from '../model.ts'
import { concreteType, type EventTypes } from '../model/media.ts'

export type AnswerExample = { headers?: Record<string, string>; body?: unknown }

/** Text of other media types than JSON is written as it is; the header says what it is. */
export function answerExample(answer: Answer): AnswerExample {
  const media = answer.json ?? answer.content[0]
  const usual = isFailure(answer) ? 'application/problem+json' : 'application/json'
  const body = media && (media.kind === 'json' || media.kind === 'text' ? exampleOf(media, 'answer') : 'bytes')
  const type = media && media.type !== usual ? { 'content-type': concreteType(media) } : {}
  const headers = { ...type, ...headersOf(answer) }
  return {
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(body !== undefined && { body }),
  }
}

/** The events of a stream: the contract's examples in their order, up to the one that ends the stream. */
export function eventsExample({ content }: Answer, { end, failure }: EventTypes): unknown[] {
  const media = content.find(({ events }) => events)
  // Safe cast: the member of any value may be tested.
  const typeOf = (event: unknown) => (Object(event) as { type?: unknown }).type
  const examples = (media?.examples ?? []).filter((event) => typeOf(event) !== failure)
  const last = examples.findIndex((event) => typeOf(event) === end)
  return last < 0 ? examples : examples.slice(0, last + 1)
}

/** A shared answer has no status: those of which mocks know are failures. */
const isFailure = ({ status, key }: Answer) => status >= 400 || key === 'default' || key === ''

/** An ordinary answer lacks the optional headers (Idempotent-Replayed). Retry-After is always of use. */
function headersOf({ headers }: Answer): Record<string, string> {
  const sent = headers.flatMap(({ name, required, example, written }) => {
    if (!required && name !== 'Retry-After') return []
    // Safe cast: a header's schema is resolved where the model reads answers; a reference has no example.
    const { schema } = written as { schema?: Parameters<typeof fits>[0] }
    const value = example ?? (required && schema ? sampleOf(schema) : undefined)
    return value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const]
  })
  return Object.fromEntries(sent)
}
