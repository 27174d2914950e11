// npm run restore: makes a table of an earlier time, and points a stage at it.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readOptions } from '../../codegen/command.ts'
import { tables, type TableDefinition, type TableName } from '../../server/repositories/tables.ts'
import { awsOptions, clientSettings } from '../aws-options.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { tableOutput } from '../names.ts'
import { outputsOf } from '../outputs.ts'
import { stageOf } from '../stages.ts'
import { pointAt, pointBack, restoredTablesFile } from './restored-tables.ts'
import { renderPlan, targetOf, timeIn } from './restore-plan.ts'
import { createRestorer } from './restorer.ts'

const help = `
Usage: npm run restore -- --stage prod --table events --to 2027-01-31T10:20:00Z [options]

Writes the plan, makes a new table of that time from the continuous backup, and points the stage at it: the next deployment
uses it (docs/runbooks/restore.md). The present table stays as it is. An interrupted restore goes on with the same command.

  --stage <name>      the stage (dev)
  --table <name>      the table, as server/repositories/tables.ts names it
  --to <time>         the time to go back to, in UTC
  --plan-only         writes the plan, and asks AWS nothing
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
  if (undo === true) {
    pointBack(stage, table)
    say(`${stage} uses its own table ${table} again, after npm run deploy -- --stage ${stage}`)
    return
  }
  const time = use === undefined ? timeIn(to, new Date()) : undefined
  if (endpoint !== undefined) await enterEmulator({ endpoint })
  const source = (await outputsOf(stage, { region }))(tableOutput(table))
  const target = use ?? targetOf(source, time ?? new Date())
  if (time) await writePlan({ stage, table, source, target, to: time })
  if (values['plan-only'] === true) return
  const client = new DynamoDBClient(clientSettings({ region, profile }))
  const restorer = createRestorer(client, { say })
  if (time) await restorer.restore({ source, target, to: time })
  const { expiry }: TableDefinition = tables[table]
  pointAt(stage, table, await restorer.complete({ source, target, expiry }))
  client.destroy()
  say(`${restoredTablesFile} points ${stage} at ${target}. Commit it, and run npm run deploy -- --stage ${stage}`)
}

async function writePlan(plan: Parameters<typeof renderPlan>[0]) {
  const file = `.local/restores/${plan.target}.md`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, renderPlan(plan))
  say(`${renderPlan(plan)}\nThe plan is in ${file}`)
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const isTable = (name: string | undefined): name is TableName => name !== undefined && Object.hasOwn(tables, name)

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`restore: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
