// The ratios: their meanings and goals, and how they follow from the samples.
import type { Measured } from './measure.ts'

// --- The apps

const frameworks = {
  'openapi-backend': 'openapi-backend as documented',
  'openapi-backend-quick': 'openapi-backend, `quick: true`',
  hono: 'Hono + @hono/zod-openapi',
  powertools: 'Powertools event handler + Zod',
  express: 'Express + express-openapi-validator',
  fastify: 'Fastify + fastify-openapi-glue',
} as const

export const appNames = { bare: 'bare handler, nothing validated', ours: 'Frontdesk', ...frameworks } as const

export type FrameworkName = keyof typeof frameworks
export type AppName = keyof typeof appNames

/** The frameworks that Frontdesk is compared with. openapi-backend has its own ratio, because Frontdesk uses it. */
export const peers = ['hono', 'powertools', 'express', 'fastify'] as const
export type PeerName = (typeof peers)[number]

/** The peers that are measured with JWT and DynamoDB too. */
const peersWithServices = ['hono', 'powertools', 'fastify'] as const

// --- The ratios

export type Meaning = { what: string; goal?: number; better: 'less' | 'more'; unit?: string }

export const meanings = {
  coldWallVsBare: { what: 'cold start, against a bare handler', goal: 1.3, better: 'less' },
  coldRealVsBare: {
    what: 'cold start with JWT and DynamoDB, against a bare handler with both',
    goal: 1.1,
    better: 'less',
  },
  wholeColdVsBare: {
    what: 'cold start of the whole service, against a bare handler with JWT and DynamoDB as documented',
    goal: 1.03,
    better: 'less',
  },
  wholeWarmGetVsBare: { what: 'GET of a case, against a bare handler that does the same', goal: 0.75, better: 'less' },
  wholeWarmListVsBare: { what: 'list of 25 cases, against a bare handler that does the same', better: 'less' },
  wholeWarmPostVsBare: { what: 'POST of a case, against a bare handler that does the same', better: 'less' },
  statusVsBare: {
    what: '`GET /status` with its token, against a bare handler that writes one line by Powertools',
    goal: 1.5,
    better: 'less',
  },
  primedVsUnprimed: { what: 'first GET of a case after priming, against without', goal: 0.35, better: 'less' },
  regeneration: {
    what: 'a saved contract to its artefacts in the process of `npm start -- --watch`, against a fresh process',
    goal: 0.15,
    better: 'less',
  },
  coldRealVsBestPeer: { what: 'cold start with JWT and DynamoDB, against the best peer with both', better: 'less' },
  warmRealPostVsBestPeer: {
    what: 'valid POST with JWT and DynamoDB, times as fast as the best peer with both',
    better: 'more',
  },
  coldVsDocumented: { what: 'cold start, against openapi-backend as documented', goal: 0.1, better: 'less' },
  coldVsBestPeer: { what: 'cold start, against the best peer', goal: 0.45, better: 'less' },
  cold200vs20: { what: 'cold start at 200 operations, against 20', goal: 1.15, better: 'less' },
  cold1000vs20: { what: 'cold start at 1,000 operations, against 20', goal: 1.6, better: 'less' },
  warmPostVsBestPeer: { what: 'valid POST, times as fast as the best peer', goal: 4, better: 'more' },
  warmGetVsBestPeer: { what: 'GET, times as fast as the best peer', goal: 4, better: 'more' },
  warmInvalidVsBestPeer: { what: 'invalid POST, times as fast as the best peer', goal: 5, better: 'more' },
  warm1000vs20: { what: 'a request at 1,000 operations, against 20', goal: 1.1, better: 'less' },
  rssMbOverBare: { what: 'memory after ten requests, over the bare handler', goal: 4, better: 'less', unit: 'MB' },
  entryKb: { what: 'code loaded before the first answer', better: 'less', unit: 'KB' },
  presignVsSdk: { what: 'first presigned URL, against S3Client and getSignedUrl', goal: 0.25, better: 'less' },
  jwtVsRawRsa: { what: 'check of a token seen before, against one RSA verification', better: 'less' },
  mcpColdVsWithout: { what: 'cold start of the whole service with MCP, against without', goal: 1.05, better: 'less' },
  mcpEntryKb: { what: 'code loaded before the first answer, that MCP adds', goal: 2, better: 'less', unit: 'KB' },
  mcpFirstVsHttp: { what: 'first call of a tool, against the same first read by HTTP', goal: 3, better: 'less' },
  mcpFirstVsPackage: {
    what: 'first call of a tool, against the official server package',
    goal: 0.1,
    better: 'less',
  },
  mcpWarmVsHttp: { what: 'warm call of a tool, against the same read by HTTP', goal: 3, better: 'less' },
  mcpWarmVsPackage: { what: 'warm call of a tool, against the official server package', goal: 0.15, better: 'less' },
} satisfies Record<string, Meaning>

