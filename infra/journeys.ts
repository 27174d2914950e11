// npm run journeys:stage: the journeys against a deployed stage, with the credentials that its deployment made.
import { readOptions, runAs } from '../codegen/command.ts'
import { travel } from '../codegen/journeys/main.ts'
import { openAccount } from './aws-account.ts'
import { ownKeyOf } from './keys/own-key.ts'
import { tokenOf } from './machine-token.ts'
import { outputsOf } from './outputs.ts'
import { stageOf } from './stages.ts'

const help = `Usage: npm run journeys:stage -- [--stage dev] [--region eu-central-1]

Runs the journeys of spec/journeys against a deployed stage: the smoke test of the deployment workflow. The token is the
one of the stage's client for programs, with all scopes; the API key is that of the consumer journeys, made at the first
run, or API_KEY. Both are asked of AWS, with the credentials of the environment.

  --stage <name>    the stage (dev), from cdk.out/outputs-<stage>.json, which npm run deploy writes
  --region <name>   the region, if the deployment named one
  --help            this text
`

async function main() {
  const text = { type: 'string' } as const
  const options = readOptions(help, { stage: { ...text, default: 'dev' }, region: text })
  if (!options) return
  const { stage, region } = options
  const output = await outputsOf(stage, { region })
  const aws = openAccount({ region })
  try {
    const secret = await aws.clientSecret(output('UserPoolId'), output('MachineClientId'))
    const token = await tokenOf(`https://${output('LoginHost')}`, { id: output('MachineClientId'), secret })
    const [keyClass = ''] = Object.keys(stageOf(stage).throttle.keys)
    const apiKey = process.env.API_KEY ?? (await ownKeyOf(stage, keyClass, region))
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    const server = output('ApiEndpoint').replace(/\/+$/, '')
    process.exitCode = await travel({ server, inputs: { token, apiKey }, names: [] }, say)
  } finally {
    aws.close()
  }
}

if (import.meta.main) await runAs('journeys:stage', main, 2)
