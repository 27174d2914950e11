// The last requests of the gateway, each with the lines that were logged meanwhile and, if it failed, its problem.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { GatewayAnswer } from './emulators/api-gateway/index.ts'
import { plainLine, type PlainLine } from './log-lines.ts'

export type RecordedRequest = Omit<GatewayAnswer, 'headers' | 'body'> & {
  time: string
  lines: PlainLine[]
  problem?: object
}

export type RequestRecord = ReturnType<typeof createRequestRecord>

/** A process that runs for days must not grow. */
const capacity = { requests: 100, lines: 100, characters: 20_000 }

/** @param onChange Called after each request that was answered. */
export function createRequestRecord(onChange: () => void = () => undefined) {
  const requests: (Omit<RecordedRequest, 'lines'> & { texts: string[] })[] = []
  // Most lines carry no request id. The asynchronous context knows to which request each belongs.
  const textsOfRequest = new AsyncLocalStorage<string[]>()

  return {
    /** Lines that are logged while `answer` runs belong to the request. */
    during: <T>(answer: () => T): T => textsOfRequest.run([], answer),
    logged: (text: string) => {
      const texts = textsOfRequest.getStore()
      if (texts && texts.length < capacity.lines) texts.push(text.slice(0, capacity.characters))
    },
    answered: ({ headers, body, ...request }: GatewayAnswer) => {
      const problem = problemOf(headers, body)
      const texts = textsOfRequest.getStore() ?? []
      const time = new Date().toISOString()
      // The path of the request is without personal ids, and the problem repeats the path.
      requests.unshift({ ...request, time, texts, ...(problem && { problem: { ...problem, instance: request.path } }) })
      requests.length = Math.min(requests.length, capacity.requests)
      onChange()
    },
    /** Newest first. The lines are read only now: most are never shown. */
    recent: (): readonly RecordedRequest[] =>
      requests.map(({ texts, ...request }) => ({ ...request, lines: texts.map(plainLine) })),
  }
}

function problemOf(headers: Record<string, string>, body: string): object | undefined {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (!type.startsWith('application/problem+json') || body.length > capacity.characters) return undefined
  // Safe cast: every answer of this type is an object, which the response check validates.
  return JSON.parse(body) as object
}
