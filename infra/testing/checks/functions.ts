// The functions: their settings, their environment, and the retention of their logs.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { createAssistants, stateKeysIn } from '../../../server/assistants.ts'
import { createDependencies } from '../../../server/dependencies.ts'
import { createGuardDependencies, createTaskDependencies } from '../../../server/task-dependencies.ts'
import { tables, type TableDefinition } from '../../../server/repositories/tables.ts'
import { clientIdOf } from '../../assistants.ts'
import { constructId } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { expectedJourneys } from '../canary-journeys.ts'
import { differences, like } from '../differences.ts'
import { fillers } from '../grants.ts'
import { addressOf } from './outputs.ts'
import { deletionPolicy, deletionPolicyOf, propertiesOf, resourcesOf } from './resources.ts'

type Expected = { handler: string; role: string; logs: string; size: Stage['api']; variables: Record<string, unknown> }

/** Lambda's own runtime and Powertools read these variables; dependencies.ts does not. */
const ofTheRuntime = ({ logLevel }: Stage) => ({ LOG_LEVEL: logLevel })

const tableVariables = Object.fromEntries(
  Object.entries<TableDefinition>(tables).map(([name, { environmentVariable }]) => [
    environmentVariable,
    `<Tables${constructId(name)}>`,
  ]),
)

const own = (name: string, handler: string, size: Stage['api'], variables: Expected['variables']): Expected => ({
  handler: `index.${handler}`,
  role: `<${name}Role.Arn>`,
  logs: `<${name}Logs>`,
  size,
  variables,
})

function variablesOfTheApp(stage: Stage): Expected['variables'] {
  const { assistant } = stage
  return {
    ...tableVariables,
    ENV: stage.name,
    UPLOAD_BUCKET_NAME: '<CaseFiles>',
    SAMPLE_DATA_BUCKET_NAME: '<SampleDataObjects>',
    CORS_ALLOW_ORIGINS: stage.origins.join(','),
    USER_POOL_ID: '<IdentityUsers>',
    USER_POOL_CLIENT_ID: '<IdentityUsersUser>',
    ACCESS_CLIENT_IDS: [
      ...['User', 'Machine', ...(stage.plugin.applicationId === undefined ? [] : ['Plugin'])],
      ...(stage.assistants ?? []).map(clientIdOf),
    ]
      .map((client) => `<IdentityUsers${client}>`)
      .join(','),
    PRIME: String(stage.priming),
    METRICS_BY_OPERATION: String(stage.operationMetrics ?? false),
    METRICS_BY_CONSUMER: String(stage.consumerMetrics ?? false),
    ASSISTANT_QUOTA_REQUESTS: String(assistant.quota.requests),
    ASSISTANT_QUOTA_HOURS: String(assistant.quota.hours),
    LIST_SHARDS: String(stage.listShards),
    BEDROCK_MODEL_ID: assistant.modelId,
    BEDROCK_REGION: assistant.region ?? '<AWS::Region>',
    BEDROCK_MAX_TOKENS: String(assistant.maxTokens),
    BEDROCK_TEMPERATURE: String(assistant.temperature),
    STATE_MACHINE_ARN: '<WorkflowCustomerWorkflow>',
  }
}

function expectedFunctions(stage: Stage): Record<string, Expected> {
  const ofTheApp = variablesOfTheApp(stage)
  const taskOf = (name: string, handler: string) =>
    own(`Workflow${name}`, handler, stage.task, { CUSTOMERS_TABLE: '<TablesCustomers>' })
  return {
    ApiFunction: own('Api', 'handler', stage.api, {
      ...ofTheApp,
      MCP_ALLOWED_ORIGINS: stage.mcpOrigins.join(','),
      MCP_STATE_KEYS: stage.stateKeys
        .map((name) => `{{resolve:secretsmanager:<StateKeys${constructId(name)}>:SecretString:::}}`)
        .join(','),
      SIGN_IN_URL: 'https://<IdentityUsersLogin>.auth.<AWS::Region>.amazoncognito.com',
    }),
    StreamFunction: own(
      'Stream',
      'handler',
      { memoryMb: stage.api.memoryMb, timeoutSeconds: stage.api.timeoutSeconds },
      { ...ofTheApp, MCP_ALLOWED_ORIGINS: '' },
    ),
    WorkflowValidateExistsFunction: taskOf('ValidateExists', 'validateExists'),
    WorkflowInsertIdFunction: taskOf('InsertId', 'insertId'),
    WorkflowLogEventFunction: taskOf('LogEvent', 'logEvent'),
    ...(stage.sampleItems &&
      Object.fromEntries(
        fillers.map((name) => [`${name}Function`, own(name, 'handler', { memoryMb: 256, timeoutSeconds: 60 }, {})]),
      )),
    ...scheduledFunctions(stage),
    UploadGuardFunction: own('UploadGuard', 'removeTooLarge', stage.task, { UPLOAD_BUCKET_NAME: '<CaseFiles>' }),
  }
}

