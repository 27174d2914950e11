// npm run synth, deploy, diff, destroy: builds the documentation, then runs the CDK's CLI on one stage.
import { LambdaClient } from '@aws-sdk/client-lambda'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runAs } from '../codegen/command.ts'
import { buildDocs } from '../codegen/docs/index.ts'
import { announce, refuseRegion } from './announcement.ts'
import { readCommand, type Command } from './cli-arguments.ts'
import { deploymentSteps, isFirstDeployment } from './first-deployment.ts'
import { accept, goldenFile } from './golden.ts'
import { acceptedTemplate, deployedTemplate, refuseIndexChanges } from './indexes/guard.ts'
import { liveAlias } from './live-alias.ts'
import { bootstrapArguments, enterEmulator } from './localstack/environment.ts'
import { copyFiles, emptyBuckets } from './localstack/files.ts'
import { stageNamed } from './names.ts'
import { outputsOf } from './outputs.ts'
import { openVersions } from './rollback/versions.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'))
const output = join(root, 'cdk.out')

const help = (command: string) => `Usage: npm run ${command} [-- options]

Runs \`cdk ${command}\` on one stage, after building the docs site that the stack deploys.

  --stage <name>            dev (the default), staging or prod; their settings are in infra/stages.ts.
                            pr-123 or dev-anna is a temporary stage, with the settings of dev
  --region <name>           the region; that of the environment or of the profile, unless given
  --expires <day>           until when a temporary stage is needed, as 2027-05-08; in 14 days, unless given
  --accept                  with synth: the template becomes the accepted one, infra/golden/<stage>.yaml
  --alarm-email <address>   who is told of alarms, in place of the stage's own setting
  --no-rollback             the new version takes all requests at once, and no alarm takes it back: for a release that
                            repairs what rings. The CDK's own option of this name is --rollback=false
  --model <id>              the assistant's model, in place of the stage's own setting
  --endpoint <url>          with deploy and destroy: an emulator of AWS in its place (docs/localstack.md)
  --sign-in <url>           with --endpoint: the user pool of the local cloud (npm start)
  --client <id>             with --sign-in: the app client of the pool
  --help                    this text

All other options are those of the CDK's command line.
synth needs no AWS account; diff, deploy and destroy use the AWS credentials and region of the environment.
deploy and destroy say the account and the region first.
`

async function main() {
  const [command = 'synth', ...given] = process.argv.slice(2)
  if (given.includes('--help')) {
    process.stdout.write(help(command))
    return
  }
  const read = readCommand(command, given)
  process.exitCode = await run(command, read)
}

/** Returns the exit code. */
async function run(command: string, read: Command): Promise<number> {
  const { stage, args, emulator, region } = read
  if (region !== undefined) Object.assign(process.env, { AWS_REGION: region, AWS_DEFAULT_REGION: region })
  if (!emulator) await refuseRegion(command, stage, { profile: profileIn(args), region })
  const more = emulator ? await enterEmulator(emulator) : []
  if (command === 'deploy' || command === 'destroy') {
    const where = await announce({ command, stage, profile: profileIn(args), endpoint: emulator?.endpoint, say })
    if (emulator && command === 'deploy' && (await runAll([bootstrapArguments(where)])) > 0) return 1
    if (emulator && command === 'destroy') await emptyBuckets(stageNamed(stage.name))
  }
  await refuseTwoIndexes(command, read)
  await buildDocs(join(root, 'dist/docs'))
  const code = await runAll(await stepsOf(command, read, [...args, ...more]))
  if (code === 0 && command === 'synth') await tell(read)
  if (code === 0 && command === 'deploy' && !emulator) await keepFewVersions(read)
  if (code === 0 && emulator && command === 'deploy') await copyFiles(stageNamed(stage.name), output, say)
  return code
}

const say = (line: string) => void process.stderr.write(`${line}\n`)

const profileIn = (args: string[]) => {
  const { values } = parseArgs({ args, options: { profile: { type: 'string' } }, strict: false })
  return values.profile === undefined ? undefined : String(values.profile)
}

/** A deployment is compared with what is deployed, and an accepted template with the one before. */
async function refuseTwoIndexes(command: string, { stage, args, accept: isAccepted }: Command) {
  if (command === 'deploy' || command === 'diff')
    refuseIndexChanges(await deployedTemplate(stageNamed(stage.name), profileIn(args)))
  if (isAccepted) refuseIndexChanges(await acceptedTemplate(goldenFile(root, stage.name)))
}

/** The deployment has succeeded. That an old version could not be removed is no failure of it. */
async function keepFewVersions({ stage, args, region }: Command) {
  const profile = profileIn(args)
  const client = new LambdaClient(profile === undefined ? {} : { profile })
  try {
    const functionName = (await outputsOf(stage.name, { region }))('ApiFunctionName')
    const removed = await openVersions(client, functionName, liveAlias).prune()
    if (removed.length > 0) say(`Old versions of the API function are removed: ${removed.join(', ')}.`)
  } catch (error) {
    say(`Old versions of the API function stay: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    client.destroy()
  }
}

/** Says where the template is, and accepts it. */
async function tell({ stage: { name }, args, accept: isAccepted }: Command) {
  if (args.some((arg) => /^(-o|--output)(=|$)/.test(arg))) return
  const template = `cdk.out/${stageNamed(name)}.template.json`
  process.stdout.write(`${template}\n`)
  if (!isAccepted) return
  const accepted = await accept(root, name, join(root, template))
  process.stdout.write(`${relative(root, accepted)}\n`)
}

/** A stage that keeps its data gets its protection from deletion when it is there. */
async function stepsOf(command: string, { stage }: Command, args: string[]): Promise<string[][]> {
  if (command !== 'deploy' || !stage.keepData) return [args]
  const isFirst = await isFirstDeployment(stageNamed(stage.name), profileIn(args))
  if (isFirst) say(`${stageNamed(stage.name)} is deployed for the first time, and then protected from deletion.`)
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

if (import.meta.main) await runAs(process.argv[2] ?? 'synth', main)
