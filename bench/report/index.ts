// What came of it: the tables on the console, results.json with the ratios, measurements.json with all medians, the chart.
import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import type { Measured } from '../measure/all.ts'
import { ratiosOf } from '../ratios.ts'
import { mapValues, summarize, type Series, type Summary } from '../statistics.ts'
import { renderChart } from './chart.ts'
import { bestPeers, frameworksTable, ratiosTable } from './tables.ts'

export async function report(measured: Measured) {
  const spreads = ratiosOf(measured)
  const ratios = mapValues(spreads, ({ median }) => rounded(median))
  const results = { ratios }
  await write('results.json', json(results))
  await write('results.svg', renderChart(results))
  await write(
    'measurements.json',
    json({ machine: machine(), ratios: mapValues(spreads, roundedAll), ...medians(measured) }),
  )
  console.log(`\n${ratiosTable(spreads, measured)}\n\n${frameworksTable(measured)}\n\n${bestPeers(measured)}`)
}

const write = (name: string, content: string) => writeFile(new URL(`../${name}`, import.meta.url), content)
const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
const rounded = (value: number) => Number(value.toPrecision(3))
const roundedAll = (summary: Summary) => mapValues(summary, rounded)

const machine = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
})

/** Everything as medians with their spreads: milliseconds, microseconds for warm requests, megabytes. */
function medians({ cold, coldFrameworks, coldGrown, coldServices, warm, check, presigned, ...rest }: Measured) {
  const spread = <Name extends string>(series: Series<Name>) =>
    mapValues(series, (values) => roundedAll(summarize(values)))
  const both = <Name extends string>({ wall, within }: { wall: Series<Name>; within: Series<Name> }) => ({
    wall: spread(wall),
    within: spread(within),
  })
  return {
    coldMs: both(cold),
    coldFrameworksMs: both(coldFrameworks),
    coldFrameworksGrownMs: Object.fromEntries(coldGrown.map((one) => [one.operations, both(one)])),
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