/** Ratios of the table that are not in results.json. */
export const furtherMeanings = {
  rssMbOverBareLater: { what: 'memory after 1,000 requests, over the bare handler', better: 'less', unit: 'MB' },
  coldVsQuick: { what: 'cold start, against openapi-backend with `quick: true`', better: 'less' },
  artefactsVsTools: {
    what: 'contract to all artefacts in one process, against a process for each',
    goal: 0.6,
    better: 'less',
  },
  artefactsVsInstalled: {
    what: 'the same, against `redocly bundle` and `openapi-typescript` alone, which make two of them',
    better: 'less',
  },
} satisfies Record<string, Meaning>

export type RatioName = keyof typeof meanings
type Ratios = Record<RatioName | keyof typeof furtherMeanings, Summary>

export function ratiosOf(measured: Measured): Ratios {
  const { cold, coldFrameworks, withAws, warm, check, presigned, memory, memoryLater, generation, mcp } = measured
  const over = (ours: number, bare: number) => ours - bare
  const coldBest = best(coldFrameworks.wall, peers)
  const speedUp = (kind: 'post' | 'get' | 'invalid') => paired(warm[kind][best(warm[kind], peers)], warm[kind].ours)
  // The worse of the two: a POST spends its time in validation, a GET in routing.
  const [, growth] = (['post', 'get'] as const)
    .map((kind) => paired(warm[kind].ours1000, warm[kind].ours))
    .toSorted((a, b) => a.median - b.median) as [Summary, Summary]
  return {
    coldWallVsBare: paired(cold.wall.ours, cold.wall.bare),
    ...serviceRatios(measured),
    coldVsDocumented: paired(coldFrameworks.wall.ours, coldFrameworks.wall['openapi-backend']),
    coldVsBestPeer: paired(coldFrameworks.wall.ours, coldFrameworks.wall[coldBest]),
    cold200vs20: paired(cold.wall.ours200, cold.wall.ours),
    cold1000vs20: paired(cold.wall.ours1000, cold.wall.ours),
    warmPostVsBestPeer: speedUp('post'),
    warmGetVsBestPeer: speedUp('get'),
    warmInvalidVsBestPeer: speedUp('invalid'),
    warm1000vs20: growth,
    rssMbOverBare: paired(memory.ours, memory.bare, over),
    entryKb: summarize([measured.loadedBytes / 1000]),
    presignVsSdk: paired(presigned.within.ours, presigned.within.sdk),
    jwtVsRawRsa: paired(check.ours, check.rawRsa),
    mcpColdVsWithout: cpuAndWall(withAws.cold, 'deployed', 'withoutMcp'),
    mcpEntryKb: summarize([measured.mcpEntryBytes / 1000]),
    mcpFirstVsHttp: firstCpuAndWall(mcp.first, 'tool', 'http'),
    mcpFirstVsPackage: firstCpuAndWall(mcp.first, 'tool', 'official'),
    mcpWarmVsHttp: paired(mcp.warm.tool, mcp.warm.http),
    mcpWarmVsPackage: paired(mcp.warm.tool, mcp.warm.official),
    rssMbOverBareLater: paired(memoryLater.ours, memoryLater.bare, over),
    coldVsQuick: paired(coldFrameworks.wall.ours, coldFrameworks.wall['openapi-backend-quick']),
    artefactsVsTools: paired(generation.oneProcess, generation.tools),
    artefactsVsInstalled: paired(generation.oneProcess, generation.installed),
  }
}

