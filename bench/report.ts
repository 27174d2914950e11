// Writes the results: results.json and its chart, measurements.json, and the tables of bench/README.md.
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { withSection } from '../codegen/docs/section.ts'
import { renderChart } from './chart.ts'
import type { Measured, Plan } from './measure.ts'
import { appNames, furtherMeanings, meanings, peers, ratiosOf, reaches, sdkMeaning } from './ratios.ts'
import { mapValues, summarize } from './ratios.ts'
import type { AppName, FrameworkName, Meaning, PeerName, Series, Summary } from './ratios.ts'
import { differences } from './requests.ts'

// --- The files

export const resultsOf = ({ ratios }: Measurements) => ({
  ratios: mapValues(meanings, (_, name) => ratios[name].median),
})

/** Path from the project's root → its content. */
export function renderResults(results: ReturnType<typeof resultsOf>): Record<string, string> {
  return { 'bench/results.json': json(results), 'bench/results.svg': renderChart(results) }
}

/** Path from the project's root → its content. */
export async function renderMeasurements(measurements: Measurements): Promise<Record<string, string>> {
  const readme = 'bench/README.md'
  const section = { name: 'bench', by: 'npm run bench', text: renderTables(measurements) }
  return {
    'bench/measurements.json': json(measurements),
    [readme]: await withSection(inProject(readme), await readFile(inProject(readme), 'utf8'), section),
  }
}

