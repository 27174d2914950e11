// Measures everything, side by side: each round takes every app in turn.
import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureSizes } from '../client-sdk/size.ts'
import { projectRoot } from '../codegen/contract.ts'
import type { Bundle, Bundles } from './build.ts'
import { environment, inDist, inFreshProcess, probesPath, startAws } from './processes.ts'
import { interleave, mapValues, type Series } from './ratios.ts'
import { eventOf, lambdaContext, reads, requests, whole, type RequestName, type WholeName } from './requests.ts'

// --- The numbers of rounds: enough for stable medians, or few enough for two minutes

export type Plan = typeof full

const full = {
  cold: { rounds: 31, starts: 3 },
  services: { rounds: 31, starts: 3 },
  coldFrameworks: { rounds: 27, starts: 2 },
  coldGrown: { rounds: 5, starts: 1 },
  presign: { rounds: 31, starts: 1 },
  memory: 25,
  memoryLater: 25,
  generation: 25,
  warm: { rounds: 30, processes: 3, turnMs: 60, warmUpMs: 600 },
}

const quick: Plan = {
  cold: { rounds: 25, starts: 2 },
  services: { rounds: 13, starts: 2 },
  coldFrameworks: { rounds: 5, starts: 2 },
  coldGrown: { rounds: 0, starts: 1 },
  presign: { rounds: 15, starts: 1 },
  memory: 9,
  memoryLater: 1,
  generation: 3,
  warm: { rounds: 16, processes: 2, turnMs: 25, warmUpMs: 250 },
}

export const plans = { full, quick }

// --- All measurements

export type Measured = Awaited<ReturnType<typeof measureAll>>

export async function measureAll(bundles: Bundles, plan: Plan, step: (what: string) => void) {
  const { bare, ours, ours200, ours1000, frameworks, grown, services, presign, jwt } = bundles

  step('cold starts, by the size of the contract')
  const cold = await measureCold(plan.cold, { bare, ours, ours200, ours1000 })
  step('cold starts, side by side with other frameworks')
  const coldFrameworks = await measureCold(plan.coldFrameworks, { bare, ours, ...frameworks })
  const coldGrown = []
  for (const { operations, ours, frameworks } of grown) {
    step(`cold starts at ${operations} operations, side by side with other frameworks`)
    coldGrown.push({ operations, ...(await measureCold(plan.coldGrown, { ours, ...frameworks })) })
  }

  step('cold starts and warm requests with JWT and DynamoDB, over TLS')
  const aws = await startAws()
  const withAws = await measureServices(plan, services, aws).finally(aws.stop)

  step('warm requests')
  const warm = await measureWarm(
    plan.warm,
    { bare, ours, ours1000, ...frameworks },
    {
      post: asked('POST, valid'),
      get: asked('GET of an item'),
      // The bare handler validates nothing, so it answers 201. The agreement has shown that no other app does.
      invalid: asked('POST, invalid', 201),
    },
  )
  step('token checks')
  const keys = await startAws()
  const event = eventOf(requests['POST, valid'], keys.token)
  const { check } = await measureWarm(
    plan.warm,
    jwt,
    { check: { event: () => event, statuses: [200] } },
    keys.env,
  ).finally(keys.stop)
  step('first presigned URLs')
  const presigned = await measureCold(plan.presign, presign)

  step('the first and the warm calls of a tool')
  const mcp = await measureMcp(plan, bundles.mcp)

  step('memory')
  const memory = await measureMemory(plan.memory, { bare, ours }, 10)
  const memoryLater = await measureMemory(plan.memoryLater, { bare, ours, ...frameworks }, 1000)
  step('contract to artefacts')
  const generation = await measureGeneration(plan.generation)
  const regeneration = await measureRegeneration(plan.generation)
  const sdk = await measureSdk()

  return {
    ...{ cold, coldFrameworks, coldGrown, withAws, warm, check, presigned },
    ...{ mcp, memory, memoryLater, generation, regeneration, sdk, loadedBytes: ours.loadedBytes },
    mcpEntryBytes: services.deployed.loadedBytes - services.withoutMcp.loadedBytes,
  }
}

const asked = (name: RequestName, ...also: number[]) => ({
  event: () => eventOf(requests[name]),
  statuses: [requests[name].status, ...also],
})

