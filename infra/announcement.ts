// What a command says and checks before it changes anything: the stack, the account, the region, and the role for logs.
import { configuredRegion, loggingRoleCure, openAccount, type AwsOptions } from './aws-account.ts'
import { checkRegion } from './regions.ts'
import type { Stage } from './stages.ts'
import { stageNamed } from './names.ts'

type Options = AwsOptions & {
  command: string
  stage: Stage
  /** An emulator has every service in every region, and no role for logs. */
  endpoint?: string | undefined
  say: (line: string) => void
}

const doing: Record<string, string> = { deploy: 'Deploys', destroy: 'Removes' }

/** Throws a sentence when the stage cannot be in the region that is known without asking anybody. */
export async function refuseRegion(command: string, stage: Stage, options: AwsOptions) {
  // What is there can be removed.
  const region = command === 'destroy' ? undefined : await configuredRegion(options)
  if (region !== undefined) checkRegion(region, stage)
}

/** Throws a sentence when the command could not succeed. Returns the region. */
export async function announce({ command, stage, endpoint, say, ...options }: Options): Promise<string> {
  const aws = openAccount(options)
  try {
    const identity = await aws.identity()
    const { account, region, arn } = identity
    const at = endpoint === undefined ? '' : `, at ${endpoint}`
    say(`${doing[command] ?? command} ${stageNamed(stage.name)}: account ${account}, region ${region}${at}, as ${arn}`)
    if (endpoint !== undefined || command !== 'deploy') return region
    const role = await aws.loggingRole().catch((error: unknown) => error)
    // Whoever may deploy may not be allowed to ask. CloudFormation says it later.
    if (role instanceof Error) say(`The role for logs of API Gateway cannot be checked. ${role.message}`)
    else if (role === undefined) throw new Error(loggingRoleCure(identity))
    return region
  } finally {
    aws.close()
  }
}
