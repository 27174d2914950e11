// Cold starts: a fresh process from its start to the first answer.
import { eventOf, lambdaContext, requests } from '../api/requests.ts'
import type { Bundle } from '../build.ts'
import { inFreshProcess } from '../fresh.ts'
import { interleave, mapValues, type Series } from '../statistics.ts'

/** An app, and what it is asked where that is not the valid POST of the benchmark. */
type Start = Bundle & { event?: unknown }

/** @property starts How many follow each other at once; the shortest counts, since only the machine makes one longer. */
type Plan = { rounds: number; starts: number }

/** Milliseconds by app and round: of the whole process, and within it from before the app is loaded. */
export async function measureCold<Name extends string>(
  { rounds, starts }: Plan,
  apps: Record<Name, Start>,
  env: Record<string, string> = {},
): Promise<{ wall: Series<Name>; within: Series<Name> }> {
  const start = ({ path, event = eventOf(requests['POST, valid']) }: Start) => {
    const given = JSON.stringify({ event, context: lambdaContext })
    const said = inFreshProcess('cold', [path, given], env)
    if (said && said.statusCode >= 300) throw new Error(`${path} answered ${said.statusCode}`)
    return said ?? { ms: Number.NaN, wall: Number.NaN }
  }
  const samples = await interleave(
    rounds,
    mapValues(apps, (app) => () => shortest(Array.from({ length: starts }, () => start(app)))),
  )
  return {
    wall: mapValues(samples, (rounds) => rounds.map(({ wall }) => wall)),
    within: mapValues(samples, (rounds) => rounds.map(({ ms }) => ms)),
  }
}

function shortest<Start extends { wall: number }>(starts: Start[]): Start {
  const [first] = starts.toSorted((a, b) => a.wall - b.wall)
  if (first === undefined) throw new Error('Nothing was started.')
  return first
}
