// Warm requests: processes that stay, each answering in its turn for a while.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { lambdaContext } from '../api/requests.ts'
import type { Bundle } from '../build.ts'
import { environment, probePath } from '../fresh.ts'
import { interleave, mapValues, type Series } from '../statistics.ts'

/** @property processes How many each app has, one after another: what the compiler makes of it differs among them. */
type Plan = { rounds: number; processes: number; turnMs: number; warmUpMs: number }

/** An event, and the statuses that it may be answered with. */
type Asked = { event: unknown; statuses: number[] }

/** Microseconds of processor time for an answer, by event, app and round. */
export async function measureWarm<Name extends string, Kind extends string>(
  plan: Plan,
  apps: Record<Name, Bundle>,
  events: Record<Kind, Asked>,
  env: Record<string, string> = {},
): Promise<Record<Kind, Series<Name>>> {
  const series = mapValues(events, () => mapValues(apps, (): number[] => []))
  for (let n = 0; n < plan.processes; n++) {
    const taken = await inProcesses(plan, apps, events, env)
    for (const kind of Object.keys(events) as Kind[]) {
      for (const name of Object.keys(apps) as Name[]) series[kind][name].push(...taken[kind][name])
    }
  }
  return series
}

async function inProcesses<Name extends string, Kind extends string>(
  { rounds, processes, turnMs, warmUpMs }: Plan,
  apps: Record<Name, Bundle>,
  events: Record<Kind, Asked>,
  env: Record<string, string>,
): Promise<Record<Kind, Series<Name>>> {
  const children = mapValues(apps, ({ path }) =>
    fork(probePath('warm'), [path], { env: environment(env), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  )
  const all = Object.entries<ChildProcess>(children)
  try {
    await Promise.all(all.map(([name, child]) => said(name, child)))
    const series: Partial<Record<Kind, Series<Name>>> = {}
    for (const kind of Object.keys(events) as Kind[]) {
      for (const [name, child] of all) await turn(name, child, events[kind], warmUpMs)
      series[kind] = await interleave(
        Math.ceil(rounds / processes),
        mapValues(children, (child, name) => () => turn(name, child, events[kind], turnMs)),
      )
    }
    // Sound: every kind has had its turn.
    return series as Record<Kind, Series<Name>>
  } finally {
    for (const [, child] of all) child.kill()
  }
}

async function turn(name: string, child: ChildProcess, { event, statuses }: Asked, ms: number): Promise<number> {
  child.send({ event, context: lambdaContext, ms })
  const { microseconds, statusCode } = (await said(name, child)) as { microseconds: number; statusCode: number }
  if (!statuses.includes(statusCode)) throw new Error(`${name} answered ${statusCode}, not ${statuses.join(' or ')}.`)
  return microseconds
}

/** The next thing that the process says; rejects when it ends instead. */
async function said(name: string, child: ChildProcess): Promise<unknown> {
  const stop = new AbortController()
  const ended = once(child, 'exit', stop).then(([code]) => {
    throw new Error(`${name} ended with ${code ?? 'a signal'} instead of answering.`)
  })
  try {
    const [message] = (await Promise.race([once(child, 'message', stop), ended])) as [unknown]
    return message
  } finally {
    stop.abort()
    ended.catch(() => undefined)
  }
}
