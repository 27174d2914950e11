// Mistakes in what makes a stage deployable twice, in two regions and with other machines, each with the check that names it.
import type { checks } from './checks/index.ts'
import { set, unordered, unset, without, type Mistake } from './mistake.ts'
import { indexId, tableId } from './places.ts'

export const deploymentMistakes: Record<string, [Mistake, keyof typeof checks & string]> = {
  'a role with a fixed name': [set('ApiRole', 'RoleName', 'api'), 'globalNames'],
  'a bucket with a fixed name': [set('CaseFiles', 'BucketName', 'case-files'), 'globalNames'],
  'a dashboard without the region': [set('Dashboard', 'DashboardName', 'frontdesk-prod'), 'globalNames'],
  'an access control without the region': [
    set('DocsAccess', 'OriginAccessControlConfig Name', 'frontdesk-prod-docs'),
    'globalNames',
  ],
  'no execution log': [without('GatewayExecutionLogs'), 'logGroups'],
  'an execution log of another stage': [
    set('GatewayExecutionLogs', 'LogGroupName', 'API-Gateway-Execution-Logs_x/dev'),
    'logGroups',
  ],
  'an execution log that is kept for ever': [unset('GatewayExecutionLogs', 'RetentionInDays'), 'logGroups'],
  'an API stage that makes its execution log': [unordered('AWS::ApiGateway::Stage'), 'logGroups'],
  'a function on another processor': [set('ApiFunction', 'Architectures', ['arm64']), 'functions'],
  'a table on demand': [set(tableId, 'BillingMode', 'PAY_PER_REQUEST'), 'tables'],
  'a table that starts with too much': [set(tableId, 'ProvisionedThroughput ReadCapacityUnits', 500), 'tables'],
  'an index that starts with too little': [
    set(tableId, 'GlobalSecondaryIndexes 0 ProvisionedThroughput WriteCapacityUnits', 1),
    'tables',
  ],
  'a table that scales higher': [set(`${tableId}ReadScalingTarget`, 'MaxCapacity', 1000), 'tables'],
  'a table whose writes scale by its reads': [
    set(
      `${tableId}WriteScalingTargetTracking`,
      'TargetTrackingScalingPolicyConfiguration PredefinedMetricSpecification PredefinedMetricType',
      'DynamoDBReadCapacityUtilization',
    ),
    'tables',
  ],
  'an index that scales later': [
    set(`${indexId}ReadScalingTargetTracking`, 'TargetTrackingScalingPolicyConfiguration TargetValue', 90),
    'tables',
  ],
  'an index that does not scale': [without(`${indexId}WriteScalingTarget`), 'tables'],
}