/** @param options A quick run is too rough for the README. */
export async function report(measurements: Measurements, { quick }: { quick: boolean }) {
  const files = {
    ...renderResults(resultsOf(measurements)),
    ...(!quick && (await renderMeasurements(measurements))),
  }
  for (const [path, content] of Object.entries(files)) await writeFile(inProject(path), content)
  console.log(`\n${renderTables(measurements)}`)
}

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`

// --- measurements.json: all medians with their spreads, and the machine

export type Measurements = ReturnType<typeof measurementsOf>

/** Milliseconds, microseconds for warm requests, megabytes. */
export function measurementsOf(measured: Measured, plan: Plan) {
  const { cold, coldFrameworks, coldGrown, withAws, warm, check, presigned, ...rest } = measured
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
    coldFrameworksGrownMs: coldGrown.map(({ operations, ...series }) => ({ operations, ...both(series) })),
    coldServicesMs: both(withAws.cold),
    coldServicesCpuMs: spread(withAws.cold.cpu),
    firstGetCpuMs: spread(withAws.first.cpuFirst),
    warmServicesMicroseconds: mapValues(withAws.warm, spread),
    warmPeersWithServicesMicroseconds: spread(withAws.warmPeers),
    presignedMs: both(presigned),
    warmMicroseconds: mapValues(warm, spread),
    tokenCheckMicroseconds: spread(check),
    residentMb: spread(rest.memory),
    residentMbLater: spread(rest.memoryLater),
    generationMs: spread(rest.generation),
    regenerationCpuMs: spread(rest.regeneration.cpu),
    mcpFirstMs: spread(rest.mcp.first.first),
    mcpFirstCpuMs: spread(rest.mcp.first.cpuFirst),
    mcpWarmMicroseconds: spread(rest.mcp.warm),
    sdkGzipBytes: rest.sdk,
    loadedBytes: rest.loadedBytes,
  }
}

const rounded = (value: number) => Number(value.toPrecision(3))
const roundedAll = ({ wall, ...summary }: Summary): Summary => ({
  ...mapValues(summary, rounded),
  ...(wall && { wall: mapValues(wall, rounded) }),
})

const spread = <Name extends string>(series: Series<Name>) =>
  mapValues(series, (values) => roundedAll(summarize(values)))

const both = <Name extends string>({ wall, within }: { wall: Series<Name>; within: Series<Name> }) => ({
  wall: spread(wall),
  within: spread(within),
})

// --- The tables, in Markdown

function renderTables(measurements: Measurements): string {
  const parts = [ratiosTable(measurements), conditions(measurements), frameworksTable(measurements)]
  return [...parts, bestPeers(measurements), notes].join('\n\n')
}

function ratiosTable({ ratios, sdkGzipBytes }: Measurements): string {
  const row = (meaning: Meaning, value: Summary) => {
    const { what, goal, better, unit = '' } = meaning
    const bound = goal === undefined ? '' : `${better === 'less' ? '≤' : '≥'} ${goal} ${unit}`
    const verdict = { true: 'yes', false: '**no**', undefined: '' }[`${reaches(meaning, value.median)}`]
    const wall = value.wall ? `${digits(value.wall.median)} (${range(value.wall)})` : ''
    return [what, bound.trim(), `${digits(value.median)} ${unit}`.trim(), range(value), wall, verdict]
  }
  const named = Object.entries({ ...meanings, ...furtherMeanings }) as [keyof typeof ratios, Meaning][]
  const sizes = Object.entries(sdkGzipBytes).map(([what, bytes]) => [sdkMeaning(what), bytes / 1000] as const)
  return table([
    ['', 'goal', 'median', 'p10–p90', 'by the clock', 'reached'],
    ...named.map(([name, meaning]) => row(meaning, ratios[name])),
    ...sizes.map(([meaning, size]) => row(meaning, { median: size, p10: size, p90: size })),
  ])
}

function conditions({ machine, rounds }: Measurements): string {
  const { processor, cores, memoryGb, node } = machine
  return [
    `Medians over ${rounds.cold} rounds of cold starts (${rounds.coldFrameworks} with the other frameworks,`,
    `${rounds.services} with JWT and DynamoDB) and ${rounds.warm} rounds of warm requests. Each round takes every app in turn.`,
    `Machine: Node ${node} on ${cores} cores (${processor}) with ${memoryGb} GB.`,
  ].join('\n')
}

function frameworksTable(measurements: Measurements): string {
  const { coldFrameworksMs, coldFrameworksGrownMs, warmMicroseconds: warm, residentMbLater } = measurements
  const apps = Object.keys(appNames) as AppName[]
  const grown = (app: AppName) =>
    coldFrameworksGrownMs.map(({ wall }) => (app in wall ? digits(wall[app as keyof typeof wall].median) : ''))
  return table([
    [
      '',
      'cold start, whole process',
      ...coldFrameworksGrownMs.map(({ operations }) => `at ${operations} operations`),
      'in the process',
      'valid POST',
      'GET',
      'invalid POST',
      'memory',
    ],
    ...apps.map((app) => [
      appNames[app],
      `${digits(coldFrameworksMs.wall[app].median)} ms`,
      ...grown(app),
      `${digits(coldFrameworksMs.within[app].median)} ms`,
      `${digits(warm.post[app].median)} µs`,
      `${digits(warm.get[app].median)} µs`,
      app === 'bare' ? '–' : `${digits(warm.invalid[app].median)} µs`,
      `${digits(residentMbLater[app].median)} MB`,
    ]),
  ])
}

/** The peers that the ratios compare with. */
function bestPeers({ coldFrameworksMs, warmMicroseconds: { post, get, invalid } }: Measurements): string {
  const best = (medians: Record<PeerName, Summary>) => {
    const [first = peers[0]] = peers.toSorted((a, b) => medians[a].median - medians[b].median)
    return appNames[first]
  }
  return [
    `The best peer is ${best(coldFrameworksMs.wall)} at the cold start, ${best(post)} in the valid POST,`,
    `${best(get)} in the GET, and ${best(invalid)} in the invalid POST.`,
  ].join('\n')
}

const list = (names: string[]) => new Intl.ListFormat('en').format(names)

/** Facts for a fair comparison. */
const notes = [
  'Some frameworks give other answers than the contract asks for, and are measured all the same:',
  '',
  ...Object.entries(differences).map(([app, which]) => differenceOf(app as FrameworkName, Object.entries(which))),
].join('\n')

function differenceOf(app: FrameworkName, which: [string, number][]): string {
  return `- ${appNames[app]}: ${list(which.map(([what, status]) => `"${what}" with ${status}`))}`
}

/** A dash when a sample is missing, such as a start that takes too long. */
const digits = (value: number) =>
  !Number.isFinite(value) ? '–' : value.toLocaleString('en', { maximumSignificantDigits: value < 1 ? 2 : 3 })
const range = ({ p10, p90 }: Summary) => (p10 === p90 ? '' : `${digits(p10)}–${digits(p90)}`)

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