/** Those that the clock starts by a setting. */
function scheduledFunctions(stage: Stage): Record<string, Expected> {
  return {
    ...(stage.keyRotation && {
      KeyRotationFunction: own(
        'KeyRotation',
        'rotateKeys',
        { ...stage.task, timeoutSeconds: 120 },
        {
          ENV: stage.name,
          ROTATE_EVERY_DAYS: String(stage.keyRotation.everyDays),
          ROTATION_OVERLAP_DAYS: String(stage.keyRotation.overlapDays),
        },
      ),
    }),
    ...(stage.canary && {
      CanaryFunction: own(
        'Canary',
        'canary',
        { ...stage.task, timeoutSeconds: 120 },
        {
          ENV: stage.name,
          API_URL: addressOf(stage),
          USER_POOL_ID: '<IdentityUsers>',
          CLIENT_ID: '<IdentityUsersMachine>',
          LOGIN_HOST: '<IdentityUsersLogin>.auth.<AWS::Region>.amazoncognito.com',
          JOURNEYS: expectedJourneys(stage).join(','),
        },
      ),
    }),
  }
}

/** The CDK's own functions have other settings. */
const isOfTheCdk = (name: string) => name.startsWith('Custom')

export function functions(template: Template, stage: Stage): string[] {
  const expected = expectedFunctions(stage)
  const names = [...resourcesOf(template, 'AWS::Lambda::Function').keys()].filter((name) => !isOfTheCdk(name))
  const details = Object.entries(expected).flatMap(([name, { handler, role, logs, size, variables }]) => {
    const properties = propertiesOf(template, 'AWS::Lambda::Function', name)
    const wanted = {
      Runtime: 'nodejs24.x',
      Architectures: [stage.architecture],
      Handler: handler,
      Role: role,
      MemorySize: size.memoryMb,
      Timeout: size.timeoutSeconds,
      Layers: Match.absent(),
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: logs, ApplicationLogLevel: stage.logLevel, SystemLogLevel: 'WARN' },
      Environment: { Variables: { ...variables, ...ofTheRuntime(stage) } },
      Code: { S3Key: like(/^[0-9a-f]{64}\.zip$/) },
    }
    const reserved = differences(properties.ReservedConcurrentExecutions, size.reservedConcurrency, `${name} reserved`)
    return [...differences(properties, wanted, name), ...reserved]
  })
  const [version = ''] = resourcesOf(template, 'AWS::Lambda::Version').keys()
  const alias = resourcesOf(template, 'AWS::Lambda::Alias').get('Live')
  return [
    ...differences(names.sort(), Object.keys(expected).sort(), 'functions'),
    ...details,
    ...differences(stage.api.timeoutSeconds < 29, true, "shorter than the gateway's time-out"),
    ...differences(
      alias?.Properties,
      { FunctionName: '<ApiFunction>', FunctionVersion: `<${version}.Version>` },
      'alias',
    ),
    // Kept for a rollback by hand.
    ...differences(
      deletionPolicyOf(template, 'AWS::Lambda::Version', version),
      'RetainExceptOnCreate',
      'DeletionPolicy of the version',
    ),
    ...differences(alias?.UpdatePolicy !== undefined, stage.gradualDeployment, 'gradual deployment'),
    ...(stage.gradualDeployment ? rollout(template, stage) : []),
  ]
}

/** Only failures of the new version itself take it back, unless the deployment is one without a rollback. */
function rollout(template: Template, { noRollback = false }: Stage): string[] {
  const events = [
    'DEPLOYMENT_FAILURE',
    'DEPLOYMENT_STOP_ON_REQUEST',
    ...(noRollback ? [] : ['DEPLOYMENT_STOP_ON_ALARM']),
  ]
  const { DependsOn = [], UpdatePolicy } = resourcesOf(template, 'AWS::Lambda::Alias').get('Live') ?? {}
  const group = propertiesOf(template, 'AWS::CodeDeploy::DeploymentGroup', 'Rollout')
  const wanted = {
    DeploymentConfigName: `CodeDeployDefault.Lambda${noRollback ? 'AllAtOnce' : 'Canary10Percent10Minutes'}`,
    AlarmConfiguration: { Enabled: !noRollback, Alarms: [{ Name: '<AlarmsApiVersionErrors>' }] },
    AutoRollbackConfiguration: { Enabled: true, Events: events },
    ServiceRoleArn: '<RolloutServiceRole.Arn>',
    DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
  }
  const update = { ApplicationName: '<RolloutApplication>', DeploymentGroupName: '<Rollout>' }
  return [
    ...differences(group, wanted),
    ...differences(UpdatePolicy, { CodeDeployLambdaAliasUpdate: update }, 'update of the alias'),
    // Otherwise the alias could lead to the new version before an alarm watches it.
    ...differences(
      [DependsOn].flat().some((id) => id.startsWith('Rollout')),
      true,
      'the alias waits for the rollout',
    ),
  ]
}

