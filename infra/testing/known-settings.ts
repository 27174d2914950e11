// The types of resources that a stage has, how many of each, and the settings that they have. Nothing else may be in a template.
import { fillerOf } from './grants.ts'
import { seeds } from '../../server/sample-data/seeds.ts'
import type { Stage } from '../stages.ts'

/** `count` is undefined where a check of its own has the names. */
export type Known = { settings: string; count?: number }

const fillers = Object.keys(seeds).map(fillerOf)

const gateway = (stage: Stage): Record<string, Known> => ({
  'AWS::ApiGateway::BasePathMapping': { settings: 'DomainName RestApiId Stage', count: stage.apiDomain ? 1 : 0 },
  'AWS::ApiGateway::Deployment': { settings: 'Description RestApiId', count: 1 },
  'AWS::ApiGateway::DomainName': {
    settings: 'DomainName EndpointConfiguration RegionalCertificateArn SecurityPolicy',
    count: stage.apiDomain ? 1 : 0,
  },
  'AWS::ApiGateway::RestApi': { settings: 'Body DisableExecuteApiEndpoint EndpointConfiguration Name', count: 1 },
  'AWS::ApiGateway::Stage': {
    settings:
      'AccessLogSetting CacheClusterEnabled CacheClusterSize DeploymentId MethodSettings RestApiId StageName TracingEnabled',
    count: 1,
  },
  'AWS::ApiGateway::UsagePlan': {
    settings: 'ApiStages Quota Throttle UsagePlanName',
    count: Object.keys(stage.throttle.keys).length,
  },
  'AWS::WAFv2::LoggingConfiguration': {
    settings: 'LogDestinationConfigs RedactedFields ResourceArn',
    count: stage.firewall ? 1 : 0,
  },
  'AWS::WAFv2::WebACL': {
    settings: 'DataProtectionConfig DefaultAction Name Rules Scope VisibilityConfig',
    count: stage.firewall ? 1 : 0,
  },
  'AWS::WAFv2::WebACLAssociation': { settings: 'ResourceArn WebACLArn', count: stage.firewall ? 1 : 0 },
})

const watching = ({ gradualDeployment, encryptAlarms, dashboard, monthlyBudget }: Stage): Record<string, Known> => ({
  'AWS::Budgets::Budget': {
    settings: 'Budget NotificationsWithSubscribers ResourceTags',
    count: monthlyBudget === undefined ? 0 : 1,
  },
  'AWS::CloudWatch::Alarm': {
    settings:
      'AlarmActions AlarmDescription ComparisonOperator Dimensions EvaluationPeriods ExtendedStatistic MetricName Metrics Namespace OKActions Period Statistic Threshold TreatMissingData',
  },
  'AWS::CloudWatch::Dashboard': { settings: 'DashboardBody DashboardName', count: dashboard ? 1 : 0 },
  'AWS::CodeDeploy::Application': { settings: 'ComputePlatform', count: gradualDeployment ? 1 : 0 },
  'AWS::CodeDeploy::DeploymentGroup': {
    settings:
      'AlarmConfiguration ApplicationName AutoRollbackConfiguration DeploymentConfigName DeploymentStyle ServiceRoleArn',
    count: gradualDeployment ? 1 : 0,
  },
  'AWS::KMS::Key': { settings: 'Description EnableKeyRotation KeyPolicy', count: encryptAlarms ? 1 : 0 },
  'AWS::Logs::LogGroup': { settings: 'LogGroupName RetentionInDays' },
  'AWS::Logs::QueryDefinition': { settings: 'LogGroupNames Name QueryString' },
  'AWS::SNS::Subscription': { settings: 'Endpoint Protocol TopicArn', count: 1 },
  'AWS::SNS::Topic': { settings: 'DisplayName KmsMasterKeyId', count: 1 },
  'AWS::SNS::TopicPolicy': { settings: 'PolicyDocument Topics', count: 1 },
  'AWS::XRay::SamplingRule': { settings: 'SamplingRule', count: 1 },
})

const identity = ({ plugin: { applicationId } }: Stage): Record<string, Known> => ({
  'AWS::Cognito::UserPool': {
    settings:
      'AccountRecoverySetting AdminCreateUserConfig AliasAttributes AutoVerifiedAttributes DeletionProtection EmailVerificationMessage EmailVerificationSubject EnabledMfas MfaConfiguration Policies Schema SmsVerificationMessage UserAttributeUpdateSettings UserPoolTags UsernameConfiguration VerificationMessageTemplate',
    count: 1,
  },
  'AWS::Cognito::UserPoolClient': {
    settings:
      'AccessTokenValidity AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes CallbackURLs EnableTokenRevocation ExplicitAuthFlows GenerateSecret IdTokenValidity LogoutURLs PreventUserExistenceErrors RefreshTokenRotation RefreshTokenValidity SupportedIdentityProviders TokenValidityUnits UserPoolId',
  },
  'AWS::Cognito::UserPoolDomain': { settings: 'Domain UserPoolId', count: 1 },
  'AWS::Cognito::UserPoolResourceServer': { settings: 'Identifier Name Scopes UserPoolId', count: 1 },
  'AWS::IAM::Policy': { settings: 'PolicyDocument PolicyName Roles' },
  'AWS::IAM::Role': { settings: 'AssumeRolePolicyDocument ManagedPolicyArns' },
  'AWS::QBusiness::Plugin': {
    settings: 'ApplicationId AuthConfiguration CustomPluginConfiguration DisplayName ServerUrl State Type',
    count: applicationId === undefined ? 0 : 1,
  },
})

