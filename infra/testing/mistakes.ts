// Seeded mistakes: what somebody might do to the template of prod, each a change of its own.
import type { Json, Resource, Template } from './template.ts'

export type Mistake = { name: string; seed: (template: Template) => void }

type Edit = (properties: Any, resource: Resource) => void
// Sound: a mistake knows the shape of what it spoils, and fails by itself where it is wrong.
type Any = { [name: string]: Any } & Any[] & string

/** Spoils the one resource whose logical id is this name and eight characters, or throws when there is none. */
const on = (name: string, edit: Edit) => (template: Template) => {
  const ids = Object.keys(template.Resources).filter((id) => id.replace(/[0-9A-F]{8}$/, '') === name)
  const [id = ''] = ids
  const resource = template.Resources[id]
  if (ids.length !== 1 || !resource) throw new Error(`There are ${ids.length} resources named ${name}.`)
  edit(resource.Properties as Any, resource)
}
const set = (name: string, place: string, value: unknown) => on(name, (properties) => put(properties, place, value))
const unset = (name: string, place: string) =>
  on(name, (properties) => {
    const steps = place.split('.')
    const last = steps.pop() ?? ''
    const holder = steps.reduce((value, step) => value[step] as Any, properties)
    if (!(last in holder)) throw new Error(`${name} has no ${place}.`)
    Reflect.deleteProperty(holder, last)
  })
const without = (name: string) => (template: Template) => {
  const before = Object.keys(template.Resources)
  const kept = Object.entries(template.Resources).filter(([id]) => id.replace(/[0-9A-F]{8}$/, '') !== name)
  if (kept.length !== before.length - 1) throw new Error(`There is no ${name}.`)
  template.Resources = Object.fromEntries(kept)
}

function put(holder: Any, place: string, value: unknown) {
  const steps = place.split('.')
  const last = steps.pop() ?? ''
  const target = steps.reduce((one, step) => one[step] as Any, holder)
  if (JSON.stringify(target[last]) === JSON.stringify(value)) throw new Error(`${place} is that already.`)
  ;(target as Json)[last] = value
}

const route = (path: string, method: string) => `Body.paths.${path}.${method}`
const statement = (n: number, place: string) => `PolicyDocument.Statement.${n}.${place}`
const mistake = (name: string, seed: Mistake['seed']): Mistake => ({ name, seed })
const integration = 'x-amazon-apigateway-integration'
const anyMethod = 'x-amazon-apigateway-any-method'

