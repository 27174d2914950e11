// Tables and buckets: keys and indexes as the repositories use them, and no public access.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { tables as definitions, type TableDefinition } from '../../../server/repositories/tables.ts'
import { largestFile } from '../../../server/services/case-files.ts'
import { stream } from '../../../server/workflow/customer-created.ts'
import { constructId } from '../../names.ts'
import { isProtected } from '../../retention.ts'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import { deletionPolicy, deletionPolicyOf, propertiesOf, resourcesOf } from './resources.ts'

export function tables(template: Template, stage: Stage): string[] {
  const names = Object.keys(definitions).map((name) => `Tables${constructId(name)}`)
  const present = [...resourcesOf(template, 'AWS::DynamoDB::Table').keys()]
  const details = Object.entries<TableDefinition>(definitions).flatMap(([key, { partitionKey, indexes, expiry }]) => {
    const name = `Tables${constructId(key)}`
    const properties = propertiesOf(template, 'AWS::DynamoDB::Table', name)
    const secondary = Object.entries(indexes)
    const attributes = [partitionKey, ...secondary.flatMap(([, index]) => [index.partitionKey, index.sortKey])]
    return [
      ...differences(
        properties,
        {
          ...throughput(stage, 'table'),
          KeySchema: [{ AttributeName: partitionKey, KeyType: 'HASH' }],
          AttributeDefinitions: [...new Set(attributes)].map((AttributeName) => ({
            AttributeName,
            AttributeType: 'S',
          })),
          // Without a number it is 35 days.
          PointInTimeRecoverySpecification: {
            PointInTimeRecoveryEnabled: true,
            RecoveryPeriodInDays: Match.absent(),
          },
          DeletionProtectionEnabled: isProtected(stage),
          ...(secondary.length > 0 && {
            GlobalSecondaryIndexes: secondary.map(([IndexName, index]) => ({
              IndexName,
              KeySchema: [
                { AttributeName: index.partitionKey, KeyType: 'HASH' },
                { AttributeName: index.sortKey, KeyType: 'RANGE' },
              ],
              Projection: { ProjectionType: 'ALL' },
              ...throughput(stage, 'index'),
            })),
          }),
          TimeToLiveSpecification: expiry === undefined ? Match.absent() : { AttributeName: expiry, Enabled: true },
          StreamSpecification: key === 'customers' ? { StreamViewType: stream.viewType } : Match.absent(),
        },
        name,
      ),
      ...differences(
        deletionPolicyOf(template, 'AWS::DynamoDB::Table', name),
        deletionPolicy(stage),
        `${name} DeletionPolicy`,
      ),
    ]
  })
  return [...differences(present.sort(), names.sort(), 'tables'), ...details, ...scaling(template, stage)]
}

/** What the tables cost. CloudFormation takes a table without a billing mode as provisioned. */
function throughput({ capacity, tableMaximum }: Stage, of: 'table' | 'index') {
  if (capacity === 'on-demand')
    return {
      ...(of === 'table' && { BillingMode: 'PAY_PER_REQUEST' }),
      ProvisionedThroughput: Match.absent(),
      OnDemandThroughput: tableMaximum
        ? { MaxReadRequestUnits: tableMaximum.read, MaxWriteRequestUnits: tableMaximum.write }
        : Match.absent(),
    }
  const { read, write } = capacity
  return {
    ...(of === 'table' && { BillingMode: Match.absent() }),
    OnDemandThroughput: Match.absent(),
    ProvisionedThroughput: { ReadCapacityUnits: read.min, WriteCapacityUnits: write.min },
  }
}

/** Each table and each index scales by itself, in both directions. */
function scaling(template: Template, { capacity }: Stage): string[] {
  const targets = resourcesOf(template, 'AWS::ApplicationAutoScaling::ScalableTarget')
  const policies = resourcesOf(template, 'AWS::ApplicationAutoScaling::ScalingPolicy')
  if (capacity === 'on-demand') return differences([targets.size, policies.size], [0, 0], 'scaling')
  const scaled = Object.entries<TableDefinition>(definitions).flatMap(([key, { indexes }]) => {
    const table = `table/<Tables${constructId(key)}>`
    return [['table', table], ...Object.keys(indexes).map((index) => ['index', `${table}/index/${index}`])]
  })
  const wanted = scaled.flatMap(([kind, ResourceId]) =>
    (['Read', 'Write'] as const).map((what) => {
      const { min, max, targetPercent } = what === 'Read' ? capacity.read : capacity.write
      const dimension = `dynamodb:${kind}:${what}CapacityUnits`
      return [ResourceId, dimension, min, max, targetPercent, `DynamoDB${what}CapacityUtilization`].join(' ')
    }),
  )
  const found = [...targets].map(([id, { Properties }]) => {
    const policy = [...policies.values()].find((it) => it.Properties.ScalingTargetId === `<${id}>`)
    const { TargetTrackingScalingPolicyConfiguration: { TargetValue, PredefinedMetricSpecification } = {} } =
      (policy?.Properties ?? {}) as Tracking
    const { ResourceId, ScalableDimension, MinCapacity, MaxCapacity } = Properties
    const metric = PredefinedMetricSpecification?.PredefinedMetricType
    return [ResourceId, ScalableDimension, MinCapacity, MaxCapacity, TargetValue, metric].map(String).join(' ')
  })
  return differences(found.sort(), wanted.sort(), 'scaling')
}

