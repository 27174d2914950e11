// API Gateway: the contract's REST API, its usage plans, throttles, logs and name.
import { Aws, Duration } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  Period,
  SecurityPolicy,
  SpecRestApi,
  type IRestApi,
  type MethodDeploymentOptions,
} from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Alias, Function } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type ILogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { wantsAccessToken, type ApiGatewayDocument } from '../codegen/gateway/index.ts'
import generated from '../generated/api-gateway.json' with { type: 'json' }
import { acknowledge } from './acknowledge.ts'
import { createFirewall } from './firewall.ts'
import { fillGatewayBody } from './gateway-body.ts'
import type { Identity } from './identity.ts'
import { model } from './model.ts'
import { planNamed } from './keys/key-commands.ts'
import { constructId, stageNamed } from './names.ts'
import { checkCache, isCacheable } from './public-cache.ts'
import { logRetention } from './retention.ts'
import type { Stage, Throttle } from './stages.ts'

// Safe cast: codegen wrote it as this document.
const document = generated as unknown as ApiGatewayDocument

type Uses = { alias: Alias; streamFunction: Function; identity: Identity }

/** The operation that assistants call. */
const signedInTo = model.operations.find(wantsAccessToken)

export function createApi(parent: Construct, stage: Stage, uses: Uses) {
  const { alias, streamFunction } = uses
  checkCache(stage)
  const scope = new Construct(parent, 'Gateway')
  const { apiDomain } = stage
  // The metrics have the name as their only dimension. Without the stage in it, the stages would share metrics.
  const apiName = stageNamed(stage.name)
  const accessLogs = new LogGroup(scope, 'AccessLogs', logRetention(stage))
  const api = createRestApi(scope, apiName, stage, { accessLogs, body: bodyOf(stage, uses) })
  createExecutionLogs(scope, api, stage)
  // The stack names its outputs itself.
  api.node.tryRemoveChild('Endpoint')
  for (const called of [alias, streamFunction]) {
    called.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: api.arnForExecuteApi('*', '/*', stage.name),
    })
  }
  if (stage.firewall) createFirewall(scope, stage, stage.firewall, api.deploymentStage)
  createPlans(api, stage)

  // POST /mcp takes access tokens alone, and has an authorizer.
  const noAuthorizer = 'The function verifies the tokens: one gateway authorizer takes ID or access tokens, not both.'
  // cdk-nag finds the last two only where methods are resources of their own. They are acknowledged here all the same.
  acknowledge(api, {
    'AwsSolutions-APIG2': 'The function validates: one validator for the contract, and one form of error.',
    'AwsSolutions-APIG3': 'The firewall is a setting of the stage, on in staging and prod.',
    'AwsSolutions-APIG4': noAuthorizer,
    'AwsSolutions-COG4': noAuthorizer,
  })
  const url = apiDomain ? `https://${apiDomain.name}` : api.url.replace(/\/$/, '')
  return {
    apiName,
    accessLogs,
    url,
    /** The address that a person gives to an assistant. */
    signInUrl: signedInTo && `${url}${signedInTo.path}`,
    /** The DNS record of the domain, if there is one, points here. */
    domainTarget: api.domainName?.domainNameAliasDomainName,
  }
}

type RestApiParts = { accessLogs: ILogGroup; body: ApiGatewayDocument }

function createRestApi(scope: Construct, apiName: string, stage: Stage, { accessLogs, body }: RestApiParts) {
  const { apiDomain, publicCache } = stage
  return new SpecRestApi(scope, 'Api', {
    restApiName: apiName,
    apiDefinition: ApiDefinition.fromInline(body),
    endpointTypes: [EndpointType.REGIONAL],
    // An account has one such role. A stack that sets it takes it away from all others when the stack is removed.
    cloudWatchRole: false,
    disableExecuteApiEndpoint: apiDomain !== undefined,
    ...(apiDomain && {
      domainName: {
        domainName: apiDomain.name,
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', apiDomain.certificateArn),
        securityPolicy: SecurityPolicy.TLS_1_2,
      },
    }),
    deployOptions: {
      stageName: stage.name,
      accessLogDestination: new LogGroupLogDestination(accessLogs),
      accessLogFormat: accessLog,
      tracingEnabled: true,
      ...settingsOfAll(stage),
      ...(publicCache && { cacheClusterEnabled: true, cacheClusterSize: publicCache.sizeGb, cachingEnabled: false }),
      methodOptions: methodOptions(stage),
    },
  })
}

/**
 * API Gateway writes the errors of a stage into the log group of this name. It would make the group itself, to be kept for ever.
 * The name is in the developer guide, "Set up CloudWatch logging for REST APIs".
 */
