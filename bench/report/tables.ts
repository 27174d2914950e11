// The tables, in Markdown: the ratios beside their goals, and the frameworks side by side.
import { appNames, peers, type AppName } from '../apps/names.ts'
import type { Measured } from '../measure/all.ts'
import { besides, meanings, ratioNames, reaches, type Meaning, type Ratios } from '../ratios.ts'
import { best, summarize, type Summary } from '../statistics.ts'

const digits = (value: number) =>
  Number.isNaN(value) ? '–' : value.toLocaleString('en', { maximumSignificantDigits: value < 1 ? 2 : 3 })
const spread = ({ p10, p90 }: Summary) => (p10 === p90 ? '' : `${digits(p10)}–${digits(p90)}`)

export function ratiosTable(ratios: Ratios, measured: Measured): string {
  const row = (meaning: Meaning, value: Summary) => {
    const { what, goal, better, unit = '' } = meaning
    const bound = goal === undefined ? '' : `${better === 'less' ? '≤' : '≥'} ${goal} ${unit}`
    const verdict = { true: 'yes', false: '**no**', undefined: '' }[`${reaches(meaning, value.median)}`]
    return [what, bound.trim(), `${digits(value.median)} ${unit}`.trim(), spread(value), verdict]
  }
  return table([
    ['', 'goal', 'median', 'p10–p90', 'reached'],
    ...ratioNames.map((name) => row(meanings[name], ratios[name])),
    ...besides(measured).map(({ value, ...meaning }) => row(meaning, value)),
  ])
}

export function frameworksTable({ coldFrameworks, warm, memoryLater, coldGrown }: Measured): string {
  const apps = Object.keys(appNames) as AppName[]
  const median = (values: number[]) => digits(summarize(values).median)
  const grown = (app: AppName) =>
    coldGrown.map(({ wall }) => (app in wall ? median(wall[app as keyof typeof wall]) : ''))
  return table([
    [
      '',
      'cold start, whole process',
      ...coldGrown.map(({ operations }) => `at ${operations} operations`),
      'in the process',
      'valid POST',
      'GET',
      'invalid POST',
      'memory',
    ],
    ...apps.map((app) => [
      appNames[app],
      `${median(coldFrameworks.wall[app])} ms`,
      ...grown(app),
      `${median(coldFrameworks.within[app])} ms`,
      `${median(warm.post[app])} µs`,
      `${median(warm.get[app])} µs`,
      app === 'bare' ? '–' : `${median(warm.invalid[app])} µs`,
      `${median(memoryLater[app])} MB`,
    ]),
  ])
}

/** The peers that the ratios compare with. */
export function bestPeers({ coldFrameworks, warm }: Measured): string {
  const named = (app: (typeof peers)[number]) => appNames[app]
  const { post, get, invalid } = warm
  return [
    `best peer: cold start ${named(best(coldFrameworks.wall, peers))}`,
    `valid POST ${named(best(post, peers))}`,
    `GET ${named(best(get, peers))}`,
    `invalid POST ${named(best(invalid, peers))}`,
  ].join(', ')
}

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
