// The ratios that the benchmark is about: what each means, what it has to be, and how it follows from the samples.
import { peers } from './apps/names.ts'
import type { Measured } from './measure/all.ts'
import { best, paired, summarize, type Summary } from './statistics.ts'

export type Meaning = { what: string; goal?: number; better: 'less' | 'more'; unit?: string }

export const meanings = {
  coldWallVsBare: { what: 'cold start, against a bare handler', goal: 1.3, better: 'less' },
  coldRealVsBare: {
    what: 'cold start with JWT and DynamoDB, against a bare handler with both',
    goal: 1.1,
    better: 'less',
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
} satisfies Record<string, Meaning>

/** What stands in the table besides, and not in results.json. */
export const furtherMeanings = {
  rssMbOverBareLater: { what: 'memory after 1,000 requests, over the bare handler', better: 'less', unit: 'MB' },
  coldDeployedVsBare: {
    what: 'cold start of the whole service, against that bare handler with JWT and DynamoDB',
    better: 'less',
  },
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
export type Ratios = Record<RatioName | keyof typeof furtherMeanings, Summary>

export function ratiosOf(measured: Measured): Ratios {
  const { cold, coldFrameworks, coldServices, warm, check, presigned, memory, memoryLater, generation } = measured
  const over = (ours: number, bare: number) => ours - bare
  const coldBest = best(coldFrameworks.wall, peers)
  const speedUp = (kind: 'post' | 'get' | 'invalid') => paired(warm[kind][best(warm[kind], peers)], warm[kind].ours)
  // The worse of the two: the one spends its time in validation, the other in routing.
  const [, growth] = (['post', 'get'] as const)
    .map((kind) => paired(warm[kind].ours1000, warm[kind].ours))
    .toSorted((a, b) => a.median - b.median) as [Summary, Summary]
  return {
    coldWallVsBare: paired(cold.wall.ours, cold.wall.bare),
    coldRealVsBare: paired(coldServices.wall.ours, coldServices.wall.bare),
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
    rssMbOverBareLater: paired(memoryLater.ours, memoryLater.bare, over),
    coldDeployedVsBare: paired(coldServices.wall.frontdesk, coldServices.wall.bare),
    coldVsQuick: paired(coldFrameworks.wall.ours, coldFrameworks.wall['openapi-backend-quick']),
    artefactsVsTools: paired(generation.oneProcess, generation.tools),
    artefactsVsInstalled: paired(generation.oneProcess, generation.installed),
  }
}

/** The SDK's sizes in the table. */
export const sdkMeaning = (what: string): Meaning => ({
  what: `client SDK in a bundle: ${what}`,
  better: 'less',
  unit: 'KB gzip',
})

/** Whether a goal is reached; undefined when there is none. */
export function reaches({ goal, better }: Meaning, value: number): boolean | undefined {
  if (goal === undefined) return undefined
  return better === 'less' ? value <= goal : value >= goal
}
