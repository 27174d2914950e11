// The plan of a restore: what is done with which table, in which order, as a page for the operator.
import type { TableName } from '../../server/repositories/tables.ts'

export type RestorePlan = {
  stage: string
  table: TableName
  /** The table that the stage uses. */
  source: string
  /** The new table. */
  target: string
  /** The time to which the new table goes back. */
  to: Date
}

/** DynamoDB takes names of so many characters. */
const longestName = 255

/** Throws a sentence when no table can be restored to this time. */
export function timeIn(text: string | undefined, now: Date): Date {
  const example = '2027-01-31T10:20:00Z'
  if (text === undefined) throw new Error(`Say the time to go back to: --to ${example}`)
  const time = new Date(text)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) || !isDay(text, time))
    throw new Error(`--to must be a time in UTC, as ${example}, not '${text}'.`)
  if (time >= now) throw new Error(`--to must be in the past, and ${text} is not.`)
  return time
}

/** February 30 would be in March. */
const isDay = (text: string, time: Date) =>
  !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text.slice(0, 16))

/** The same time gives the same name, so that an interrupted restore goes on with its table. */
export function targetOf(source: string, to: Date): string {
  const stem = source.replace(/-restored-\d{8}T\d{6}$/, '')
  const suffix = `-restored-${to.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}`
  return `${stem.slice(0, longestName - suffix.length)}${suffix}`
}

/** What `--use` does. Nothing is restored: the table is there. */
export const renderUse = ({
  stage,
  table,
  source,
  target,
}: Omit<RestorePlan, 'to'>) => `# Use ${target} for ${table} in ${stage}

In place of \`${source}\`, which stays as it is.

1. Check that \`${target}\` has the keys and indexes of \`${source}\`.
2. Give it what a restore leaves out: continuous backup, protection from deletion, stream, expiry, tags.
3. Point the stage at it: \`infra/restored-tables.json\`.
4. Review and deploy: \`npm run diff -- --stage ${stage}\`, then \`npm run deploy -- --stage ${stage}\`.
5. Commit \`infra/restored-tables.json\`. Every later deployment needs it.

Back again: \`npm run restore -- --stage ${stage} --table ${table} --undo\`, and deploy.
`

export const renderPlan = ({ stage, table, source, target, to }: RestorePlan) => `# Restore of ${table} in ${stage}

To ${to.toISOString()}, from the continuous backup of \`${source}\`. The table stays as it is, and a new one is made:
\`${target}\`.

1. Restore \`${source}\` to \`${target}\`, and wait until it is active. That takes minutes to hours.
2. Give \`${target}\` what a restore leaves out: continuous backup, protection from deletion, stream, expiry, tags.
3. Point the stage at it: \`infra/restored-tables.json\`.
4. Review and deploy: \`npm run diff -- --stage ${stage}\`, then \`npm run deploy -- --stage ${stage}\`.
5. Commit \`infra/restored-tables.json\`. Every later deployment needs it.
6. Look at what was written to \`${source}\` after ${to.toISOString()}: the new table does not have it.

Back again: \`npm run restore -- --stage ${stage} --table ${table} --undo\`, and deploy.
`
