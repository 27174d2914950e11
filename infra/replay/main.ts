// npm run replay: starts the work of dead letters again.
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import { readOptions, runAs } from '../../codegen/command.ts'
import { awsOptions, clientSettings } from '../aws-options.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { outputsOf } from '../outputs.ts'
import { stageOf } from '../stages.ts'
import { replay } from './replay.ts'

const help = `
Usage: npm run replay -- --stage prod [--list]

Starts the work of each message in the dead-letter queue again, and removes the message then. What cannot be started stays.
A message that fails each time is a poison event (docs/runbooks/poison-event.md).

  --stage <name>      the stage (dev)
  --list              says what would be done, and changes nothing
  --only <id>         this message alone, by the id that --list prints
  --drop <id>         removes this message without its work, and prints its body
  --queue <url>       the queue, in place of the one that the deployment wrote
  --region <name>     the region; that of the environment or of the profile, unless given
  --profile <name>    a profile of ~/.aws
  --endpoint <url>    an emulator of AWS in its place, as of the local cloud with LOCAL_AWS_PORT
  --help              this text`

const text = { type: 'string' } as const

async function main() {
  const values = readOptions(help, {
    ...{ stage: { ...text, default: 'dev' }, list: { type: 'boolean' }, only: text, drop: text, queue: text },
    ...awsOptions,
  })
  if (!values) return
  const { list: listOnly = false, only, drop, region, profile, endpoint } = values
  if ([listOnly || undefined, only, drop].filter((value) => value !== undefined).length > 1)
    throw new Error('--list, --only and --drop exclude each other.')
  const { name: stage } = stageOf(values.stage)
  if (values.queue !== undefined && !URL.canParse(values.queue))
    throw new Error(`--queue must be the address of a queue, not '${values.queue}'.`)
  if (endpoint !== undefined) await enterEmulator({ endpoint })
  const queueUrl = values.queue ?? (await outputsOf(stage, { region }))('DeadLettersUrl')
  const where = clientSettings({ region, profile })
  const clients = { sqs: new SQSClient(where), sfn: new SFNClient(where), lambda: new LambdaClient(where) }
  const counts = await replay({ clients, queueUrl, listOnly, only: only ?? drop, drop: drop !== undefined, say })
  for (const client of Object.values(clients)) client.destroy()
  say(
    Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  )
  if (counts.failed > 0) process.exitCode = 1
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

if (import.meta.main) await runAs('replay', main)
