// The permissions of the project's own code: principal → action → resources, in the notation of a plain template.

type Grants = Record<string, Record<string, string[]>>

const arn = (service: string, rest: string) => `arn:<AWS::Partition>:${service}:${rest}`
const indexes = (table: string, ...names: string[]) => names.map((name) => `<Tables${table}.Arn>/index/${name}`)

/** @param modelId As `us.amazon.nova-lite-v1:0`: an inference profile over a model. */
export const codeGrants = (modelId: string, region = '<AWS::Region>'): Grants => ({
  ApiRole: {
    'dynamodb:GetItem': ['<TablesCases.Arn>', '<TablesCustomers.Arn>', '<TablesEvents.Arn>', '<TablesProducts.Arn>'],
    'dynamodb:PutItem': ['<TablesCases.Arn>', '<TablesCustomers.Arn>', '<TablesEvents.Arn>', '<TablesProducts.Arn>'],
    'dynamodb:UpdateItem': ['<TablesCases.Arn>', '<TablesEvents.Arn>', '<TablesProducts.Arn>'],
    'dynamodb:DeleteItem': ['<TablesCustomers.Arn>', '<TablesEvents.Arn>', '<TablesProducts.Arn>'],
    'dynamodb:Query': [
      ...indexes('Cases', 'all', 'byStatus'),
      ...indexes('Events', 'all', 'byStatus'),
      ...indexes('Products', 'all', 'byCategory'),
    ],
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
  WorkflowValidateExistsRole: { 'dynamodb:GetItem': ['<TablesCustomers.Arn>'] },
  WorkflowInsertIdRole: { 'dynamodb:PutItem': ['<TablesCustomers.Arn>'] },
  WorkflowLogEventRole: {},
  SampleProductsFillerRole: {
    'dynamodb:PutItem': ['<TablesProducts.Arn>'],
    'dynamodb:GetItem': ['<TablesProducts.Arn>'],
  },
})

/** The permissions of AWS services that act for the project. */
export const serviceGrants: Grants = {
  EventsPipeRole: {
    'dynamodb:DescribeStream': ['<TablesCustomers.StreamArn>'],
    'dynamodb:GetRecords': ['<TablesCustomers.StreamArn>'],
    'dynamodb:GetShardIterator': ['<TablesCustomers.StreamArn>'],
    'dynamodb:ListStreams': ['<TablesCustomers.StreamArn>'],
    'events:PutEvents': ['<EventsBus.Arn>'],
    'sqs:SendMessage': ['<EventsDeadLetters.Arn>'],
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
