// npm run migrate: changes an attribute of every stored item in place, while the API serves.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readArguments, runAs } from '../../codegen/command.ts'
import { tables, type TableName } from '../../server/repositories/tables.ts'
import { awsOptions, clientSettings } from '../aws-options.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { stageNamed, tableOutput } from '../names.ts'
import { outputsOf } from '../outputs.ts'
import { stageOf } from '../stages.ts'
import { openCheckpoint, type Counts } from './checkpoint.ts'
import { openMigratedTable } from './migrated-table.ts'
import { migrationIn } from './migration.ts'
import { createPace } from './pace.ts'
import { migrate } from './run.ts'

const help = `
Usage: npm run migrate -- FILE --stage dev --table products [options]

Changes every stored item of a table by the migration in FILE (docs/runbooks/change-an-attribute.md). Each change holds on the
condition that nobody else has changed the item. Ctrl+C ends it after a page, and the same command goes on there.

  --stage <name>        the stage (dev)
  --table <name>        the table, as server/repositories/tables.ts names it
  --rate <number>       changes a second at most (50)
  --dry-run             counts what would change from the beginning on, and changes nothing
  --restart             begins again, and forgets where it was
  --table-name <name>   the table's name in DynamoDB, in place of the one that the deployment wrote
  --region <name>       the region; that of the environment or of the profile, unless given
  --profile <name>      a profile of ~/.aws
  --endpoint <url>      an emulator of AWS in its place, as of the local cloud with LOCAL_AWS_PORT
  --help                this text`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  ...{ stage: { ...text, default: 'dev' }, table: text, rate: { ...text, default: '50' }, 'table-name': text },
  ...{ 'dry-run': flag, restart: flag },
  ...awsOptions,
} as const

const seconds = 5000

async function main() {
  const read = readArguments(help, options)
  if (!read) return
  const { values, positionals } = read
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error('Say one file with the migration: npm run migrate -- FILE')
  const { name: stage } = stageOf(values.stage)
  const { table, endpoint, region } = values
  if (!isTable(table))
    throw new Error(`--table must be one of ${Object.keys(tables).join(', ')}, not '${table ?? ''}'.`)
  const rate = Number(values.rate)
  if (!(rate >= 1 && rate <= 10_000)) throw new Error(`--rate must be a number from 1 to 10000, not '${values.rate}'.`)
  const { code, migration } = await readMigration(file)
  if (endpoint !== undefined) await enterEmulator({ endpoint })
  const tableName = values['table-name'] ?? (await outputsOf(stage, { region }))(tableOutput(table))
  const of = createHash('sha256').update(`${tableName}\n${code}`).digest('hex')
  const state = join('.local/migrations', `${stageNamed(stage)}-${table}-${basename(file)}.json`)
  const dryRun = values['dry-run'] === true
  if (values.restart === true && !dryRun) await rm(state, { force: true })
  const client = new DynamoDBClient(clientSettings(values))
  const checkpoint = openCheckpoint(state, of)
  // A dry run has no place, and minds none.
  const wasDone = !dryRun && checkpoint.read().isDone
  let stopped = false
  process.once('SIGINT', () => (stopped = true))
  let said = performance.now()
  const { counts, isDone } = await migrate({
    table: openMigratedTable(DynamoDBDocumentClient.from(client), tableName, tables[table].partitionKey),
    migration,
    checkpoint,
    turn: createPace(rate),
    dryRun,
    isStopped: () => stopped,
    onPage: (now) => {
      if (performance.now() - said < seconds) return
      said = performance.now()
      say(sentence(now, dryRun))
    },
  })
  client.destroy()
  say(sentence(counts, dryRun))
  if (wasDone) say('It was done before, and nothing was read again. --restart begins again.')
  say(ending(isDone, dryRun, state))
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const isTable = (name: string | undefined): name is TableName => name !== undefined && Object.hasOwn(tables, name)
const sentence = ({ read, changed, unchanged, gone, retried }: Counts, dryRun: boolean) =>
  dryRun
    ? `${read} items: ${changed} would change, ${unchanged} are as they should be`
    : `${read} items: ${changed} changed, ${unchanged} as they should be, ${gone} gone meanwhile; ${retried} read again`

function ending(isDone: boolean, dryRun: boolean, state: string): string {
  if (dryRun) return isDone ? 'Nothing was changed.' : 'Interrupted. Nothing was changed.'
  return isDone ? 'Done.' : `Interrupted. The same command goes on: ${state} has the place.`
}

async function readMigration(file: string) {
  const path = resolve(file)
  const code = await readFile(path, 'utf8').catch(() => {
    throw new Error(`There is no ${file}.`)
  })
  const module: unknown = await import(pathToFileURL(path).href).catch((error: unknown) => {
    throw new Error(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`)
  })
  return { code, migration: migrationIn(module, file) }
}

if (import.meta.main) await runAs('migrate', main)
