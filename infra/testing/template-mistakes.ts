// Mistakes of other kinds: secrets in sight, types and settings that nobody named, tags, trusts, sign-ins, data that go.
import { add, attribute, drop, place, rewrite, set, unset, type Mistake } from './mistake.ts'
import { tableId } from './places.ts'

const output =
  (name: string, Value: unknown): Mistake =>
  ({ Outputs }) =>
    void Object.assign(Outputs, { [name]: { Value } })

const part =
  (name: string, value: unknown): Mistake =>
  (template) =>
    void Object.assign(template, { [name]: value })

const stateSecret = {
  'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'StateKeysFirst4A4DAC5B' }, ':SecretString:::}}']],
}
const machineSecret = { 'Fn::GetAtt': ['IdentityUsersMachine6BF1B3E3', 'ClientSecret'] }

/** The key describes the mistake. */
export const secretMistakes: Record<string, Mistake> = {
  "an output holds a program's secret": output('MachineClientSecret', machineSecret),
  'an output holds a secret of the secrets manager': output('StateKey', stateSecret),
  'a known output holds a secret': output('UserPoolId', machineSecret),
  'an output shows the value of the API key': output('ApiKeyValue', 'acme-' + 'x'.repeat(40)),
  'a function is told a secret that it does not need': set(
    'WorkflowInsertIdFunction',
    'Environment Variables CUSTOMERS_TABLE',
    stateSecret,
  ),
  'a description quotes a secret': set('ApiFunction', 'Description', 'Calls with AKIAIOSFODNN7EXAMPLE'),
  'a tag holds a password': add(tableId, 'Tags', { Key: 'note', Value: 'password=Correct-horse-1' }),
  "an alarm's text holds a token": set(
    'AlarmsApi5xx',
    'AlarmDescription',
    `The API answered with 5xx. Ask with eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc, and look at the log of the gateway. Saved query in Logs Insights: frontdesk-prod/gatewayErrors.`,
  ),
  'an API key stands in the template': place('Key', {
    Type: 'AWS::ApiGateway::ApiKey',
    Properties: { Enabled: true, Value: 'x'.repeat(40) },
  }),
  'a stage variable holds a secret': set('GatewayApiDeploymentStageprod', 'Variables', { key: stateSecret }),
  'a secret is copied to another region': set('StateKeysFirst', 'ReplicaRegions', [{ Region: 'eu-west-1' }]),
}