const code = ({ keepData, keyRotation, canary }: Stage): Record<string, Known> => ({
  'AWS::Lambda::Alias': { settings: 'FunctionName FunctionVersion Name', count: 1 },
  'AWS::Lambda::Function': {
    settings:
      'Architectures Code Description Environment Handler Layers LoggingConfig MemorySize ReservedConcurrentExecutions Role Runtime Timeout TracingConfig',
  },
  // The AWS CLI, with which the CDK copies files.
  'AWS::Lambda::LayerVersion': { settings: 'Content Description', count: 2 },
  'AWS::Lambda::Permission': {
    settings: 'Action FunctionName Principal SourceArn',
    count: 3 + (keyRotation ? 1 : 0) + (canary ? 1 : 0),
  },
  'AWS::Lambda::Version': { settings: 'FunctionName', count: 1 },
  'Custom::CDKBucketDeployment': {
    settings:
      'DestinationBucketKeyPrefix DestinationBucketName DistributionId DistributionPaths OutputObjectKeys Prune ServiceTimeout ServiceToken SourceBucketNames SourceObjectKeys WaitForDistributionInvalidation',
    count: 2,
  },
  'Custom::S3AutoDeleteObjects': { settings: 'BucketName ServiceTimeout ServiceToken', count: keepData ? 2 : 4 },
})

const data = ({ stateKeys, backup, plugin: { applicationId } }: Stage): Record<string, Known> => ({
  'AWS::Backup::BackupPlan': { settings: 'BackupPlan BackupPlanTags', count: backup ? 1 : 0 },
  'AWS::Backup::BackupSelection': { settings: 'BackupPlanId BackupSelection', count: backup ? 1 : 0 },
  'AWS::Backup::BackupVault': { settings: 'BackupVaultName BackupVaultTags', count: backup ? 1 : 0 },
  'AWS::ApplicationAutoScaling::ScalableTarget': {
    settings: 'MaxCapacity MinCapacity ResourceId RoleARN ScalableDimension ServiceNamespace',
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy': {
    settings: 'PolicyName PolicyType ScalingTargetId TargetTrackingScalingPolicyConfiguration',
  },
  'AWS::DynamoDB::Table': {
    settings:
      'AttributeDefinitions BillingMode DeletionProtectionEnabled GlobalSecondaryIndexes KeySchema OnDemandThroughput PointInTimeRecoverySpecification ProvisionedThroughput StreamSpecification TimeToLiveSpecification',
  },
  'AWS::S3::Bucket': {
    settings:
      'BucketEncryption CorsConfiguration LifecycleConfiguration LoggingConfiguration NotificationConfiguration OwnershipControls PublicAccessBlockConfiguration VersioningConfiguration',
  },
  'AWS::S3::BucketPolicy': { settings: 'Bucket PolicyDocument', count: 4 },
  'AWS::SecretsManager::Secret': {
    settings: 'Description GenerateSecretString SecretString',
    count: stateKeys.length + (applicationId === undefined ? 0 : 1),
  },
  'AWS::SQS::Queue': { settings: 'MessageRetentionPeriod SqsManagedSseEnabled', count: 1 },
  'AWS::SQS::QueuePolicy': { settings: 'PolicyDocument Queues', count: 1 },
})

const rest: Record<string, Known> = {
  'AWS::CloudFront::Distribution': { settings: 'DistributionConfig', count: 1 },
  'AWS::CloudFront::Function': { settings: 'AutoPublish FunctionCode FunctionConfig Name', count: 1 },
  'AWS::CloudFront::OriginAccessControl': { settings: 'OriginAccessControlConfig', count: 1 },
  'AWS::CloudFront::ResponseHeadersPolicy': { settings: 'ResponseHeadersPolicyConfig', count: 1 },
  'AWS::Events::EventBus': { settings: 'Name', count: 1 },
  'AWS::Events::Rule': { settings: 'Description EventBusName EventPattern ScheduleExpression State Targets' },
  'AWS::Pipes::Pipe': {
    settings: 'Description LogConfiguration RoleArn Source SourceParameters Target TargetParameters',
    count: 1,
  },
  'AWS::StepFunctions::StateMachine': {
    settings:
      'DefinitionString DefinitionSubstitutions LoggingConfiguration RoleArn StateMachineName StateMachineType TracingConfiguration',
    count: 1,
  },
}

/** The resources that fill tables have types of this project's own. */
const ofFillers = /^Custom::(?!CDK|S3|AWS)\w+$/
const fillerSettings: Known = { settings: 'ServiceTimeout ServiceToken Shards Table TableName Version' }

export function knownTypes(stage: Stage): Record<string, Known> {
  return { ...gateway(stage), ...watching(stage), ...identity(stage), ...code(stage), ...data(stage), ...rest }
}

export const fillerType = (type: string, { sampleItems }: Stage): Known | undefined =>
  sampleItems && fillers.length > 0 && ofFillers.test(type) ? fillerSettings : undefined