/** The ratios of the apps with JWT and DynamoDB. */
function serviceRatios({ withAws, regeneration }: Pick<Measured, 'withAws' | 'regeneration'>) {
  return {
    coldRealVsBare: cpuAndWall(withAws.cold, 'ours', 'bare'),
    wholeColdVsBare: cpuAndWall(withAws.cold, 'deployed', 'bare'),
    wholeWarmGetVsBare: paired(withAws.warm.get.deployed, withAws.warm.get.bare),
    wholeWarmListVsBare: paired(withAws.warm.list.deployed, withAws.warm.list.bare),
    wholeWarmPostVsBare: paired(withAws.warm.post.deployed, withAws.warm.post.bare),
    statusVsBare: paired(withAws.warm.status.deployed, withAws.warm.status.bare),
    primedVsUnprimed: firstCpuAndWall(withAws.first, 'primed', 'unprimed'),
    regeneration: cpuAndWall(regeneration, 'living', 'fresh'),
    coldRealVsBestPeer: cpuAndWall(withAws.cold, 'ours', best(withAws.cold.cpu, peersWithServices)),
    warmRealPostVsBestPeer: paired(
      withAws.warmPeers[best(withAws.warmPeers, peersWithServices)],
      withAws.warmPeers.ours,
    ),
  }
}

/** The SDK's sizes in the table. */
export const sdkMeaning = (what: string): Meaning => ({
  what: `client SDK in a bundle: ${what}`,
  better: 'less',
  unit: 'KB gzip',
})

/** Whether the goal is reached; undefined without a goal. */
export function reaches({ goal, better }: Meaning, value: number): boolean | undefined {
  if (goal === undefined) return undefined
  return better === 'less' ? value <= goal : value >= goal
}

// --- Statistics

/** Samples by name, in the order of their rounds. */
export type Series<Name extends string> = Record<Name, number[]>

/** @property wall The same by the clock, where the ratio itself is one of processor time. */
export type Summary = Spread & { wall?: Spread }
type Spread = { median: number; p10: number; p90: number }

/** NaN when a sample is missing. */
export function summarize(values: readonly number[]): Summary {
  if (values.some(Number.isNaN)) return { median: Number.NaN, p10: Number.NaN, p90: Number.NaN }
  const sorted = values.toSorted((a, b) => a - b)
  const quantile = (p: number) => sorted[Math.round(p * (sorted.length - 1))] ?? Number.NaN
  return { median: quantile(0.5), p10: quantile(0.1), p90: quantile(0.9) }
}

const quotient = (a: number, b: number) => a / b

/** Paired by round, so that a slow moment of the machine counts on both sides. */
const paired = (a: readonly number[], b: readonly number[], combine = quotient): Summary =>
  summarize(a.map((value, round) => combine(value, b[round] ?? Number.NaN)))

/** The ratio of two apps' processor time in a cold start, and the same by the clock. */
const cpuAndWall = <Name extends string>({ cpu, wall }: Record<'cpu' | 'wall', Series<Name>>, a: Name, b: Name) => ({
  ...paired(cpu[a], cpu[b]),
  wall: paired(wall[a], wall[b]),
})

/** The same of the first answer alone. */
const firstCpuAndWall = <Name extends string>(
  { cpuFirst, first }: Record<'cpuFirst' | 'first', Series<Name>>,
  a: Name,
  b: Name,
) => cpuAndWall({ cpu: cpuFirst, wall: first }, a, b)

/** The name with the least median, among those without a missing sample. */
function best<Name extends string>(series: Series<Name>, among: readonly Name[]): Name {
  const measured = among.filter((name) => !series[name].some(Number.isNaN))
  const [first] = measured.toSorted((a, b) => summarize(series[a]).median - summarize(series[b]).median)
  if (first === undefined) throw new Error('No app has all its samples.')
  return first
}

/** Takes a sample of each in turn, round after round. Each round begins with another name. */
export async function interleave<Name extends string, Sample>(
  rounds: number,
  samplers: Record<Name, () => Sample | Promise<Sample>>,
): Promise<Record<Name, Sample[]>> {
  const samples = mapValues(samplers, (): Sample[] => [])
  const names = Object.keys(samplers) as Name[]
  for (let round = 0; round < rounds; round++) {
    for (const [n] of names.entries()) {
      const name = names[(round + n) % names.length]
      if (name !== undefined) samples[name].push(await samplers[name]())
    }
  }
  return samples
}

export function mapValues<Name extends string, A, B>(
  record: Record<Name, A>,
  map: (value: A, name: Name) => B,
): Record<Name, B> {
  const entries = Object.entries<A>(record).map(([name, value]) => [name, map(value, name as Name)])
  // Safe cast: the names are those of the record.
  return Object.fromEntries(entries) as Record<Name, B>
}
