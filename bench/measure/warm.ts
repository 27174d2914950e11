// Warm requests: processes that stay, each answering in its turn for a while.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { lambdaContext } from '../api/requests.ts'
import type { Bundle } from '../build.ts'
import { environment, probePath } from '../fresh.ts'
import { interleave, mapValues, type Series } from '../statistics.ts'

type Plan = { rounds: number; turnMs: number; warmUpMs: number }

/** Microseconds of processor time for an answer, by event, app and round. */
export async function measureWarm<Name extends string, Kind extends string>(
  { rounds, turnMs, warmUpMs }: Plan,
  apps: Record<Name, Bundle>,
  events: Record<Kind, unknown>,
  env: Record<string, string> = {},
): Promise<Record<Kind, Series<Name>>> {
  const processes = mapValues(apps, ({ path }) =>
    fork(probePath('warm'), [path], { env: environment(env), stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
  )
  const all = Object.values<ChildProcess>(processes)
  await Promise.all(all.map((child) => once(child, 'message')))
  const series: Partial<Record<Kind, Series<Name>>> = {}
  for (const kind of Object.keys(events) as Kind[]) {
    for (const child of all) await turn(child, events[kind], warmUpMs)
    series[kind] = await interleave(
      rounds,
      mapValues(processes, (child) => () => turn(child, events[kind], turnMs)),
    )
  }
  for (const child of all) child.kill()
  // Sound: every kind has had its turn.
  return series as Record<Kind, Series<Name>>
}

async function turn(child: ChildProcess, event: unknown, ms: number): Promise<number> {
  child.send({ event, context: lambdaContext, ms })
  const [{ microseconds }] = (await once(child, 'message')) as [{ microseconds: number }]
  return microseconds
}