export const mistakes: Mistake[] = [
  // The gateway's body
  mistake('an integration is removed', unset('GatewayApi', `${route('/cases', 'get')}.${integration}`)),
  mistake('security is dropped from an operation', unset('GatewayApi', `${route('/customers/{id}', 'put')}.security`)),
  mistake('a key is asked where a token is', set('GatewayApi', `${route('/cases', 'get')}.security`, [{ apiKey: [] }])),
  mistake('an operation is missing', unset('GatewayApi', route('/events/{eventId}', 'delete'))),
  mistake(
    'an operation is there that the contract lacks',
    set('GatewayApi', route('/cases', 'patch'), { responses: {} }),
  ),
  mistake('an operationId is another', set('GatewayApi', `${route('/chat', 'post')}.operationId`, 'converse')),
  mistake('OPTIONS is missing', unset('GatewayApi', route('/products', 'options'))),
  mistake('the any-method of a path is missing', unset('GatewayApi', route('/products', anyMethod))),
  mistake('/{proxy+} is missing', unset('GatewayApi', 'Body.paths./{proxy+}')),
  mistake('a path is misspelt', (template) => {
    on('GatewayApi', (properties) => {
      const paths = properties.Body?.paths ?? ({} as Any)
      put(paths, '/custommers/{id}', paths['/customers/{id}'])
      Reflect.deleteProperty(paths, '/customers/{id}')
    })(template)
  }),
  mistake(
    'the key is looked for in the authorizer',
    set('GatewayApi', 'Body.x-amazon-apigateway-api-key-source', 'AUTHORIZER'),
  ),
  mistake(
    'an integration leads elsewhere',
    set('GatewayApi', `${route('/cases', 'post')}.${integration}.uri`, 'https://example.com'),
  ),
  mistake(
    'an integration is called by GET',
    set('GatewayApi', `${route('/cases', 'post')}.${integration}.httpMethod`, 'GET'),
  ),
  mistake(
    'a placeholder is left',
    set('GatewayApi', `${route('/', anyMethod)}.${integration}.uri`, '${ApiFunctionIntegrationUri}'),
  ),
  mistake('a gateway response is missing', unset('GatewayApi', 'Body.x-amazon-apigateway-gateway-responses.THROTTLED')),
  mistake(
    'a gateway response answers as text',
    set(
      'GatewayApi',
      'Body.x-amazon-apigateway-gateway-responses.THROTTLED.responseParameters.gatewayresponse.header.Content-Type'.replace(
        'responseParameters.gatewayresponse.header.Content-Type',
        'responseTemplates',
      ),
      { 'application/json': 'too many requests' },
    ),
  ),
  mistake('the document is of OpenAPI 3.1', set('GatewayApi', 'Body.openapi', '3.1.0')),
  // The gateway's stage
  mistake('the name lacks the stage', set('GatewayApi', 'Name', 'frontdesk')),
  mistake('nothing is traced', set('GatewayApiDeploymentStageprod', 'TracingEnabled', false)),
  mistake('there is no access log', unset('GatewayApiDeploymentStageprod', 'AccessLogSetting')),
  mistake('requests are logged whole', set('GatewayApiDeploymentStageprod', 'MethodSettings.0.DataTraceEnabled', true)),
  mistake(
    'the chat is throttled no more',
    on('GatewayApiDeploymentStageprod', ({ MethodSettings }) => void MethodSettings?.pop()),
  ),
  mistake(
    'the throttle is ten times wider',
    set('GatewayApiDeploymentStageprod', 'MethodSettings.0.ThrottlingRateLimit', 10_000),
  ),
  mistake('the usage plan has no quota', unset('GatewayApiPlan', 'Quota')),
  mistake('the usage plan is of another stage', set('GatewayApiPlan', 'ApiStages.0.Stage', 'dev')),
  mistake('the key is of no plan', without('GatewayApiPlanUsagePlanKeyResourcefrontdeskprodGatewayApiKey')),
  mistake('the key is disabled', set('GatewayApiKey', 'Enabled', false)),
  mistake('the firewall stands before nothing', without('GatewayFirewallAssociation')),
  mistake('the rate rule only counts', set('GatewayFirewallRules', 'Rules.0.Action', { Count: {} })),
  mistake('the gateway may not call the function', without('LiveGateway')),
  mistake('every gateway may call the function', unset('LiveGateway', 'SourceArn')),
  // Functions
  mistake('the runtime is an older one', set('ApiFunction', 'Runtime', 'nodejs20.x')),
  mistake('the architecture is x86', set('ApiFunction', 'Architectures', ['x86_64'])),
  mistake('the function outlives the gateway', set('ApiFunction', 'Timeout', 60)),
  mistake('the handler is misspelt', set('ApiFunction', 'Handler', 'index.handle')),
  mistake('a variable is missing', unset('ApiFunction', 'Environment.Variables.CASES_TABLE')),
  mistake('a variable is misspelt', (template) => {
    on('ApiFunction', ({ Environment }) => {
      const variables = (Environment?.Variables ?? {}) as Any
      put(variables, 'UPLOAD_BUCKET', variables.UPLOAD_BUCKET_NAME)
      Reflect.deleteProperty(variables, 'UPLOAD_BUCKET_NAME')
    })(template)
  }),
  mistake('a variable is there that nothing reads', set('ApiFunction', 'Environment.Variables.DEBUG', '*')),
  mistake('two tables are exchanged', (template) => {
    on('ApiFunction', ({ Environment }) => {
      const variables = (Environment?.Variables ?? {}) as Any
      const { CASES_TABLE, EVENTS_TABLE } = variables
      put(variables, 'CASES_TABLE', EVENTS_TABLE)
      put(variables, 'EVENTS_TABLE', CASES_TABLE)
    })(template)
  }),
  mistake('every origin is allowed', set('ApiFunction', 'Environment.Variables.CORS_ALLOW_ORIGINS', '*')),
  mistake('the alias stays at $LATEST', set('Live', 'FunctionVersion', '$LATEST')),
  mistake('the rollout rolls nothing back', unset('Rollout', 'AutoRollbackConfiguration')),
  mistake('the rollout hears no alarm', unset('Rollout', 'AlarmConfiguration')),
  mistake('a retention of 31 days', set('ApiLogs', 'RetentionInDays', 31)),
  mistake('a log that is kept for ever', unset('GatewayAccessLogs', 'RetentionInDays')),
  mistake('a function logs elsewhere', unset('WorkflowInsertIdFunction', 'LoggingConfig')),
  // Permissions
  mistake('a * action', set('ApiRoleDefaultPolicy', statement(1, 'Action'), 'dynamodb:*')),
  mistake(
    'a Scan',
    on(
      'ApiRoleDefaultPolicy',
      ({ PolicyDocument }) =>
        void (PolicyDocument?.Statement?.[1]?.Action as unknown as string[]).push('dynamodb:Scan'),
    ),
  ),
  mistake('every table', set('ApiRoleDefaultPolicy', statement(1, 'Resource'), '*')),
  mistake(
    'an action is missing',
    on(
      'ApiRoleDefaultPolicy',
      ({ PolicyDocument }) => void (PolicyDocument?.Statement?.[1]?.Action as unknown as string[]).pop(),
    ),
  ),
  mistake('an administrator', set('ApiRole', 'ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess'])),
  mistake('a task may do what another does', (template) => {
    on('WorkflowLogEventRoleDefaultPolicy', ({ PolicyDocument }) => {
      const statements = PolicyDocument?.Statement as unknown as object[]
      statements.push({ Effect: 'Allow', Action: 'dynamodb:DeleteItem', Resource: '*' })
    })(template)
  }),
  mistake(
    'everybody may be the function',
    set('ApiRole', 'AssumeRolePolicyDocument.Statement.0.Principal', { AWS: '*' }),
  ),
  mistake(
    'the pipe cannot publish',
    on('EventsPipeRoleDefaultPolicy', ({ PolicyDocument }) => void PolicyDocument?.Statement?.splice(1, 1)),
  ),
  mistake(
    'the state machine cannot call its tasks',
    on('WorkflowCustomerWorkflowRoleDefaultPolicy', ({ PolicyDocument }) => void PolicyDocument?.Statement?.pop()),
  ),
  // Data
  mistake("a table's key is changed", set('TablesCases', 'KeySchema.0.AttributeName', 'id')),
  mistake(
    'an index is missing',
    on('TablesEvents', ({ GlobalSecondaryIndexes }) => void GlobalSecondaryIndexes?.pop()),
  ),
  mistake(
    'an index is sorted by another attribute',
    set('TablesEvents', 'GlobalSecondaryIndexes.0.KeySchema.1.AttributeName', 'date'),
  ),
  mistake(
    'an index has keys alone',
    set('TablesProducts', 'GlobalSecondaryIndexes.0.Projection', { ProjectionType: 'KEYS_ONLY' }),
  ),
  mistake(
    'no point-in-time recovery',
    set('TablesCases', 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
  ),
  mistake('a table can be deleted', set('TablesCases', 'DeletionProtectionEnabled', false)),
  mistake(
    'a table goes with the stack',
    on('TablesCases', (_, resource) => void (resource.DeletionPolicy = 'Delete')),
  ),
  mistake('provisioned capacity', set('TablesCases', 'BillingMode', 'PROVISIONED')),
  mistake('the customers have no stream', unset('TablesCustomers', 'StreamSpecification')),
  mistake('a bucket is opened', set('CaseFiles', 'PublicAccessBlockConfiguration.BlockPublicPolicy', false)),
  mistake('a bucket lets everybody read', (template) => {
    on('CaseFilesPolicy', ({ PolicyDocument }) => {
      const statements = PolicyDocument?.Statement as unknown as object[]
      statements.push({ Effect: 'Allow', Action: 's3:GetObject', Principal: '*', Resource: '*' })
    })(template)
  }),
  mistake('a bucket takes plain HTTP', without('CaseFilesPolicy')),
  mistake('files stay for ever', unset('CaseFiles', 'LifecycleConfiguration')),
  mistake(
    'a bucket takes files from every origin',
    set('CaseFiles', 'CorsConfiguration.CorsRules.0.AllowedOrigins', ['*']),
  ),
  mistake(
    'a browser may not send files',
    set('CaseFiles', 'CorsConfiguration.CorsRules.0.AllowedMethods', ['GET', 'HEAD']),
  ),
  mistake('a bucket has ACLs', set('CaseFiles', 'OwnershipControls.Rules.0.ObjectOwnership', 'ObjectWriter')),
  mistake('a bucket logs nothing', unset('CaseFiles', 'LoggingConfiguration')),
  // Identity
  mistake('people sign themselves up', set('IdentityUsers', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', false)),
  mistake('a short password will do', set('IdentityUsers', 'Policies.PasswordPolicy.MinimumLength', 6)),
  mistake('no second factor', set('IdentityUsers', 'MfaConfiguration', 'OFF')),
  mistake(
    'passwords go through the API',
    set('IdentityUsersUser', 'ExplicitAuthFlows', ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']),
  ),
  mistake('the implicit flow', set('IdentityUsersUser', 'AllowedOAuthFlows', ['implicit'])),
  mistake('the login leads elsewhere', set('IdentityUsersUser', 'CallbackURLs', ['https://example.net/'])),
  mistake('a scope is missing', set('IdentityUsersApi', 'Scopes', [{ ScopeName: 'read', ScopeDescription: 'Read' }])),
  mistake('a client tells which users exist', set('IdentityUsersUser', 'PreventUserExistenceErrors', 'LEGACY')),
  // The workflow
  mistake(
    'the state machine is no JSON',
    on(
      'WorkflowCustomerWorkflow',
      (properties) => void put(properties, 'DefinitionString', `${String(properties.DefinitionString)}}`),
    ),
  ),
  mistake(
    'a state leads nowhere',
    on(
      'WorkflowCustomerWorkflow',
      (properties) =>
        void put(
          properties,
          'DefinitionString',
          String(properties.DefinitionString).replace('"Next":"Choice"', '"Next":"Choise"'),
        ),
    ),
  ),
  mistake(
    'a retry is lost',
    on(
      'WorkflowCustomerWorkflow',
      (properties) =>
        void put(
          properties,
          'DefinitionString',
          String(properties.DefinitionString).replace('"MaxAttempts":5', '"MaxAttempts":0'),
        ),
    ),
  ),
  mistake('two tasks are exchanged', (template) => {
    on('WorkflowCustomerWorkflow', ({ DefinitionSubstitutions }) => {
      const arns = (DefinitionSubstitutions ?? {}) as Any
      const { InsertIdArn, LogEventArn } = arns
      put(arns, 'InsertIdArn', LogEventArn)
      put(arns, 'LogEventArn', InsertIdArn)
    })(template)
  }),
  mistake('an express state machine', set('WorkflowCustomerWorkflow', 'StateMachineType', 'EXPRESS')),
  mistake('the state machine logs nothing', unset('WorkflowCustomerWorkflow', 'LoggingConfiguration')),
  mistake('the pipe takes every record', unset('EventsCustomerCreatedPipe', 'SourceParameters.FilterCriteria')),
  mistake(
    'the pipe names another event',
    set('EventsCustomerCreatedPipe', 'TargetParameters.EventBridgeEventBusParameters.DetailType', 'CustomerAdded'),
  ),
  mistake(
    'the pipe begins too late',
    set('EventsCustomerCreatedPipe', 'SourceParameters.DynamoDBStreamParameters.StartingPosition', 'LATEST'),
  ),
  mistake('the rule hears another event', set('EventsCreatedRule', 'EventPattern.detail-type', ['CustomerUpdated'])),
  mistake('the rule is on another bus', unset('EventsCreatedRule', 'EventBusName')),
  mistake(
    'the rule names no trigger',
    set('EventsCreatedRule', 'Targets.0.InputTransformer.InputTemplate', '{"id": <id>}'),
  ),
  mistake('the rule is disabled', set('EventsCreatedRule', 'State', 'DISABLED')),
  mistake('the clock runs too fast', set('EventsScheduleRule', 'ScheduleExpression', 'rate(1 minute)')),
  mistake('an event that fails is lost', unset('EventsCreatedRule', 'Targets.0.DeadLetterConfig')),
  mistake('the dead letters let nobody in', without('EventsDeadLettersPolicy')),
  // Alarms
  mistake("an alarm's dimension is wrong", set('AlarmsApi5xx', 'Dimensions.0.Value', 'frontdesk')),
  mistake("an alarm's metric is misspelt", set('AlarmsExecutionsFailed', 'MetricName', 'ExecutionFailed')),
  mistake('an alarm is missing', without('AlarmsDeadLetters')),
  mistake('an alarm calls nobody', unset('AlarmsApiFunctionErrors', 'AlarmActions')),
  mistake('an alarm rings at the tenth error', set('AlarmsApiFunctionErrors', 'Threshold', 10)),
  mistake('an alarm says nothing', set('AlarmsApiLatency', 'AlarmDescription', 'Latency')),
  mistake('an alarm looks at the average', set('AlarmsApiLatency', 'ExtendedStatistic', 'p50')),
  mistake('an alarm watches another function', (template) => {
    on('AlarmsInsertIdErrors', ({ Dimensions }) =>
      put((Dimensions?.[0] ?? {}) as Any, 'Value', { Ref: 'ApiFunction' }),
    )(template)
  }),
  mistake('nobody is subscribed', without('AlarmsTopicfrontdeskexamplecom')),
  mistake(
    'CloudWatch may not publish',
    on('AlarmsTopicPolicy', ({ PolicyDocument }) => void PolicyDocument?.Statement?.pop()),
  ),
  // The documentation, the outputs
  mistake(
    'the pages go over plain HTTP',
    set('DocsDistribution', 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy', 'allow-all'),
  ),
  mistake(
    'the pages have no security headers',
    unset('DocsDistribution', 'DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId'),
  ),
  mistake(
    'the origin is asked without a signature',
    unset('DocsDistribution', 'DistributionConfig.Origins.0.OriginAccessControlId'),
  ),
  mistake('an output is missing', (template) => void Reflect.deleteProperty(template.Outputs, 'ApiKeyId')),
  mistake('an output tells of something else', (template) => {
    const { UserPoolId, UserPoolClientId } = template.Outputs
    if (!UserPoolId || !UserPoolClientId) throw new Error('The outputs are not there.')
    UserPoolClientId.Value = UserPoolId.Value
  }),
  mistake('a reference leads nowhere', set('ApiFunction', 'Environment.Variables.CASES_TABLE', { Ref: 'CasesTable' })),
]
