// The options of synth, diff, deploy and destroy → the settings of the stage, and the arguments of the CDK's CLI.
import { parseArgs } from 'node:util'
import { outputsFile, stageNamed } from './names.ts'
import { refuseExamples } from './placeholders.ts'
import { stageOf, type Stage } from './stages.ts'

const options = {
  stage: { type: 'string', default: 'dev' },
  region: { type: 'string' },
  'alarm-email': { type: 'string' },
  model: { type: 'string' },
  expires: { type: 'string' },
  accept: { type: 'boolean' },
  'no-rollback': { type: 'boolean' },
  endpoint: { type: 'string' },
  'sign-in': { type: 'string' },
  client: { type: 'string' },
} as const

export type Command = {
  stage: Stage
  /** The region that the options name. Otherwise it is that of the environment or of the profile. */
  region?: string
  /** The arguments of the CDK's CLI. */
  args: string[]
  accept: boolean
  /** An emulator of AWS, and the sign-in that its API trusts. */
  emulator?: { endpoint: string; signIn?: string; client?: string }
}

/** Options that this command does not know are passed on. */
export function readCommand(command: string, given: string[]): Command {
  const { values, tokens } = parseArgs({ args: given, options, strict: false, tokens: true })
  const own = new Set(Object.keys(options))
  const taken = tokens.flatMap((token) => {
    if (token.kind !== 'option' || !own.has(token.name)) return []
    return token.inlineValue === false ? [token.index, token.index + 1] : [token.index]
  })
  const rest = given.filter((_, index) => !taken.includes(index))
  const text = (name: keyof typeof options) => (values[name] === undefined ? undefined : String(values[name]))
  const { email, model, region, endpoint } = {
    email: text('alarm-email'),
    model: text('model'),
    region: text('region'),
    endpoint: text('endpoint'),
  }
  const stage = stageOf(text('stage') ?? '', { alarmEmail: email, modelId: model, expires: text('expires') })
  const emulator = endpoint === undefined ? undefined : emulatorOf(endpoint, text('sign-in'), text('client'))
  if (command === 'synth' && emulator) throw new Error('--endpoint goes with deploy and destroy: synth asks nobody.')
  if (values.accept === true && stage.expires !== undefined)
    throw new Error(`${stage.name} has the template of dev: there is nothing to accept.`)
  if (command === 'deploy') refusePast(stage)
  if (command === 'deploy' && !emulator) refuseExamples(stage)
  const context: [string, string | undefined][] = [
    ['stage', stage.name],
    ['alarmEmail', email],
    ['model', model],
    ['expires', stage.expires],
    ['noRollback', values['no-rollback'] === true ? 'true' : undefined],
    ['endpoint', emulator?.endpoint],
  ]
  return {
    stage,
    accept: values.accept === true,
    ...(region !== undefined && { region }),
    ...(emulator && { emulator }),
    args: [
      command,
      stageNamed(stage.name),
      ...context.flatMap(([name, value]) => (value === undefined ? [] : ['--context', `${name}=${value}`])),
      ...(command === 'synth' ? ['--quiet'] : []),
      ...(command === 'deploy' ? ['--outputs-file', outputsFile(stage.name, region)] : []),
      ...(emulator && command === 'deploy' ? ['--require-approval', 'never'] : []),
      ...(emulator && command === 'destroy' ? ['--force'] : []),
      ...rest,
    ],
  }
}

/** S3 is asked with the bucket's name in the path when the host is an IP address. */
function emulatorOf(endpoint: string, signIn?: string, client?: string) {
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new Error(`--endpoint must be an address, as http://127.0.0.1:4566, not '${endpoint}'.`)
  const url = new URL(endpoint)
  if (/\.amazonaws\.com(\.cn)?$/.test(url.hostname))
    throw new Error('--endpoint is for an emulator. Without it the commands ask AWS.')
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  if ((signIn === undefined) !== (client === undefined)) throw new Error('--sign-in and --client go together.')
  return {
    endpoint: url.href.replace(/\/$/, ''),
    ...(signIn !== undefined && client !== undefined && { signIn: signIn.replace(/\/$/, ''), client }),
  }
}

/** Somebody who removes what has expired would remove such a stage at once. */
function refusePast({ name, expires }: Stage) {
  if (expires !== undefined && expires < new Date().toISOString().slice(0, 10))
    throw new Error(`${name} would have expired on ${expires} already: give a later day.`)
}