function createExecutionLogs(scope: Construct, api: SpecRestApi, stage: Stage) {
  const logs = new LogGroup(scope, 'ExecutionLogs', {
    logGroupName: `API-Gateway-Execution-Logs_${api.restApiId}/${stage.name}`,
    ...logRetention(stage),
  })
  api.deploymentStage.node.addDependency(logs)
}

/** A usage plan for each class of consumers. `npm run keys` makes the keys: no value of theirs passes through a template. */
function createPlans(api: SpecRestApi, { name: stage, throttle }: Stage) {
  for (const [keyClass, { rate, burst, requestsPerMonth }] of Object.entries(throttle.keys)) {
    api.addUsagePlan(`Plan${constructId(keyClass)}`, {
      name: planNamed(stage, keyClass),
      throttle: { rateLimit: rate, burstLimit: burst },
      quota: { limit: requestsPerMonth, period: Period.MONTH },
      // Safe cast: a SpecRestApi is an IRestApi; the two types only write optional members differently.
      apiStages: [{ api: api as IRestApi, stage: api.deploymentStage }],
    })
  }
}

function bodyOf({ apiDomain }: Stage, { alias, streamFunction, identity: { pool } }: Uses): ApiGatewayDocument {
  // A body with the address of its own API would be a cycle. Without a domain there is no metadata to lead to either.
  const metadata = apiDomain && `https://${apiDomain.name}/.well-known/oauth-protected-resource`
  return fillGatewayBody(document, {
    ApiFunctionIntegrationUri: integrationUri(alias),
    StreamFunctionIntegrationUri: streamUri(streamFunction),
    ...(signedInTo && {
      UserPoolArn: pool.userPoolArn,
      ResourceMetadata: metadata === undefined ? '' : `resource_metadata="${metadata}${signedInTo.path}", `,
    }),
  })
}

function integrationUri({ functionArn }: Alias): string {
  const lambda = `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}:lambda:path/2015-03-31/functions`
  return `${lambda}/${functionArn}/invocations`
}

/** Lambda's other way to be called: it answers piece by piece (API Gateway, response transfer mode STREAM). */
function streamUri({ functionArn }: Function): string {
  const lambda = `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}:lambda:path/2021-11-15/functions`
  return `${lambda}/${functionArn}/response-streaming-invocations`
}

/** The settings of each method. */
const settingsOfAll = ({ throttle }: Stage) => ({
  loggingLevel: MethodLoggingLevel.ERROR,
  dataTraceEnabled: false,
  // The gateway counts the whole API in any case.
  metricsEnabled: false,
  throttlingRateLimit: throttle.all.rate,
  throttlingBurstLimit: throttle.all.burst,
})

/**
 * Throttles and the cache of single operations. What a method sets replaces all that the stage sets, so each has the
 * stage's settings too.
 */
function methodOptions(stage: Stage): Record<string, MethodDeploymentOptions> {
  const { throttle, publicCache } = stage
  const cached = publicCache && {
    cachingEnabled: true,
    cacheDataEncrypted: true,
    cacheTtl: Duration.seconds(publicCache.ttlSeconds),
  }
  const throttles: Record<string, Throttle | undefined> = throttle.operations
  const options = model.operations.flatMap((operation) => {
    const { method, path, operationId } = operation
    const limit = throttles[operationId]
    const settings = {
      ...(limit && { throttlingRateLimit: limit.rate, throttlingBurstLimit: limit.burst }),
      ...(isCacheable(operation) && cached),
    }
    if (Object.keys(settings).length === 0) return []
    return [[`${path}/${method.toUpperCase()}`, { ...settingsOfAll(stage), ...settings }] as const]
  })
  return Object.fromEntries(options)
}

/**
 * One line of JSON for each request. A request that the firewall refused has the errorType WAF_FILTERED. The line has the resource and no path, because an id in a path can be a person's.
 * The function's log has the paths of the other routes under the same requestId. No value may break the JSON. `$context.error.message` can repeat text of the
 * caller. AWS documents `$context.error.messageString` as that message in quotes, but no escape for quotes within it. So
 * the line has the type of the error instead. A User-Agent with quotes and backslashes arrives escaped
 * (DataBiosphere/azul, issue 4348).
 */
export const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    ip: AccessLogField.contextIdentitySourceIp(),
    userAgent: AccessLogField.contextIdentityUserAgent(),
    apiKeyId: AccessLogField.contextIdentityApiKeyId(),
    method: AccessLogField.contextHttpMethod(),
    resource: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    errorType: AccessLogField.contextErrorResponseType(),
    latency: AccessLogField.contextResponseLatency(),
    integrationLatency: AccessLogField.contextIntegrationLatency(),
  }),
)
