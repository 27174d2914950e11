// The one function behind the API: its environment and its permissions.
import { Aws } from 'aws-cdk-lib'
import { Alias, type IVersion } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { sampleData as sampleObjects } from '../generated/sample-data.ts'
import { acknowledge } from './acknowledge.ts'
import { createFunction } from './function.ts'
import type { Identity } from './identity.ts'
import { liveAlias } from './live-alias.ts'
import { modelArns } from './models.ts'
import { allow, allowListing, onTables } from './permissions.ts'
import type { Stage } from './stages.ts'
import { tableEnvironment, type Tables } from './tables.ts'

type Uses = {
  bundle: string
  tables: Tables
  caseFiles: IBucket
  sampleData: IBucket
  identity: Identity
  /** The value of the variable. */
  stateKeys: string
  stateMachine: StateMachine
}

export function createApiFunction(parent: Construct, stage: Stage, uses: Uses) {
  const { bundle, tables, caseFiles, sampleData, identity, stateKeys, stateMachine } = uses
  const { assistant } = stage
  const bedrockRegion = bedrockRegionOf(stage)

  const fn = createFunction(parent, 'Api', {
    stage,
    description: `${title} API (${stage.name})`,
    // npm run rollback leads the alias back to one of them, and npm run deploy removes all but the newest.
    keepsVersions: true,
    bundle,
    handler: 'handler',
    size: stage.api,
    environment: {
      ...environmentOf(stage, uses),
      MCP_ALLOWED_ORIGINS: stage.mcpOrigins.join(','),
      MCP_STATE_KEYS: stateKeys,
      SIGN_IN_URL: `https://${identity.host}`,
    },
    permissions: [
      ...onTables(tables, 'api'),
      // A presigned URL has the permissions of its signer.
      allow(['s3:GetObject', 's3:PutObject'], caseFiles.arnForObjects('cases/*')),
      allowListing(caseFiles, 'cases/*'),
      allow(['s3:GetObject'], ...Object.values(sampleObjects).map((key) => sampleData.arnForObjects(key))),
      allow(['bedrock:InvokeModel'], ...modelArns(assistant.modelId, bedrockRegion)),
      allow(['states:StartExecution'], stateMachine.stateMachineArn),
      allow(['states:DescribeExecution'], executionArns(stateMachine)),
    ],
  })
  acknowledge(parent, {
    'AwsSolutions-IAM5[Resource::<CaseFiles80807143.Arn>/cases/*]': 'Every file of every case, and nothing else.',
    [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<WorkflowCustomerWorkflow4C12C41D.Name>:*]`]:
      'Every execution of this one state machine.',
    [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${assistant.modelId.replace(/^\w+\./, '')}]`]:
      'One model, in whichever region its inference profile chooses.',
  })
  // Safe cast: a Version is an IVersion; the two types only write optional members differently.
  const version = fn.currentVersion as IVersion
  return { function: fn, alias: new Alias(parent, 'Live', { aliasName: liveAlias, version }) }
}

export const bedrockRegionOf = ({ assistant }: Stage) => assistant.region ?? Aws.REGION

export type Surroundings = Pick<Uses, 'tables' | 'caseFiles' | 'sampleData' | 'identity' | 'stateMachine'>

/** The variables of every function that runs the app. */
export function environmentOf(stage: Stage, uses: Surroundings): Record<string, string> {
  const { tables, caseFiles, sampleData, identity, stateMachine } = uses
  const { pool, userClient, machineClient, pluginClient, assistantClients } = identity
  const ofAssistants = assistantClients.map(({ client }) => client)
  const clients = [userClient, machineClient, ...(pluginClient ? [pluginClient] : []), ...ofAssistants]
  const { assistant } = stage
  return {
    ENV: stage.name,
    ...tableEnvironment(tables),
    UPLOAD_BUCKET_NAME: caseFiles.bucketName,
    SAMPLE_DATA_BUCKET_NAME: sampleData.bucketName,
    CORS_ALLOW_ORIGINS: stage.origins.join(','),
    USER_POOL_ID: pool.userPoolId,
    USER_POOL_CLIENT_ID: userClient.userPoolClientId,
    ACCESS_CLIENT_IDS: clients.map(({ userPoolClientId }) => userPoolClientId).join(','),
    PRIME: String(stage.priming),
    METRICS_BY_OPERATION: String(stage.operationMetrics ?? false),
    METRICS_BY_CONSUMER: String(stage.consumerMetrics ?? false),
    ASSISTANT_QUOTA_REQUESTS: String(assistant.quota.requests),
    ASSISTANT_QUOTA_HOURS: String(assistant.quota.hours),
    LIST_SHARDS: String(stage.listShards),
    BEDROCK_MODEL_ID: assistant.modelId,
    BEDROCK_REGION: bedrockRegionOf(stage),
    BEDROCK_MAX_TOKENS: String(assistant.maxTokens),
    BEDROCK_TEMPERATURE: String(assistant.temperature),
    STATE_MACHINE_ARN: stateMachine.stateMachineArn,
  }
}

/** The ARNs of executions. They differ from the state machine's ARN in one word. */
function executionArns({ stateMachineName }: StateMachine): string {
  return `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${stateMachineName}:*`
}