/** A stage must never set these: with them the function would trust another issuer of tokens than Cognito. */
const ofTheLocalCloud = ['TOKEN_ISSUERS', 'POWERTOOLS_METRICS_DISABLED']

const taskVariables = () =>
  Object.fromEntries(
    ['ValidateExists', 'InsertId', 'LogEvent'].map((name) => [
      `Workflow${name}Function`,
      variablesReadBy(createTaskDependencies),
    ]),
  )

const variablesOfCode = () => ({
  ApiFunction: variablesReadBy(createAll).filter((variable) => !ofTheLocalCloud.includes(variable)),
  StreamFunction: variablesReadBy(createDependencies).filter((variable) => !ofTheLocalCloud.includes(variable)),
  UploadGuardFunction: variablesReadBy(createGuardDependencies),
  ...taskVariables(),
})
let read: ReturnType<typeof variablesOfCode> | undefined

/** Each variable that the code reads is set, and no other. */
export function environment(template: Template, stage: Stage): string[] {
  read ??= variablesOfCode()
  return Object.entries(read).flatMap(([name, variables]) => {
    const { Environment } = propertiesOf(template, 'AWS::Lambda::Function', name) as {
      Environment?: { Variables?: object }
    }
    const set = Object.keys(Environment?.Variables ?? {}).filter((variable) => !(variable in ofTheRuntime(stage)))
    return [
      ...variables
        .filter((variable) => !set.includes(variable) && !(variable in ofTheRuntime(stage)))
        .map((variable) => `${name} reads ${variable}, which is not set`),
      ...set
        .filter((variable) => !variables.includes(variable))
        .map((variable) => `${name} is told ${variable}, which it does not read`),
    ]
  })
}

/** The part for assistants is made at the first request of one, and the keys are read at the first question. */
function createAll(env: Record<string, string>) {
  createDependencies(env)
  createAssistants(env, [])
  stateKeysIn(env)
}

const quota = ['ASSISTANT_QUOTA_REQUESTS', 'ASSISTANT_QUOTA_HOURS']

function variablesReadBy(create: (env: Record<string, string>) => unknown): string[] {
  const read = new Set<string>()
  const values: Record<string, string> = {
    USER_POOL_ID: 'us-east-1_Example',
    STATE_MACHINE_ARN: 'arn',
    MCP_STATE_KEYS: 'x'.repeat(48),
  }
  const numbers = ['LIST_SHARDS', 'BEDROCK_MAX_TOKENS', 'BEDROCK_TEMPERATURE', ...quota]
  create(
    new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name: string) => {
          read.add(name)
          return numbers.includes(name) ? '1' : (values[name] ?? 'example')
        },
      },
    ),
  )
  // Lambda and the local cloud set the variables AWS_… themselves.
  return [...read].filter((name) => !name.startsWith('AWS_'))
}

/** API Gateway's own group is the stack's, and is there before the stage writes to it. */
function executionLogs(template: Template, { name }: Stage): string[] {
  const id = 'GatewayExecutionLogs'
  const group = propertiesOf(template, 'AWS::Logs::LogGroup', id)
  const [apiStage] = resourcesOf(template, 'AWS::ApiGateway::Stage').values()
  const waits = (apiStage?.DependsOn ?? []).some((other) => other.replace(/[0-9A-F]{8}$/, '') === id)
  return [
    ...differences(group.LogGroupName, `API-Gateway-Execution-Logs_<GatewayApi>/${name}`, id),
    ...differences(waits, true, 'the API stage waits for its execution log'),
  ]
}

export function logGroups(template: Template, stage: Stage): string[] {
  const groups = [...resourcesOf(template, 'AWS::Logs::LogGroup')]
  const references = groups.map(([name]) => `<${name}>`)
  // A function without a log group of the stack gets one from Lambda, which keeps it for ever.
  // Only the CDK's handler that empties buckets may do so.
  const strays = [...resourcesOf(template, 'AWS::Lambda::Function')]
    .filter(([name]) => !name.startsWith('CustomS3AutoDeleteObjects'))
    .filter(([, { Properties }]) => {
      const { LogGroup } = (Properties.LoggingConfig ?? {}) as { LogGroup?: string }
      return LogGroup === undefined || !references.includes(LogGroup)
    })
  return [
    ...strays.map(([name]) => `${name} has no log group of the stack`),
    ...executionLogs(template, stage),
    ...groups.flatMap(([name, { Properties, DeletionPolicy }]) => [
      ...differences(Properties, { RetentionInDays: stage.logRetention }, name),
      ...differences(DeletionPolicy, deletionPolicy(stage), `${name} DeletionPolicy`),
    ]),
  ]
}