/** The whole service and the apps with services, each with requests that it answers with the same work. */
async function measureServices(plan: Plan, services: Bundles['services'], aws: Awaited<ReturnType<typeof startAws>>) {
  const { env, token } = aws
  const { bare, bareStatus, deployed, withoutMcp, ...withParcels } = services
  const parcels = eventOf(requests['POST, valid'], token)
  const cases = eventOf(whole.deployed.post, token)
  const { hono, powertools, fastify, ours } = mapValues(withParcels, (bundle) => ({ ...bundle, event: parcels }))
  const get = eventOf(whole.deployed.get, token)
  const cold = await measureCold(
    plan.services,
    {
      bare: { ...bare, event: parcels },
      ...{ hono, powertools, fastify, ours },
      deployed: { ...deployed, event: cases },
      withoutMcp: { ...withoutMcp, event: cases },
    },
    env,
  )
  const first = await measureCold(
    plan.services,
    { unprimed: { ...deployed, event: get }, primed: { ...deployed, event: get, env: { PRIME: 'true' } } },
    env,
  )
  const ask = (name: WholeName) => ({
    event: (app: 'bare' | 'deployed') => eventOf(whole[app][name], token),
    statuses: [whole.bare[name].status],
  })
  const ofData = { get: ask('get'), list: ask('list'), post: ask('post') }
  // An answer that waits for AWS takes a hundred times as long as one of the engine alone. Each written line wakes the
  // process that reads it. In a short turn the share of that differs from run to run, so the turns are long.
  const slowly = { ...plan.warm, turnMs: plan.warm.turnMs * 8 }
  const warm = {
    ...(await measureWarm(slowly, { bare, deployed }, ofData, env)),
    ...(await measureWarm(slowly, { bare: bareStatus, deployed }, { status: ask('status') }, env)),
  }
  const post = { event: () => parcels, statuses: [201] }
  const warmPeers = await measureWarm(slowly, { bare, ...withParcels }, { post }, env)
  return { cold, first, warm, warmPeers: warmPeers.post }
}

/** The same read by HTTP and as a tool, of which the official package serves the second too. */
async function measureMcp({ presign: plan, warm }: Plan, { ours, official }: Bundles['mcp']) {
  const [http, tool] = [eventOf(reads.http), eventOf(reads.tool)]
  const starts = {
    http: { ...ours, event: http },
    tool: { ...ours, event: tool },
    official: { ...official, event: tool },
  }
  const first = await measureCold({ ...plan, starts: 2 }, starts)
  const statuses = [200]
  const events = { http: { event: () => http, statuses }, tool: { event: () => tool, statuses } }
  const answered = await measureWarm(warm, { ours, official }, events)
  return { first, warm: { http: answered.http.ours, tool: answered.tool.ours, official: answered.tool.official } }
}

// --- Cold starts: a fresh process, from its start to the first answer

/** An app, its event and its own variables. The default event is the valid POST. */
type Start = Bundle & { event?: unknown; env?: Record<string, string> }

/** @property starts The number of starts in a row. The shortest counts, because only the machine makes a start longer. */
type ColdPlan = { rounds: number; starts: number }

/**
 * Milliseconds by app and round: of the whole process, inside it from before the app is loaded, and of its first answer.
 * `cpu` and `cpuFirst` are processor time, of the whole process and of its first answer.
 */
type Cold<Name extends string> = Record<keyof typeof coldMetrics, Series<Name>>

const coldMetrics = { wall: 'wall', within: 'ms', first: 'first', cpu: 'cpu', cpuFirst: 'cpuFirst' } as const

async function measureCold<Name extends string>(
  { rounds, starts }: ColdPlan,
  apps: Record<Name, Start>,
  env: Record<string, string> = {},
): Promise<Cold<Name>> {
  const start = ({ path, event = eventOf(requests['POST, valid']), env: own }: Start) => {
    const given = JSON.stringify({ event, context: lambdaContext })
    const result = inFreshProcess('cold', [path, given], { ...env, ...own })
    if (result && result.statusCode >= 300) throw new Error(`${path} answered ${result.statusCode}`)
    const none = Number.NaN
    return result ?? { ms: none, wall: none, first: none, cpu: none, cpuFirst: none }
  }
  const samples = await interleave(
    rounds,
    mapValues(apps, (app) => () => Array.from({ length: starts }, () => start(app))),
  )
  return mapValues(coldMetrics, (metric) =>
    mapValues(samples, (rounds) => rounds.map((starts) => Math.min(...starts.map((start) => start[metric])))),
  )
}

// --- Warm requests: processes that stay, each answering in its turn for a while

/** @property processes The number of processes of each app, one after another: the compiler's results differ. */
type WarmPlan = { rounds: number; processes: number; turnMs: number; warmUpMs: number }

/** An event for each app, and the statuses of its allowed answers. */
type Asked<Name extends string> = { event: (app: Name) => unknown; statuses: number[] }

