// npm run restore: makes a table of an earlier time, and points a stage at it.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readOptions, runAs } from '../../codegen/command.ts'
import { tables, type TableDefinition, type TableName } from '../../server/repositories/tables.ts'
import { awsOptions, clientSettings } from '../aws-options.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { tableOutput } from '../names.ts'
import { outputsOf } from '../outputs.ts'
import { stageOf } from '../stages.ts'
import { pointAt, pointBack, restoredTables, restoredTablesFile } from './restored-tables.ts'
import { renderPlan, renderUse, targetOf, timeIn } from './restore-plan.ts'
import { createRestorer } from './restorer.ts'

const help = `
Usage: npm run restore -- --stage prod --table events --to 2027-01-31T10:20:00Z [options]

Writes the plan, makes a new table of that time from the continuous backup, and points the stage at it: the next deployment
uses it (docs/runbooks/restore.md). The present table stays as it is. An interrupted restore goes on with the same command.

  --stage <name>      the stage (dev)
  --table <name>      the table, as server/repositories/tables.ts names it
  --to <time>         the time to go back to, in UTC
  --plan-only         says what would happen, asks AWS nothing and changes nothing; --to and --use write it to a file
  --use <name>        in place of --to: a table that was restored in another way, as from AWS Backup
  --undo              the stage uses its own table again, from the next deployment on
  --region <name>     the region; that of the environment or of the profile, unless given
  --profile <name>    a profile of ~/.aws
  --endpoint <url>    an emulator of AWS in its place
  --help              this text`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

async function main() {
  const values = readOptions(help, {
    ...{ stage: { ...text, default: 'dev' }, table: text, to: text, use: text, undo: flag, 'plan-only': flag },
    ...awsOptions,
  })
  if (!values) return
  const { name: stage } = stageOf(values.stage)
  const { table, to, use, undo, region, profile, endpoint } = values
  if (!isTable(table))
    throw new Error(`--table must be one of ${Object.keys(tables).join(', ')}, not '${table ?? ''}'.`)
  if ([to, use, undo].filter((value) => value !== undefined).length > 1)
    throw new Error('--to, --use and --undo exclude each other.')
  const planOnly = values['plan-only'] === true
  if (undo === true) {
    undoRestore(stage, table, planOnly)
    return
  }
  const time = use === undefined ? timeIn(to, new Date()) : undefined
  if (endpoint !== undefined) await enterEmulator({ endpoint })
  const source = (await outputsOf(stage, { region }))(tableOutput(table))
  const target = use ?? targetOf(source, time ?? new Date())
  if (target === source) throw new Error(`${stage} uses ${source} for ${table} already.`)
  await writePlan(
    target,
    time ? renderPlan({ stage, table, source, target, to: time }) : renderUse({ stage, table, source, target }),
  )
  if (planOnly) {
    say(unchanged)
    return
  }
  const client = new DynamoDBClient(clientSettings({ region, profile }))
  const restorer = createRestorer(client, { say })
  if (time) await restorer.restore({ source, target, to: time })
  const { expiry }: TableDefinition = tables[table]
  pointAt(stage, table, await restorer.complete({ source, target, expiry }))
  client.destroy()
  say(`${restoredTablesFile} points ${stage} at ${target}. Commit it, and run npm run deploy -- --stage ${stage}`)
}

function undoRestore(stage: string, table: TableName, planOnly: boolean) {
  const restored = restoredTables()[stage]?.[table]
  if (planOnly && restored) {
    say(`${stage} would use its own table ${table} again, and ${restored.name} no more. ${unchanged}`)
    return
  }
  pointBack(stage, table)
  say(`${stage} uses its own table ${table} again, after npm run deploy -- --stage ${stage}`)
}

async function writePlan(target: string, plan: string) {
  const file = `.local/restores/${target}.md`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, plan)
  say(`${plan}\nThe plan is in ${file}`)
}

const unchanged = 'This was the plan only: nothing is changed.'
const say = (line: string) => void process.stdout.write(`${line}\n`)
const isTable = (name: string | undefined): name is TableName => name !== undefined && Object.hasOwn(tables, name)

if (import.meta.main) await runAs('restore', main)
