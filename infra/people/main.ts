// npm run people: exports the people of a stage's user pool to a file, and invites them to another pool.
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { readFile } from 'node:fs/promises'
import { readArguments, runAs } from '../../codegen/command.ts'
import { awsOptions } from '../aws-options.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { outputsOf } from '../outputs.ts'
import { stageOf } from '../stages.ts'
import { exportTo } from './export-file.ts'
import { invite, peopleOf, personIn } from './people.ts'

const help = `
Usage: npm run people -- export|import FILE --stage prod [options]

  export FILE          writes the people of the stage's user pool, one a line, as JSON. Passwords and second factors stay:
                       Cognito gives them to nobody. The file holds addresses of people: keep it as you keep those.
  import FILE          invites those people who are not in the pool yet. Each gets an e-mail, and sets a new password.

  --stage <name>       the stage (dev)
  --no-mail            with import: makes the people, and tells them nothing
  --user-pool <id>     the pool, in place of the one that the deployment wrote
  --region <name>      the region; that of the environment or of the profile, unless given
  --profile <name>     a profile of ~/.aws
  --endpoint <url>     an emulator of AWS in its place, as of the local cloud with LOCAL_AWS_PORT
  --help               this text`

const text = { type: 'string' } as const

async function main() {
  const read = readArguments(help, {
    ...{ stage: { ...text, default: 'dev' }, 'no-mail': { type: 'boolean' }, 'user-pool': text },
    ...awsOptions,
  })
  if (!read) return
  const { values, positionals } = read
  const [action, file, ...more] = positionals
  if ((action !== 'export' && action !== 'import') || file === undefined || more.length > 0)
    throw new Error('Say what and which file: npm run people -- export FILE')
  if (action === 'export' && values['no-mail'] === true) throw new Error('--no-mail goes with import.')
  const { name: stage } = stageOf(values.stage)
  const { region, profile, endpoint } = values
  if (endpoint !== undefined) await enterEmulator({ endpoint })
  const pool = values['user-pool'] ?? (await outputsOf(stage, { region }))('UserPoolId')
  const client = new CognitoIdentityProviderClient({
    region: region ?? pool.split('_', 1)[0] ?? '',
    ...(profile !== undefined && { profile }),
  })
  if (action === 'export') say(`${await exportTo(file, peopleOf(client, pool))} people are in ${file}.`)
  else await importFrom(client, pool, file, values['no-mail'] !== true)
  client.destroy()
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function importFrom(client: CognitoIdentityProviderClient, pool: string, file: string, mayMail: boolean) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read.`)
  })
  const lines = text.split('\n').filter((line) => line !== '')
  // All lines are read before the first person is made.
  const people = lines.map((line, n) => personIn(line, n + 1))
  const wanted = people.filter(({ enabled }) => enabled)
  let made = 0
  for (const person of wanted) if (await invite(client, { pool, person, mayMail })) made += 1
  say(`${made} people are invited, ${wanted.length - made} were there, ${people.length - wanted.length} are disabled.`)
}

if (import.meta.main) await runAs('people', main)
