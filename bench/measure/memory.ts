// Memory: what a fresh process occupies once it has answered so many requests of four kinds.
import { eventOf, lambdaContext, requests } from '../api/requests.ts'
import type { Bundle } from '../build.ts'
import { inFreshProcess } from '../fresh.ts'
import { interleave, mapValues, type Series } from '../statistics.ts'

const mix = (['POST, valid', 'GET of an item', 'GET of a list', 'PUT, valid'] as const).map((name) =>
  eventOf(requests[name]),
)
const given = JSON.stringify({ events: mix, context: lambdaContext })

/** Resident megabytes, by app and round. */
export function measureMemory<Name extends string>(
  rounds: number,
  apps: Record<Name, Bundle>,
  times: number,
): Promise<Series<Name>> {
  const resident = ({ path }: Bundle) => inFreshProcess('memory', [path, given, String(times)])?.mb ?? Number.NaN
  return interleave(
    rounds,
    mapValues(apps, (bundle) => () => resident(bundle)),
  )
}
