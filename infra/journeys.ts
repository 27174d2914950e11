// npm run journeys:stage: the journeys against a deployed stage, with the credentials that its deployment made.
import { readOptions, runAs } from '../codegen/command.ts'
import { travel } from '../codegen/journeys/main.ts'
import { openAccount } from './aws-account.ts'
import { ownKeyOf } from './keys/own-key.ts'
import { model } from './model.ts'
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

/** A token of the client for programs, by the client credentials flow. */
export async function tokenOf(host: string, client: { id: string; secret: string }): Promise<string> {
  const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
  const response = await fetch(`${host}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: model.scopes.join(' ') }).toString(),
  })
  if (!response.ok) throw new Error(`The sign-in host answers ${response.status} to the client for programs.`)
  return ((await response.json()) as { access_token: string }).access_token
}

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