/** Microseconds of processor time for one answer, by event, app and round. */
async function measureWarm<Name extends string, Kind extends string>(
  plan: WarmPlan,
  apps: Record<Name, Bundle>,
  events: Record<Kind, Asked<Name>>,
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
  { rounds, processes, turnMs, warmUpMs }: WarmPlan,
  apps: Record<Name, Bundle>,
  events: Record<Kind, Asked<Name>>,
  env: Record<string, string>,
): Promise<Record<Kind, Series<Name>>> {
  const children = mapValues(apps, ({ path }) => {
    // The log goes into a pipe, as on Lambda, so that writing a line costs what it costs there.
    const child = fork(probesPath, ['warm', path], {
      env: environment(env),
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    child.stdout?.resume()
    return child
  })
  // Safe cast: the names are those of the apps.
  const all = Object.entries(children) as [Name, ChildProcess][]
  try {
    await Promise.all(all.map(([name, child]) => messageOf(name, child)))
    const series: Partial<Record<Kind, Series<Name>>> = {}
    for (const kind of Object.keys(events) as Kind[]) {
      for (const [name, child] of all) await turn(name, child, events[kind], warmUpMs)
      series[kind] = await interleave(
        Math.ceil(rounds / processes),
        mapValues(children, (child, name) => () => turn(name, child, events[kind], turnMs)),
      )
    }
    // Safe cast: the loop has run for every kind.
    return series as Record<Kind, Series<Name>>
  } finally {
    for (const [, child] of all) child.kill()
  }
}

async function turn<Name extends string>(
  name: Name,
  child: ChildProcess,
  { event, statuses }: Asked<Name>,
  ms: number,
): Promise<number> {
  child.send({ event: event(name), context: lambdaContext, ms })
  const { microseconds, statusCode } = (await messageOf(name, child)) as { microseconds: number; statusCode: number }
  if (!statuses.includes(statusCode)) throw new Error(`${name} answered ${statusCode}, not ${statuses.join(' or ')}.`)
  return microseconds
}

/** The next message of the process. Rejects when the process ends instead. */
async function messageOf(name: string, child: ChildProcess): Promise<unknown> {
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

// --- Memory

const mix = (['POST, valid', 'GET of an item', 'GET of a list', 'PUT, valid'] as const).map((name) =>
  eventOf(requests[name]),
)
const mixed = JSON.stringify({ events: mix, context: lambdaContext })

/** The resident megabytes of a fresh process after so many requests of four kinds, by app and round. */
function measureMemory<Name extends string>(
  rounds: number,
  apps: Record<Name, Bundle>,
  times: number,
): Promise<Series<Name>> {
  const resident = ({ path }: Bundle) => inFreshProcess('memory', [path, mixed, String(times)])?.mb ?? Number.NaN
  return interleave(
    rounds,
    mapValues(apps, (bundle) => () => resident(bundle)),
  )
}

// --- Generated artefacts, and the size of the SDK

const inProject = (path: string) => join(projectRoot, path)

/** The artefacts without a tool to install. A process for each calls its renderer. */
const renderers = {
  renderProblems: 'codegen/server/problems.ts',
  renderRoutes: 'codegen/server/routes.ts',
  renderValidators: 'codegen/server/validators.ts',
  renderSampleData: 'codegen/server/sample-data.ts',
  renderClientSdk: 'codegen/client-sdk/index.ts',
  renderApiGateway: 'codegen/gateway/index.ts',
  renderEvents: 'codegen/server/event-schemas.ts',
  renderHeaders: 'codegen/server/headers.ts',
  renderNames: 'codegen/names.ts',
  renderAmazonQ: 'codegen/agents/amazon-q.ts',
}

/**
 * Milliseconds from an edited contract to its artefacts, by way and round: all in one process, or a tool for each.
 * `installed` has only the two tools that can be installed.
 */
function measureGeneration(rounds: number) {
  const document = inDist('openapi.json')
  const noRules = inDist('no-rules.yaml')
  writeFileSync(noRules, 'extends: []\n')
  const redocly = ['node_modules/@redocly/cli/bin/cli.js', 'bundle', 'contract', '-o', document]
  const types = ['node_modules/openapi-typescript/bin/cli.js', document, '-o', inDist('api.ts'), '--redocly', noRules]
  const installed = () => timed(redocly) + timed(types)
  const own = () =>
    Object.entries(renderers).reduce(
      (sum, [name, module]) => sum + timed(['bench/probes.ts', 'render', inProject(module), name, document]),
      0,
    )
  return interleave(rounds, {
    // Renders everything and compares it with the files. Only the writing is left out.
    oneProcess: () => timed(['codegen/generate.ts', '--check']),
    tools: () => installed() + own(),
    installed,
  })
}

function timed(args: string[]): number {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' })
  const ended = performance.now()
  if (status === 0) return ended - started
  throw new Error(`node ${args.join(' ')} ended with ${status ?? 'a signal'}.\n${stdout}${stderr}`)
}

/** Milliseconds of a save's generation by process and round: processor time, and by the clock. */
async function measureRegeneration(rounds: number) {
  const { runs } = await interleave(Math.max(3, Math.ceil(rounds / 5)), {
    runs: () => inFreshProcess('regenerate', [inProject('codegen/generate.ts')]),
  })
  const of = (metric: 'cpu' | 'ms') => ({
    fresh: runs.map((run) => run?.fresh[metric] ?? Number.NaN),
    living: runs.map((run) => run?.living[metric] ?? Number.NaN),
  })
  return { cpu: of('cpu'), wall: of('ms') }
}

/** Bytes of gzip by the part of the SDK in the bundle. */
async function measureSdk(): Promise<Record<string, number>> {
  const sizes = await measureSizes()
  return Object.fromEntries(sizes.map(({ what, size }) => [what, size]))
}
