// The tables that take the place of a stack's own: infra/restored-tables.json, which `npm run restore` writes.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TableName } from '../../server/repositories/tables.ts'

export type RestoredTable = {
  /** Its name in DynamoDB. */
  name: string
  /** The stream of a table that has one. */
  streamArn?: string
}

/** By stage, and by table. */
export type RestoredTables = Record<string, Partial<Record<TableName, RestoredTable>> | undefined>

export const restoredTablesFile = fileURLToPath(new URL('../restored-tables.json', import.meta.url))

export const restoredTables = (file = restoredTablesFile) =>
  // Safe cast: the command alone writes the file.
  JSON.parse(readFileSync(file, 'utf8')) as RestoredTables

/** Points a stage at the table. The next deployment takes it. */
export function pointAt(stage: string, table: TableName, restored: RestoredTable, file = restoredTablesFile) {
  const all = restoredTables(file)
  const changed = { ...all, [stage]: { ...all[stage], [table]: restored } }
  writeFileSync(file, `${JSON.stringify(changed, undefined, 2)}\n`)
}

/** The stage uses its own table again. Throws a sentence when it does already. */
export function pointBack(stage: string, table: TableName, file = restoredTablesFile) {
  const { [stage]: ofStage = {}, ...others } = restoredTables(file)
  const { [table]: restored, ...rest } = ofStage
  if (!restored) throw new Error(`${stage} uses its own table ${table} already.`)
  const changed = { ...others, ...(Object.keys(rest).length > 0 && { [stage]: rest }) }
  writeFileSync(file, `${JSON.stringify(changed, undefined, 2)}\n`)
}