type Tracking = {
  TargetTrackingScalingPolicyConfiguration?: {
    TargetValue?: number
    PredefinedMetricSpecification?: { PredefinedMetricType: string }
  }
}

const everywhere = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
}

export function buckets(template: Template, stage: Stage): string[] {
  const names = ['AccessLogs', 'CaseFiles', 'DocsSite', 'SampleDataObjects']
  const present = [...resourcesOf(template, 'AWS::S3::Bucket').keys()]
  const expiry = (days: number) => ({
    Status: 'Enabled',
    ExpirationInDays: days,
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
  })
  const tooLarge = {
    ...{ Status: 'Enabled', ExpirationInDays: 1, ObjectSizeGreaterThan: String(largestFile) },
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  }
  const versions = { NoncurrentVersionExpiration: { NoncurrentDays: stage.fileVersionDays } }
  const marks = { Status: 'Enabled', ExpiredObjectDeleteMarker: true }
  return [
    ...differences(present.sort(), names, 'buckets'),
    ...names.flatMap((name) => [
      ...differences(
        propertiesOf(template, 'AWS::S3::Bucket', name),
        {
          PublicAccessBlockConfiguration: everywhere,
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
          AccessControl: Match.absent(),
          WebsiteConfiguration: Match.absent(),
          LoggingConfiguration: name === 'AccessLogs' ? Match.absent() : { DestinationBucketName: '<AccessLogs>' },
        },
        name,
      ),
      ...policyFaults(template, name),
    ]),
    ...differences(propertiesOf(template, 'AWS::S3::Bucket', 'AccessLogs'), {
      LifecycleConfiguration: { Rules: [expiry(90)] },
    }),
    ...differences(
      propertiesOf(template, 'AWS::S3::Bucket', 'CaseFiles'),
      {
        LifecycleConfiguration: { Rules: [{ ...expiry(90), ...versions }, marks, tooLarge] },
        VersioningConfiguration: { Status: 'Enabled' },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        CorsConfiguration: {
          CorsRules: [
            {
              AllowedOrigins: stage.origins,
              AllowedMethods: ['PUT', 'GET', 'HEAD'],
              AllowedHeaders: ['content-type', 'content-length', 'if-none-match'],
            },
          ],
        },
      },
      'CaseFiles',
    ),
    ...['CaseFiles', 'AccessLogs'].flatMap((name) =>
      differences(deletionPolicyOf(template, 'AWS::S3::Bucket', name), deletionPolicy(stage), `${name} DeletionPolicy`),
    ),
  ]
}

type Statement = {
  Effect: string
  Action: string | string[]
  Principal: unknown
  Resource: unknown
  Condition?: unknown
}

/** The bucket requires TLS and lets in only known principals. */
function policyFaults(template: Template, bucket: string): string[] {
  const { PolicyDocument } = propertiesOf(template, 'AWS::S3::BucketPolicy', `${bucket}Policy`) as {
    PolicyDocument?: { Statement?: Statement[] }
  }
  const statements = PolicyDocument?.Statement ?? []
  const tls = statements.some(
    (statement) =>
      differences(statement, {
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Resource: [`<${bucket}.Arn>`, `<${bucket}.Arn>/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }).length === 0,
  )
  const strangers = statements
    .filter(({ Effect }) => Effect === 'Allow')
    .filter(({ Principal, Condition, Action }) => !isKnown(bucket, { Principal, Condition, Action }))
  return [
    ...(tls ? [] : [`${bucket} takes requests without TLS`]),
    ...strangers.map((statement) => `${bucket} lets in ${JSON.stringify(statement)}`),
  ]
}

function isKnown(bucket: string, statement: Omit<Statement, 'Effect' | 'Resource'>): boolean {
  const known = [
    // The CDK's handler empties the bucket when the stack is deleted.
    { Principal: { AWS: '<CustomS3AutoDeleteObjectsCustomResourceProviderRole.Arn>' } },
    ...(bucket === 'AccessLogs'
      ? [
          {
            Action: 's3:PutObject',
            Principal: { Service: 'logging.s3.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' } },
          },
        ]
      : []),
    ...(bucket === 'DocsSite'
      ? [
          {
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': like(/:distribution\/<DocsDistribution>$/) } },
          },
        ]
      : []),
  ]
  return known.some((grant) => differences(statement, grant).length === 0)
}
