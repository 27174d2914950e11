// The system on one page.
import { CfnOutput, Stack, Tags, type StackProps } from 'aws-cdk-lib'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { name, title } from '../generated/names.ts'
import { createAlarms } from './alarms.ts'
import { createBackups } from './backups.ts'
import { createApi } from './api.ts'
import { createApiFunction } from './api-function.ts'
import { outputOf } from './assistants.ts'
import { createAccessLogs, createCaseFiles } from './buckets.ts'
import type { Bundles } from './bundle.ts'
import { createCanary } from './canary.ts'
import { limitCustomResources } from './custom-resources.ts'
import { createDashboard } from './dashboard.ts'
import { createDeadLetters, type DeadLetters } from './dead-letters.ts'
import { createDocsSite } from './docs-site.ts'
import { createEventBridge, type EventBridge } from './eventbridge.ts'
import { createBudget } from './guards.ts'
import { createIdentity, type Identity } from './identity.ts'
import { createKeyRotation } from './key-rotation.ts'
import { stageNamed, tableOutput } from './names.ts'
import { createPlugin } from './plugin.ts'
import { isProtected } from './retention.ts'
import { createRollout } from './rollout.ts'
import { createSampleData, fillTables } from './sample-data.ts'
import type { Stage } from './stages.ts'
import { nameSourceAccounts } from './source-accounts.ts'
import { createStateKeys } from './state-keys.ts'
import { createStreamFunction } from './stream-function.ts'
import { createTables, type Tables } from './tables.ts'
import { createSampling } from './tracing.ts'
import { createUploadGuard } from './upload-guard.ts'
import { createWorkflow } from './workflow.ts'

type SystemOptions = StackProps & {
  stage: Stage
  bundles: Bundles
  /** The folder of the documentation's pages. */
  docs: string
}

export function createSystem(app: Construct, { stage, bundles, docs, ...props }: SystemOptions): Stack {
  const stack = createStack(app, stage, props)

  const tables = createTables(stack, stage)
  createBackups(stack, stage, tables)
  const accessLogs = createAccessLogs(stack, stage)
  const caseFiles = createCaseFiles(stack, stage, accessLogs)
  const sampleData = createSampleData(stack, stage, accessLogs)
  if (stage.sampleItems) fillTables(stack, stage, bundles.seed, tables)

  const identity = createIdentity(stack, stage)
  const deadLetters = createDeadLetters(stack)
  const workflow = createWorkflow(stack, stage, bundles.workflow, tables)
  const { stateMachine } = workflow
  const eventBridge = createEventBridge(stage, { tables, stateMachine, deadLetters })

  const uploadGuard = createUploadGuard(stack, stage, {
    bundle: bundles.uploads,
    caseFiles,
    deadLetters: deadLetters.queue,
  })

  const surroundings = { tables, caseFiles, sampleData, identity, stateMachine }
  const { function: apiFunction, alias } = createApiFunction(stack, stage, {
    ...surroundings,
    bundle: bundles.api,
    stateKeys: createStateKeys(stack, stage),
  })
  const streamFunction = createStreamFunction(stack, stage, { ...surroundings, bundle: bundles.stream })
  const api = createApi(stack, stage, { alias, streamFunction, identity })
  const site = createDocsSite(stack, stage, accessLogs, docs)
  const { applicationId } = stage.plugin
  const { host, pluginClient: client } = identity
  if (applicationId !== undefined && client)
    createPlugin(stack, stage, applicationId, { host, client, apiUrl: api.url })

  // The stream and the role can be read some time after they are created. CloudFront takes minutes, so they can by then.
  eventBridge.pipe.node.addDependency(site.distribution)

  const scheduled = createScheduled(stack, stage, { bundles, identity, url: api.url })
  const { apiName, accessLogs: gatewayLogs } = api
  const functions = { apiFunction, streamFunction, workflow, uploadGuard, scheduled }
  const watched = { apiName, gatewayLogs, ...functions, deadLetters, eventBridge, tables }
  const { rollbackOn } = createAlarms(stack, stage, watched)
  if (stage.dashboard === true) createDashboard(stack, stage, watched)
  createSampling(stack, stage, apiName)
  createBudget(stack, stage)
  if (stage.gradualDeployment) createRollout(stack, stage, alias, rollbackOn)

  const outputs = outputsOf({ api, apiFunction, deadLetters, tables, identity, stateMachine, eventBridge, site })
  for (const [output, value] of Object.entries(outputs)) new CfnOutput(stack, output, { value })
  return stack
}

/** The empty stack. What holds for all its resources is set here. */
function createStack(app: Construct, stage: Stage, props: StackProps): Stack {
  const stack = new Stack(app, stageNamed(stage.name), {
    description: `${title} (${stage.name})`,
    terminationProtection: isProtected(stage),
    ...props,
  })
  Tags.of(stack).add('service', name)
  Tags.of(stack).add('stage', stage.name)
  if (stage.expires !== undefined) Tags.of(stack).add('expires', stage.expires)
  limitCustomResources(stack)
  nameSourceAccounts(stack)
  return stack
}

type Scheduled = { bundles: Bundles; identity: Identity; url: string }

/** The functions that the clock starts, where a setting asks for them. */
function createScheduled(stack: Stack, stage: Stage, { bundles, identity, url }: Scheduled) {
  const keyRotation = createKeyRotation(stack, stage, bundles.keys)
  const canary = createCanary(stack, stage, { bundle: bundles.canary, url, identity })
  return { ...(keyRotation && { keyRotation }), ...(canary && { canary }) }
}

type Described = {
  api: ReturnType<typeof createApi>
  apiFunction: Function
  deadLetters: DeadLetters
  tables: Tables
  identity: Identity
  stateMachine: StateMachine
  eventBridge: EventBridge
  site: ReturnType<typeof createDocsSite>
}

/** Names and addresses of a deployed stage, for the operator and the smoke test. */
function outputsOf(described: Described): Record<string, string> {
  const { api, apiFunction, deadLetters, tables, identity, stateMachine, eventBridge, site } = described
  return {
    ApiEndpoint: api.url,
    ...(api.signInUrl !== undefined && { McpUrl: api.signInUrl, AuthorizationServer: api.url }),
    ...Object.fromEntries(
      identity.assistantClients.map(({ assistant, client }) => [outputOf(assistant), client.userPoolClientId]),
    ),
    UserPoolId: identity.pool.userPoolId,
    UserPoolClientId: identity.userClient.userPoolClientId,
    MachineClientId: identity.machineClient.userPoolClientId,
    LoginHost: identity.host,
    ApiFunctionName: apiFunction.functionName,
    StateMachineArn: stateMachine.stateMachineArn,
    ScheduleRuleName: eventBridge.scheduleRuleName,
    CreatedRuleName: eventBridge.createdRuleName,
    EventBusName: eventBridge.busName,
    DeadLettersUrl: deadLetters.queue.queueUrl,
    ...Object.fromEntries(Object.entries(tables).map(([key, table]) => [tableOutput(key), table.tableName])),
    DocsUrl: site.url,
    ...(api.domainTarget !== undefined && { ApiDomainTarget: api.domainTarget }),
    ...(site.domainTarget !== undefined && { DocsDomainTarget: site.domainTarget }),
  }
}
