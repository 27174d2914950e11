// A Lambda function: its bundle, its log group, and a role with the given permissions only.
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { allow } from './permissions.ts'
import { logRetention } from './retention.ts'
import type { Stage } from './stages.ts'

type FunctionOptions = {
  stage: Stage
  /** The purpose, as the console shows it. */
  description: string
  /** The directory of the bundle, and the function that it exports. */
  bundle: string
  handler: string
  environment: Record<string, string>
  size: Stage['api']
  permissions: PolicyStatement[]
  /** A version outlives the deployment of the next one. */
  keepsVersions?: boolean
}

export function createFunction(parent: Construct, id: string, options: FunctionOptions): Function {
  const { stage, description, bundle, handler, environment, size, permissions } = options
  const scope = new Construct(parent, id)
  const logGroup = new LogGroup(scope, 'Logs', logRetention(stage))
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn))
  for (const statement of permissions) role.addToPolicy(statement)

  const created = new Function(scope, 'Function', {
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: { arm64: Architecture.ARM_64, x86_64: Architecture.X86_64 }[stage.architecture],
    code: Code.fromAsset(bundle),
    handler: `index.${handler}`,
    memorySize: size.memoryMb,
    timeout: Duration.seconds(size.timeoutSeconds),
    ...(size.reservedConcurrency !== undefined && { reservedConcurrentExecutions: size.reservedConcurrency }),
    environment: { ...environment, LOG_LEVEL: stage.logLevel },
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel[stage.logLevel],
    // Lambda's own lines of each invocation that succeeds would be a third of the log. Those of a failure are warnings.
    systemLogLevelV2: SystemLogLevel.WARN,
    tracing: Tracing.ACTIVE,
    ...(options.keepsVersions === true && {
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    }),
  })
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]': 'X-Ray has no resources: its two writing actions can only be allowed on *.',
  })
  return created
}
