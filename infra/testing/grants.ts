// The permissions of the project's own code: principal → action → resources, in the notation of a plain template.
import { tables, type TableDefinition, type TableUser } from '../../server/repositories/tables.ts'
import { seeds } from '../../server/sample-data/seeds.ts'
import { constructId, stageNamed } from '../names.ts'
import type { Stage } from '../stages.ts'

type Grants = Record<string, Record<string, string[]>>

/** The function that fills a table from its seed. */
export const fillerOf = (table: string) => `Sample${constructId(table)}Filler`
export const fillers = Object.keys(seeds).map(fillerOf)

const arn = (service: string, rest: string) => `arn:<AWS::Partition>:${service}:${rest}`

/** What tables.ts grants to a user of the tables: a Query is on indexes, the other actions are on the table. */
function onTables(user: TableUser, names: string[] = Object.keys(tables)): Record<string, string[]> {
  const grants: Record<string, string[]> = {}
  for (const [name, { actions, indexes }] of Object.entries<TableDefinition>(tables)) {
    if (!names.includes(name)) continue
    const table = `<Tables${constructId(name)}.Arn>`
    for (const action of actions[user] ?? []) {
      const resources = action === 'Query' ? Object.keys(indexes).map((index) => `${table}/index/${index}`) : [table]
      grants[`dynamodb:${action}`] = [...(grants[`dynamodb:${action}`] ?? []), ...resources]
    }
  }
  return grants
}

/** @param modelId As `us.amazon.nova-lite-v1:0`: an inference profile over a model. */
export const codeGrants = (modelId: string, region = '<AWS::Region>'): Grants => ({
  ApiRole: {
    ...onTables('api'),
    's3:GetObject': [
      '<CaseFiles.Arn>/cases/*',
      '<SampleDataObjects.Arn>/orders.json',
      '<SampleDataObjects.Arn>/users.json',
    ],
    's3:PutObject': ['<CaseFiles.Arn>/cases/*'],
    's3:ListBucket': ['<CaseFiles.Arn>'],
    'bedrock:InvokeModel': [
      arn('bedrock', `${region}:<AWS::AccountId>:inference-profile/${modelId}`),
      arn('bedrock', `*::foundation-model/${modelId.slice('us.'.length)}`),
    ],
    'states:StartExecution': ['<WorkflowCustomerWorkflow>'],
    'states:DescribeExecution': [
      arn('states', '<AWS::Region>:<AWS::AccountId>:execution:<WorkflowCustomerWorkflow.Name>:*'),
    ],
  },
  StreamRole: {
    ...onTables('stream'),
    's3:GetObject': [
      '<CaseFiles.Arn>/cases/*',
      '<SampleDataObjects.Arn>/orders.json',
      '<SampleDataObjects.Arn>/users.json',
    ],
    's3:ListBucket': ['<CaseFiles.Arn>'],
    'bedrock:InvokeModelWithResponseStream': [
      arn('bedrock', `${region}:<AWS::AccountId>:inference-profile/${modelId}`),
      arn('bedrock', `*::foundation-model/${modelId.slice('us.'.length)}`),
    ],
  },
  UploadGuardRole: { 's3:DeleteObject': ['<CaseFiles.Arn>/cases/*'] },
  WorkflowValidateExistsRole: onTables('validateExists'),
  WorkflowInsertIdRole: onTables('insertId'),
  WorkflowLogEventRole: onTables('logEvent'),
  ...Object.fromEntries(Object.keys(seeds).map((name) => [`${fillerOf(name)}Role`, onTables('seed', [name])])),
})

const gateway = 'arn:<AWS::Partition>:apigateway:<AWS::Region>::'

/** The permissions of the functions that the clock starts by a setting. */
export const scheduledGrants = ({ name, keyRotation, canary }: Stage): Grants => {
  const secret = arn('secretsmanager', `<AWS::Region>:<AWS::AccountId>:secret:${stageNamed(name)}/api-keys-*`)
  return {
    ...(keyRotation && {
      KeyRotationRole: {
        'secretsmanager:GetSecretValue': [secret],
        'secretsmanager:PutSecretValue': [secret],
        'secretsmanager:UpdateSecretVersionStage': [secret],
        'secretsmanager:GetRandomPassword': ['*'],
        'apigateway:GET': [`${gateway}/apikeys`, `${gateway}/usageplans/*/keys`, `${gateway}/usageplans`],
        'apigateway:POST': [`${gateway}/apikeys`, `${gateway}/usageplans/*/keys`],
        'apigateway:DELETE': [`${gateway}/apikeys/*`],
      },
    }),
    ...(canary && { CanaryRole: { 'cognito-idp:DescribeUserPoolClient': ['<IdentityUsers.Arn>'] } }),
  }
}

/** The permissions of AWS services that act for the project. */
export const serviceGrants: Grants = {
  EventsPipeRole: {
    'dynamodb:DescribeStream': ['<TablesCustomers.StreamArn>'],
    'dynamodb:GetRecords': ['<TablesCustomers.StreamArn>'],
    'dynamodb:GetShardIterator': ['<TablesCustomers.StreamArn>'],
    'dynamodb:ListStreams': ['<TablesCustomers.StreamArn>'],
    'events:PutEvents': ['<EventsBus.Arn>'],
    'sqs:SendMessage': ['<EventsDeadLetters.Arn>'],
    'logs:CreateLogStream': ['<EventsPipeLogs.Arn>'],
    'logs:PutLogEvents': ['<EventsPipeLogs.Arn>'],
  },
  // Both rules start the one state machine.
  WorkflowCustomerWorkflowEventsRole: { 'states:StartExecution': ['<WorkflowCustomerWorkflow>'] },
  WorkflowCustomerWorkflowRole: {
    'lambda:InvokeFunction': [
      '<WorkflowInsertIdFunction.Arn>',
      '<WorkflowLogEventFunction.Arn>',
      '<WorkflowValidateExistsFunction.Arn>',
    ],
    ...Object.fromEntries(
      [
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ].map((action) => [action, ['*']]),
    ),
  },
}

/** The permissions that every function of the project has for its logs and traces. */
export const ownLogsAndTraces = (logs: string): Record<string, string[]> => ({
  'logs:CreateLogStream': [`<${logs}.Arn>`],
  'logs:PutLogEvents': [`<${logs}.Arn>`],
  'xray:PutTraceSegments': ['*'],
  'xray:PutTelemetryRecords': ['*'],
})
