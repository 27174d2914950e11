// Whether all apps answer alike: the benchmark compares nothing else than how fast they do it.
import { isDeepStrictEqual } from 'node:util'
import type { Bundle, Bundles } from './build.ts'
import { eventOf, lambdaContext, requests, type RequestName } from './api/requests.ts'
import { inFreshProcess } from './fresh.ts'
import type { Answer } from './probes/handler.ts'

/** Where a framework cannot do what the contract asks, or not without code that its users would have to write. */
export const differences: Record<string, Partial<Record<RequestName, number>>> = {
  hono: { 'unknown method': 404 },
  powertools: { 'unknown method': 404 },
  fastify: { 'unknown method': 404, 'POST, a number as text': 201, 'unknown query parameter': 200 },
}

const names = Object.keys(requests) as RequestName[]

/** Throws with every answer that is not the contract's and is not named above. */
export function requireAgreement({ bare, ours, ours200, ours1000, frameworks }: Bundles) {
  const apps: Record<string, Bundle> = { bare, ours, ours200, ours1000, ...frameworks }
  const given = JSON.stringify({ events: names.map((name) => eventOf(requests[name])), context: lambdaContext })
  const answers = Object.fromEntries(
    Object.entries(apps).map(([app, { path }]) => [app, inFreshProcess('answers', [path, given])?.answers ?? []]),
  )
  const faults = Object.keys(apps).flatMap((app) =>
    names.flatMap((name, n) => {
      const { status } = requests[name]
      // It validates nothing.
      if (app === 'bare' && status === 400) return []
      const answer = answers[app]?.[n]
      const expected = differences[app]?.[name] ?? status
      if (answer?.statusCode !== expected) return [`${app}: ${name}: ${answer?.statusCode ?? 'none'}, not ${expected}`]
      const same = status >= 300 || isDeepStrictEqual(bodyOf(answer), bodyOf(answers.bare?.[n]))
      return same ? [] : [`${app}: ${name}: another body`]
    }),
  )
  if (faults.length > 0) throw new Error(`The apps do not agree.\n${faults.join('\n')}`)
}

const bodyOf = (answer: Answer | null | undefined): unknown => (answer?.body ? JSON.parse(answer.body) : undefined)