/** Resources and settings. */
export const settingMistakes: Record<string, Mistake> = {
  'a type that nobody named': place('Bastion', { Type: 'AWS::EC2::Instance', Properties: { ImageId: 'ami-1' } }),
  'a function has a public address': place('Address', {
    Type: 'AWS::Lambda::Url',
    Properties: { AuthType: 'NONE', TargetFunctionArn: 'arn' },
  }),
  'a person gets access keys': place('Keys', { Type: 'AWS::IAM::AccessKey', Properties: { UserName: 'me' } }),
  'an event starts something twice': place('Again', {
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: { FunctionName: 'f', Qualifier: '$LATEST' },
  }),
  'a second key goes past the quota': place('SecondKey', {
    Type: 'AWS::ApiGateway::ApiKey',
    Properties: { Enabled: true },
  }),
  'a second queue': place('SecondQueue', { Type: 'AWS::SQS::Queue', Properties: {} }),
  'a policy of another service joins': place('SecondPolicy', {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: { Queues: [], PolicyDocument: { Statement: [] } },
  }),
  'a parameter changes what is deployed': part('Parameters', { Size: { Type: 'String' } }),
  'a condition leaves a resource out': attribute('AlarmsDeadLetters', 'Condition', 'IsLarge'),
  'a transform rewrites the template': part('Transform', ['AWS::Serverless-2016-10-31']),
  'a function runs in a network without a way out': set('ApiFunction', 'VpcConfig', { SubnetIds: ['subnet-1'] }),
  'a function loads a layer of somebody else': set('ApiFunction', 'Layers', ['arn:aws:lambda:us-east-1:1:layer:x:1']),
  'a function has a large disk': set('ApiFunction', 'EphemeralStorage', { Size: 10_240 }),
  'a function stays on an old patch': set('ApiFunction', 'RuntimeManagementConfig', { UpdateRuntimeOn: 'Manual' }),
  'instances are paid for that nobody uses': set('Live', 'ProvisionedConcurrencyConfig', {
    ProvisionedConcurrentExecutions: 50,
  }),
  'half of the requests go to an old version': set('Live', 'RoutingConfig', { AdditionalVersionWeights: [] }),
  'the API answers everybody by a policy': set('GatewayApi', 'Policy', { Statement: [] }),
  'the API compresses what it should not': set('GatewayApi', 'MinimumCompressionSize', 0),
  'a canary of the gateway': set('GatewayApiDeploymentStageprod', 'CanarySetting', { PercentTraffic: 50 }),
  'the gateway asks for another header': set('GatewayApi', 'ApiKeySourceType', 'AUTHORIZER'),
  'a role has a boundary of another account': set('ApiRole', 'PermissionsBoundary', 'arn:aws:iam::1:policy/x'),
  'a role lasts for twelve hours': set('ApiRole', 'MaxSessionDuration', 43_200),
  'a queue hides messages for half a day': set('EventsDeadLetters', 'VisibilityTimeout', 43_200),
  'a queue throws away what it has': set('EventsDeadLetters', 'RedriveAllowPolicy', { redrivePermission: 'denyAll' }),
  'items of a table expire': set(tableId, 'TimeToLiveSpecification', { AttributeName: 'ttl', Enabled: true }),
  'a table is of the class for what is seldom read': set(tableId, 'TableClass', 'STANDARD_INFREQUENT_ACCESS'),
  'a table is copied into another region': set(tableId, 'Replicas', [{ Region: 'eu-west-1' }]),
  'a bucket is replicated elsewhere': set('CaseFiles', 'ReplicationConfiguration', { Role: 'r', Rules: [] }),
  'a bucket is a web site': set('DocsSite', 'WebsiteConfiguration', { IndexDocument: 'index.html' }),
  'a bucket is faster by another network': set('CaseFiles', 'AccelerateConfiguration', {
    AccelerationStatus: 'Enabled',
  }),
  'a log group is encrypted with a key of somebody else': set('ApiLogs', 'KmsKeyId', 'arn:aws:kms:us-east-1:1:key/1'),
  'a log group is of the class without alarms': set('ApiLogs', 'LogGroupClass', 'INFREQUENT_ACCESS'),
  'the pipe is enriched by a function': set('EventsCustomerCreatedPipe', 'Enrichment', 'arn:aws:lambda:us-east-1:1:f'),
  'the bus takes events of every account': place('Anyone', {
    Type: 'AWS::Events::EventBusPolicy',
    Properties: { StatementId: 'a', Statement: { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents' } },
  }),
  'the bus archives what it carries, with ids of people': place('Archive', {
    Type: 'AWS::Events::Archive',
    Properties: { SourceArn: 'arn' },
  }),
  'a resource lost its tags': unset(tableId, 'Tags'),
  'a resource has the tag of another stage': set('ApiFunction', 'Tags', [
    { Key: 'service', Value: 'frontdesk' },
    { Key: 'stage', Value: 'dev' },
  ]),
}

/** Who is trusted, who is signed in, and what is kept. */
export const trustMistakes: Record<string, Mistake> = {
  'a role may be taken from every account': unset('ApiRole', 'AssumeRolePolicyDocument Statement 0 Condition'),
  'a role may be taken from another account': set(
    'WorkflowInsertIdRole',
    'AssumeRolePolicyDocument Statement 0 Condition StringEquals aws:SourceAccount',
    '111111111111',
  ),
  'a role may be taken from accounts unlike one': set('ApiRole', 'AssumeRolePolicyDocument Statement 0 Condition', {
    StringNotEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
  }),
  "the rollout's role may be taken from every account": unset(
    'RolloutServiceRole',
    'AssumeRolePolicyDocument Statement 0 Condition',
  ),
  "the CDK's role may be taken from every account": unset(
    'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiBServiceRole',
    'AssumeRolePolicyDocument Statement 0 Condition',
  ),
  'a second service may take a role': add('ApiRole', 'AssumeRolePolicyDocument Statement', {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'ec2.amazonaws.com' },
  }),
  "every rule's failures land in the queue": unset('EventsDeadLettersPolicy', 'PolicyDocument Statement 1 Condition'),
  'what copies files may write everywhere': set(
    'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiBServiceRoleDefaultPolicy',
    'PolicyDocument Statement 1 Resource',
    '*',
  ),
  'what copies files may do everything': set(
    'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiBServiceRoleDefaultPolicy',
    'PolicyDocument Statement 0 Action',
    's3:*',
  ),
  "the CDK's role is an administrator": set(
    'CustomS3AutoDeleteObjectsCustomResourceProviderRole',
    'ManagedPolicyArns',
    ['arn:aws:iam::aws:policy/AdministratorAccess'],
  ),
  'refresh tokens work for ever': unset('IdentityUsersUser', 'RefreshTokenRotation'),
  'refresh tokens are not rotated': set('IdentityUsersUser', 'RefreshTokenRotation Feature', 'DISABLED'),
  'an old refresh token works for a minute': set(
    'IdentityUsersUser',
    'RefreshTokenRotation RetryGracePeriodSeconds',
    60,
  ),
  'a person stays signed in for a month': set('IdentityUsersUser', 'RefreshTokenValidity', 43_200),
  'a day of the sign-in counts as a minute': set('IdentityUsersUser', 'TokenValidityUnits RefreshToken', 'days'),
  'rotation and the old flow stand together': add('IdentityUsersUser', 'ExplicitAuthFlows', 'ALLOW_REFRESH_TOKEN_AUTH'),
  'people sign in with an account of somebody else': add('IdentityUsersUser', 'SupportedIdentityProviders', 'Google'),
  'a client keeps no scopes': set('IdentityUsersUser', 'AllowedOAuthFlowsUserPoolClient', false),
  'the logout leads elsewhere': set('IdentityUsersUser', 'LogoutURLs', ['https://example.net/']),
  'a program may log people in': add('IdentityUsersMachine', 'AllowedOAuthFlows', 'code'),
  'a trigger decides who signs in': set('IdentityUsers', 'LambdaConfig', { DefineAuthChallenge: 'arn' }),
  'a lost password comes by text message': set(
    'IdentityUsers',
    'AccountRecoverySetting RecoveryMechanisms 0 Name',
    'verified_phone_number',
  ),
  'a new address needs no proof': unset('IdentityUsers', 'UserAttributeUpdateSettings'),
  'a first password lives for a year': set(
    'IdentityUsers',
    'Policies PasswordPolicy TemporaryPasswordValidityDays',
    365,
  ),
  'an address may not change any more': set('IdentityUsers', 'Schema 0 Mutable', false),
  'names differ by case': set('IdentityUsers', 'UsernameConfiguration CaseSensitive', true),
  'a table is lost when it is replaced': attribute(tableId, 'UpdateReplacePolicy', 'Delete'),
  'users are lost when they are replaced': attribute('IdentityUsers', 'UpdateReplacePolicy', 'Delete'),
  'a bucket of a replaced stack stays for ever': attribute('DocsSite', 'UpdateReplacePolicy', 'Retain'),
  'point-in-time recovery reaches back for a day': set(
    tableId,
    'PointInTimeRecoverySpecification RecoveryPeriodInDays',
    1,
  ),
  'pages that are gone from the contract stay': set('DocsPagesCustomResource256MiB', 'Prune', false),
  'the pages may run any code': rewrite(
    'DocsHeaders',
    'ResponseHeadersPolicyConfig SecurityHeadersConfig ContentSecurityPolicy ContentSecurityPolicy',
    "script-src 'self'",
    "script-src * 'unsafe-eval' 'self'",
  ),
  'the pages of some countries are closed': set('DocsDistribution', 'DistributionConfig Restrictions', {
    GeoRestriction: { RestrictionType: 'whitelist', Locations: ['US'] },
  }),
  'the pages take an old TLS': set('DocsDistribution', 'DistributionConfig ViewerCertificate', {
    MinimumProtocolVersion: 'SSLv3',
  }),
  'the pages have a second origin': add('DocsDistribution', 'DistributionConfig Origins', {
    DomainName: 'example.net',
    Id: 'other',
  }),
  'the pages are written to': set('DocsDistribution', 'DistributionConfig DefaultCacheBehavior AllowedMethods', [
    ...['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  ]),
  'a path of the pages has a behaviour of its own': set('DocsDistribution', 'DistributionConfig CacheBehaviors', [
    { PathPattern: '/admin/*' },
  ]),
  'the pages are for those who pay for every edge': set(
    'DocsDistribution',
    'DistributionConfig PriceClass',
    'PriceClass_All',
  ),
  "the pages' function runs an old runtime": set('DocsAddress', 'FunctionConfig Runtime', 'cloudfront-js-1.0'),
  "the pages' function leads elsewhere": rewrite('DocsAddress', 'FunctionCode', "'/docs/'", "'https://example.net/'"),
  'the policy of the topic is of no topic': drop('AlarmsTopicPolicy', 'Topics'),
}
