// The tables, in Markdown: the ratios beside their goals, and the frameworks side by side.
import { differences } from '../agreement.ts'
import { appNames, peers, type AppName, type FrameworkName, type PeerName } from '../apps/names.ts'
import { furtherMeanings, meanings, reaches, sdkMeaning, type Meaning } from '../ratios.ts'
import type { Summary } from '../statistics.ts'
import type { Measurements } from './measurements.ts'

export function renderTables(measurements: Measurements): string {
  const parts = [ratiosTable(measurements), conditions(measurements), frameworksTable(measurements)]
  return [...parts, bestPeers(measurements), notes].join('\n\n')
}

function ratiosTable({ ratios, sdkGzipBytes }: Measurements): string {
  const row = (meaning: Meaning, value: Summary) => {
    const { what, goal, better, unit = '' } = meaning
    const bound = goal === undefined ? '' : `${better === 'less' ? '≤' : '≥'} ${goal} ${unit}`
    const verdict = { true: 'yes', false: '**no**', undefined: '' }[`${reaches(meaning, value.median)}`]
    return [what, bound.trim(), `${digits(value.median)} ${unit}`.trim(), spread(value), verdict]
  }
  const named = Object.entries({ ...meanings, ...furtherMeanings }) as [keyof typeof ratios, Meaning][]
  const sizes = Object.entries(sdkGzipBytes).map(([what, bytes]) => [sdkMeaning(what), bytes / 1000] as const)
  return table([
    ['', 'goal', 'median', 'p10–p90', 'reached'],
    ...named.map(([name, meaning]) => row(meaning, ratios[name])),
    ...sizes.map(([meaning, size]) => row(meaning, { median: size, p10: size, p90: size })),
  ])
}

function conditions({ machine, rounds }: Measurements): string {
  const { processor, cores, memoryGb, node } = machine
  return [
    `Medians over ${rounds.cold} rounds of cold starts (${rounds.coldFrameworks} with the other frameworks,`,
    `${rounds.services} with JWT and DynamoDB) and ${rounds.warm} of warm requests, each round taking every app in turn;`,
    `Node ${node} on ${cores} cores (${processor}) with ${memoryGb} GB. A cold start is a whole process, from its start to`,
    'its end; in each round an app has two or three, of which the shortest counts. A warm request is the',
    'processor time that it takes, with what the garbage collector and the compiler take.',
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
    `The best peer: at the cold start ${best(coldFrameworksMs.wall)}, in the valid POST ${best(post)},`,
    `in the GET ${best(get)}, in the invalid POST ${best(invalid)}.`,
  ].join('\n')
}

/** What could not be measured, as a start that takes too long, is null in JSON. */
const list = (names: string[]) => new Intl.ListFormat('en').format(names)

/** What a reader needs to know to compare them fairly. */
const notes = [
  'openapi-backend is no peer here, since Frontdesk stands on it; of an invalid body it names the first error, where',
  'Frontdesk names all. Some frameworks answer some requests otherwise than the contract asks, and are measured all the same:',
  `${list(Object.entries(differences).map(([app, which]) => differenceOf(app as FrameworkName, Object.entries(which))))}.`,
].join('\n')

function differenceOf(app: FrameworkName, which: [string, number][]): string {
  return `${appNames[app]} (${list(which.map(([what, status]) => `"${what}" with ${status}`))})`
}

const digits = (value: number) =>
  !Number.isFinite(value) ? '–' : value.toLocaleString('en', { maximumSignificantDigits: value < 1 ? 2 : 3 })
const spread = ({ p10, p90 }: Summary) => (p10 === p90 ? '' : `${digits(p10)}–${digits(p90)}`)

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
