// npm run rollback: leads all requests of a stage back to an earlier version of the API function.
import { LambdaClient } from '@aws-sdk/client-lambda'
import { readOptions, runAs } from '../../codegen/command.ts'
import { awsOptions, clientSettings } from '../aws-options.ts'
import { liveAlias } from '../live-alias.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { outputsOf } from '../outputs.ts'
import { stageOf } from '../stages.ts'
import { keptVersions, openVersions } from './versions.ts'

const help = `
Usage: npm run rollback -- --stage prod [--to VERSION]

Leads all requests at once to the version before the present one, with its own code and settings. npm run deploy keeps
${keptVersions} versions. Tables, the gateway and everything else stay as they are. The next deployment takes over again.

  --stage <name>      the stage (dev)
  --to <number>       this version, also a later one
  --list              the versions that are there, and changes nothing
  --region <name>     the region; that of the environment or of the profile, unless given
  --profile <name>    a profile of ~/.aws
  --endpoint <url>    an emulator of AWS in its place
  --help              this text`

const text = { type: 'string' } as const

async function main() {
  const values = readOptions(help, {
    ...{ stage: { ...text, default: 'dev' }, to: text, list: { type: 'boolean' } },
    ...awsOptions,
  })
  if (!values) return
  if (values.list === true && values.to !== undefined) throw new Error('--list and --to exclude each other.')
  const { name } = stageOf(values.stage)
  const to = values.to === undefined ? undefined : versionIn(values.to)
  const { region, profile, endpoint } = values
  if (endpoint !== undefined) await enterEmulator({ endpoint })
  const functionName = (await outputsOf(name, { region }))('ApiFunctionName')
  const client = new LambdaClient(clientSettings({ region, profile }))
  const versions = openVersions(client, functionName, liveAlias)
  if (values.list === true) {
    const { serving } = await versions.served()
    for (const { number, modified, description } of await versions.list())
      say(`${number}  ${modified}  ${description}${number === serving ? '  serves' : ''}`)
  } else {
    const moved = await versions.serve(to)
    say(`${name}: version ${moved.to} serves in place of ${moved.from}.`)
  }
  client.destroy()
}

const say = (line: string) => void process.stdout.write(`${line.trimEnd()}\n`)

function versionIn(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--to must be the number of a version, not '${text}'.`)
  return Number(text)
}

if (import.meta.main) await runAs('rollback', main)
