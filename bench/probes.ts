// The code inside the measured processes. The first argument names the probe.
import type { Contract, Model } from '../codegen/model.ts'
import { readFileSync, writeSync } from 'node:fs'

export type Answer = { statusCode: number; body?: string }
/** The exports of every bundle. */
type Loaded = { handler: (event: unknown, context: unknown) => Promise<Answer> }
type Given = { event: unknown; events: unknown[]; context: unknown }
type Turn = { event: unknown; context: unknown; ms: number }

/** Some saves meet the garbage collector or the compiler, and others do not. The median one counts. */
const measuredSaves = 5

const [, , probe = '', ...parameters] = process.argv
const [module = '', given = ''] = parameters
// Safe cast: the benchmark wrote the parameters, and every bundle has a handler.
const read = () => JSON.parse(given) as Given
const load = async () => (await import(module)) as Loaded
/** Processor time of all threads. */
const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000
const print = (result: unknown) => writeSync(1, JSON.stringify(result))

const probes: Record<string, () => Promise<void>> = {
  /** Loads one bundle and answers one event, as a cold Lambda does. */
  async cold() {
    const { event, context } = read()
    const started = performance.now()
    const { handler } = await load()
    const loaded = performance.now()
    const before = process.cpuUsage()
    const { statusCode } = await handler(event, context)
    const answered = performance.now()
    const cpuFirst = milliseconds(process.cpuUsage(before))
    // The whole process, from before Node itself was loaded.
    const cpu = milliseconds(process.cpuUsage())
    print({ ms: answered - started, first: answered - loaded, cpu, cpuFirst, statusCode })
    process.exit()
  },

  /** Answers many events, and prints the answers. */
  async answers() {
    const { events, context } = read()
    const { handler } = await load()
    const answers: (Answer | undefined)[] = []
    for (const event of events) answers.push(await handler(event, context).catch(() => undefined))
    print({ answers })
    process.exit()
  },

  /** Answers many events in turn, and prints the memory of the process. */
  async memory() {
    const { events, context } = read()
    const [, , times = ''] = parameters
    const { handler } = await load()
    for (let n = 0; n < Number(times); n++) await handler(events[n % events.length], context)
    print({ mb: process.memoryUsage.rss() / 1e6 })
    process.exit()
  },

  /** Stays and answers one event again and again, for the time that each message asks for. */
  async warm() {
    const { handler } = await load()
    process.on('message', ({ event, context, ms }: Turn) => {
      void answerFor(handler, { event, context, ms }).then((result) => process.send?.(result))
    })
    process.send?.('ready')
  },

  /** Stays, and answers one event so many times. Sends the milliseconds of each answer. */
  async paced() {
    const { handler } = await load()
    process.on('message', ({ event, context, requests }: Turn & { requests: number }) => {
      void (async () => {
        const taken: number[] = []
        for (let n = 0; n < requests; n++) {
          const started = performance.now()
          const { statusCode } = await handler(event, context)
          if (statusCode >= 300) throw new Error(`It answered ${statusCode}.`)
          taken.push(performance.now() - started)
        }
        process.send?.({ milliseconds: taken })
      })()
    })
    process.send?.('ready')
  },

  /** Renders all artefacts, first as a fresh process does, then as a process does that stays. */
  async regenerate() {
    const started = performance.now()
    const { stalePaths } = (await import(module)) as { stalePaths: () => Promise<string[]> }
    await stalePaths()
    const fresh = { cpu: milliseconds(process.cpuUsage()), ms: performance.now() - started }
    // The second and the third save of a file.
    for (let n = 0; n < 2; n++) await stalePaths()
    const saves: { cpu: number; ms: number }[] = []
    for (let n = 0; n < measuredSaves; n++) {
      const [before, again] = [process.cpuUsage(), performance.now()]
      await stalePaths()
      saves.push({ cpu: milliseconds(process.cpuUsage(before)), ms: performance.now() - again })
    }
    const median = (of: 'cpu' | 'ms') => saves.map((save) => save[of]).sort((a, b) => a - b)[measuredSaves >> 1]
    const living = { cpu: median('cpu'), ms: median('ms') }
    print({ fresh, living })
    process.exit()
  },

  /** Renders one artefact of the bundled contract, as a tool for this artefact would. */
  async render() {
    const [, name = '', document = ''] = parameters
    // Not a static import: it would make every cold start slower.
    const { modelOf } = await import('../codegen/model.ts')
    // Safe cast: a module of codegen exports its renderers.
    const renderers = (await import(module)) as Record<string, (model: Model) => unknown>
    const artefact = await renderers[name]?.(modelOf(JSON.parse(readFileSync(document, 'utf8')) as Contract))
    if (artefact === undefined) throw new Error(`${module} has no ${name}.`)
  },
}

async function answerFor(handler: Loaded['handler'], { event, context, ms }: Turn) {
  const end = performance.now() + ms
  const before = process.cpuUsage()
  let count = 0
  let statusCode = 0
  do {
    // Many answers between two looks at the clock, so that the clock costs nothing.
    for (let n = 0; n < 20; n++) statusCode = (await handler(event, context)).statusCode
    count += 20
    // As Lambda's loop turns between two requests. Lines that a full pipe did not take would stay in memory otherwise.
    await new Promise(setImmediate)
  } while (performance.now() < end)
  // Processor time, with the threads of the garbage collector and the compiler. Other programs do not change it.
  const { user, system } = process.cpuUsage(before)
  return { microseconds: (user + system) / count, statusCode }
}

await probes[probe]?.()
