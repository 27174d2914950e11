// npm run synth, deploy, diff, destroy: builds the documentation, then runs the CDK's CLI on one stage.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildDocs } from '../codegen/docs/index.ts'
import { deploymentSteps, isFirstDeployment } from './first-deployment.ts'
import { accept } from './golden.ts'
import { stageNamed } from './names.ts'
import { stageOf, type Stage } from './stages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'))

/** The CLI's arguments for a command on a stage. Options that this command does not know are passed on. */
export function cliArguments(command: string, given: string[]): { stage: string; args: string[] } {
  const { values, tokens } = parseArgs({
    args: given,
    options: {
      stage: { type: 'string', default: 'dev' },
      'alarm-email': { type: 'string' },
      expires: { type: 'string' },
      accept: { type: 'boolean' },
      'no-rollback': { type: 'boolean' },
    },
    strict: false,
    tokens: true,
  })
  const own = new Set(['stage', 'alarm-email', 'expires', 'accept', 'no-rollback'])
  const taken = tokens.flatMap((token) => {
    if (token.kind !== 'option' || !own.has(token.name)) return []
    return token.inlineValue === false ? [token.index, token.index + 1] : [token.index]
  })
  const rest = given.filter((_, index) => !taken.includes(index))
  const [email, day] = [values['alarm-email'], values.expires].map((value) =>
    value === undefined ? undefined : String(value),
  )
  const settings = stageOf(String(values.stage), { alarmEmail: email, expires: day })
  if (command === 'deploy') refuseExamples(settings)
  const stage = settings.name
  return {
    stage,
    args: [
      command,
      stageNamed(stage),
      ...['--context', `stage=${stage}`],
      ...(email === undefined ? [] : ['--context', `alarmEmail=${email}`]),
      ...(settings.expires === undefined ? [] : ['--context', `expires=${settings.expires}`]),
      ...(values['no-rollback'] === true ? ['--context', 'noRollback=true'] : []),
      ...(command === 'synth' ? ['--quiet'] : []),
      // The smoke test reads this file.
      ...(command === 'deploy' ? ['--outputs-file', join('cdk.out', `outputs-${stage}.json`)] : []),
      ...rest,
    ],
  }
}

const isExample = (address: string) => /(^|[@./])example\.com(:\d+)?$/i.test(address)

/** The settings have example addresses. With them alarms reach nobody, and prod allows only an origin of nobody. */
function refuseExamples({ name, alarmEmail, origins }: Stage) {
  const examples = [alarmEmail, ...(name === 'prod' ? origins : [])].filter(isExample)
  if (examples.length === 0) return
  const advice = 'give --alarm-email or alarmEmail, and origins, of your own (infra/stages.ts)'
  throw new Error(`${name} cannot be deployed with ${examples.join(' and ')}: ${advice}.`)
}

const help = (command: string) => `Usage: npm run ${command} [-- options]

Runs \`cdk ${command}\` on one stage, after building the docs site that the stack deploys.

  --stage <name>            dev (the default), staging or prod; their settings are in infra/stages.ts.
                            pr-123 or dev-anna is a temporary stage, with the settings of dev
  --expires <day>           until when a temporary stage is needed, as 2027-05-08; in 14 days, unless given
  --accept                  with synth: the template becomes the accepted one, infra/golden/<stage>.yaml
  --alarm-email <address>   who is told of alarms, in place of the stage's own setting
  --no-rollback             the new version takes all requests at once, and no alarm takes it back: for a release that
                            repairs what rings. The CDK's own option of this name is --rollback=false
  --help                    this text

All other options are those of the CDK's command line.
synth needs no AWS account; diff, deploy and destroy use the AWS credentials and region of the environment.
`

async function main() {
  const [command = 'synth', ...given] = process.argv.slice(2)
  if (given.includes('--help')) {
    process.stdout.write(help(command))
    return
  }
  const { stage, args } = cliArguments(command, given)
  await buildDocs(join(root, 'dist/docs'))
  const code = await runAll(await stepsOf(command, stage, args))
  const isElsewhere = args.some((arg) => /^(-o|--output)(=|$)/.test(arg))
  if (code === 0 && command === 'synth' && !isElsewhere) {
    const template = `cdk.out/${stageNamed(stage)}.template.json`
    process.stdout.write(`${template}\n`)
    if (given.includes('--accept')) {
      const accepted = await accept(root, stage, join(root, template))
      process.stdout.write(`${relative(root, accepted)}\n`)
    }
  }
  process.exitCode = code
}

/** A stage that keeps its data gets its protection from deletion when it is there. */
async function stepsOf(command: string, stage: string, args: string[]): Promise<string[][]> {
  if (command !== 'deploy' || !stageOf(stage).keepData) return [args]
  const { values } = parseArgs({ args, options: { profile: { type: 'string' } }, strict: false })
  const profile = values.profile === undefined ? undefined : String(values.profile)
  const isFirst = await isFirstDeployment(stageNamed(stage), profile)
  if (isFirst)
    process.stderr.write(`${stageNamed(stage)} is deployed for the first time, and then protected from deletion.\n`)
  return deploymentSteps(args, isFirst)
}

/** Runs the CLI with each list of arguments, until one fails. Returns the last exit code. */
async function runAll(steps: string[][]): Promise<number> {
  const env = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' }
  for (const args of steps) {
    const child = spawn(process.execPath, [cli, ...args, '--no-notices'], { cwd: root, env, stdio: 'inherit' })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) return code ?? 1
  }
  return 0
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
