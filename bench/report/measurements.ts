// measurements.json: the medians of everything that was measured, with their spreads, and what it was measured on.
import { cpus, totalmem } from 'node:os'
import type { Measured } from '../measure/all.ts'
import type { Plan } from '../measure/plan.ts'
import { ratiosOf } from '../ratios.ts'
import { mapValues, summarize, type Series, type Summary } from '../statistics.ts'

export type Measurements = ReturnType<typeof measurementsOf>

/** Milliseconds, microseconds for warm requests, megabytes. */
export function measurementsOf(measured: Measured, plan: Plan) {
  const { cold, coldFrameworks, coldGrown, coldServices, warm, check, presigned, ...rest } = measured
  return {
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 1e9),
      node: process.version,
    },
    rounds: {
      cold: plan.cold.rounds,
      coldFrameworks: plan.coldFrameworks.rounds,
      services: plan.services.rounds,
      warm: plan.warm.rounds,
    },
    ratios: mapValues(ratiosOf(measured), roundedAll),
    coldMs: both(cold),
    coldFrameworksMs: both(coldFrameworks),
    coldFrameworksGrownMs: coldGrown.map(({ operations, ...one }) => ({ operations, ...both(one) })),
    coldServicesMs: both(coldServices),
    presignedMs: both(presigned),
    warmMicroseconds: mapValues(warm, spread),
    tokenCheckMicroseconds: spread(check),
    residentMb: spread(rest.memory),
    residentMbLater: spread(rest.memoryLater),
    generationMs: spread(rest.generation),
    sdkGzipBytes: rest.sdk,
    loadedBytes: rest.loadedBytes,
  }
}

const rounded = (value: number) => Number(value.toPrecision(3))
const roundedAll = (summary: Summary) => mapValues(summary, rounded)

const spread = <Name extends string>(series: Series<Name>) =>
  mapValues(series, (values) => roundedAll(summarize(values)))

const both = <Name extends string>({ wall, within }: { wall: Series<Name>; within: Series<Name> }) => ({
  wall: spread(wall),
  within: spread(within),
})
