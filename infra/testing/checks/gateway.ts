// The REST API: its body against the contract, in both directions, and the settings of its stage.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import type { Operation } from '../../../codegen/model.ts'
import { name, scopes } from '../../../generated/names.ts'
import { model } from '../../model.ts'
import { constructId, stageNamed } from '../../names.ts'
import type { Stage, Throttle } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import type { Json } from '../template.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

type Route = { route: string; operationId: string | undefined; security: object[] | undefined }

const anyMethod = 'x-amazon-apigateway-any-method'
const { operations } = model
const pathsOfContract = [...new Set(operations.map(({ path }) => path))]

/** The routes that the contract requires. */
function contractRoutes(): Route[] {
  const declared = operations.map(({ method, path, operationId, security, protocol }) => ({
    route: `${method} ${path}`,
    operationId,
    security: gatewaySecurity(protocol, security),
  }))
  const ofPaths = pathsOfContract.flatMap((path) => [`options ${path}`, `${anyMethod} ${path}`])
  return [...declared, ...[...ofPaths, `${anyMethod} /`, `${anyMethod} /{proxy+}`].map(open)]
}

const open = (route: string): Route => ({ route, operationId: undefined, security: undefined })

/** The gateway checks API keys, and the tokens of operations that take access tokens alone. */
function gatewaySecurity(protocol: Operation['protocol'], security: Operation['security']) {
  if (protocol) return [{ accessToken: security.flatMap((requirement) => Object.values(requirement).flat()) }]
  return security.some((requirement) => 'apiKey' in requirement) ? [{ apiKey: [] }] : undefined
}

type GatewayMethod = { operationId?: string; security?: unknown; 'x-amazon-apigateway-integration'?: Json }

export function gatewayBody(template: Template, stage: Stage): string[] {
  const { Body: body } = propertiesOf(template, 'AWS::ApiGateway::RestApi', 'GatewayApi') as { Body?: Json }
  const paths = Object.entries((body?.paths ?? {}) as Record<string, Record<string, GatewayMethod>>)
  const present = paths.flatMap(([path, item]) =>
    Object.entries(item).map(([verb, one]) => [`${verb} ${path}`, one] as const),
  )
  const routes = present.map(([route, { operationId, security }]) => JSON.stringify({ route, operationId, security }))
  const wanted = contractRoutes().map((route) => JSON.stringify(route))
  const integrations = present.flatMap(([route, { 'x-amazon-apigateway-integration': integration }]) =>
    differences(integration, integrationOf(route), route),
  )
  return [
    ...wanted.filter((route) => !routes.includes(route)).map((route) => `missing: ${route}`),
    ...routes.filter((route) => !wanted.includes(route)).map((route) => `not in the contract: ${route}`),
    ...differences(body, {
      openapi: '3.0.1',
      'x-amazon-apigateway-api-key-source': 'HEADER',
      components: {
        securitySchemes: {
          apiKey: { type: 'apiKey', name: 'x-api-key', in: 'header' },
          accessToken: {
            ...{ type: 'apiKey', name: 'Authorization', in: 'header' },
            'x-amazon-apigateway-authtype': 'cognito_user_pools',
            'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['<IdentityUsers.Arn>'] },
          },
        },
      },
    }),
    ...responseFaults(body, stage),
    ...(JSON.stringify(body).includes('${') ? ['a placeholder is not filled in'] : []),
    ...(JSON.stringify(body).length < 900_000 ? [] : ['the body is too large for the template']),
    ...integrations,
    ...cacheKeyFaults(paths),
  ]
}

const lambda = 'arn:<AWS::Partition>:apigateway:<AWS::Region>:lambda:path'

/** An operation that answers with events has a function of its own, which the gateway calls in another way. */
const streams = operations.filter(({ answers }) =>
  answers.some(({ content }) => content.some(({ type }) => type === 'text/event-stream')),
)

function integrationOf(route: string) {
  const isStream = streams.some(({ method, path }) => route === `${method} ${path}`)
  return {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: isStream
      ? `${lambda}/2021-11-15/functions/<StreamFunction.Arn>/response-streaming-invocations`
      : `${lambda}/2015-03-31/functions/<Live>/invocations`,
    passthroughBehavior: 'when_no_match',
    timeoutInMillis: 29_000,
    responseTransferMode: isStream ? 'STREAM' : Match.absent(),
  }
}

function responseFaults(body: Json | undefined, stage: Stage): string[] {
  const responses = Object.entries((body?.['x-amazon-apigateway-gateway-responses'] ?? {}) as Record<string, unknown>)
  const forms = responses.flatMap(([type, response]) =>
    differences(
      response,
      {
        statusCode: like(/^[45]\d\d$/),
        responseParameters: {
          'gatewayresponse.header.Content-Type': "'application/problem+json'",
          'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
          'gatewayresponse.header.Strict-Transport-Security': like(/./),
        },
        responseTemplates: { 'application/json': like(/"requestId":"\$context\.requestId"/) },
      },
      type,
    ),
  )
  const missing = responses.length === 21 ? [] : [`${responses.length} gateway responses`]
  return [...missing, ...forms, ...challengeFaults(new Map(responses), stage)]
}

/** What Cognito's authorizer answers leads a client to the sign-in. Without a domain there is no metadata to lead to. */
function challengeFaults(responses: Map<string, unknown>, { apiDomain }: Stage): string[] {
  const metadata = apiDomain && `https://${apiDomain.name}/.well-known/oauth-protected-resource/mcp`
  const leads = metadata === undefined ? '' : `resource_metadata="${metadata}", `
  const challenge = `'Bearer realm="${name}", ${leads}scope="${scopes.join(' ')}"'`
  return ['UNAUTHORIZED', 'EXPIRED_TOKEN'].flatMap((type) =>
    differences(
      responses.get(type),
      { statusCode: '401', responseParameters: { 'gatewayresponse.header.WWW-Authenticate': challenge } },
      type,
    ),
  )
}

export function gatewayStage(template: Template, stage: Stage): string[] {
  const { throttle } = stage
  const [deployment = ''] = resourcesOf(template, 'AWS::ApiGateway::Deployment').keys()
  const properties = propertiesOf(template, 'AWS::ApiGateway::Stage', `GatewayApiDeploymentStage${stage.name}`)
  const isTighter = ({ rate, burst }: Throttle) => rate < throttle.all.rate && burst < throttle.all.burst
  return [
    ...Object.entries(throttle.operations).flatMap(([operationId, own]) =>
      differences(isTighter(own), true, `tighter throttle of ${operationId}`),
    ),
    ...accessLogFaults(properties),
    ...differences(propertiesOf(template, 'AWS::ApiGateway::RestApi', 'GatewayApi'), {
      Name: stageNamed(stage.name),
      EndpointConfiguration: { Types: ['REGIONAL'] },
    }),
    ...differences(properties, {
      StageName: stage.name,
      RestApiId: '<GatewayApi>',
      DeploymentId: `<${deployment}>`,
      TracingEnabled: true,
      AccessLogSetting: { DestinationArn: like(/:log-group:<GatewayAccessLogs>$/) },
      MethodSettings: methodSettings(stage),
    }),
    ...cacheFaults(properties, stage),
    ...callerFaults(template, stage),
    ...differences(resourcesOf(template, 'AWS::ApiGateway::Account').size, 0, "the account's settings"),
  ]
}

function accessLogFaults({ AccessLogSetting }: Json): string[] {
  const { Format: format = '' } = (AccessLogSetting ?? {}) as { Format?: string }
  return [
    ...differences(isJson(format.replaceAll(/\$context\.[\w.]+/g, 'x')), true, 'JSON access log'),
    ...differences(/\$context\.error\.(message|validation)/.test(format), false, 'free text in the access log'),
    ...['requestId', 'status', 'latency', 'errorType'].flatMap((member) =>
      differences(format.includes(`"${member}":"$context.`), true, `access log's ${member}`),
    ),
  ]
}

const settingsOfAll = ({ throttle }: Stage) => ({
  LoggingLevel: 'ERROR',
  DataTraceEnabled: false,
  MetricsEnabled: false,
  ThrottlingRateLimit: throttle.all.rate,
  ThrottlingBurstLimit: throttle.all.burst,
})

const methodSettings = (stage: Stage) => [
  { HttpMethod: '*', ResourcePath: '/*', ...settingsOfAll(stage) },
  ...operations.flatMap((operation) => {
    const own = { ...throttled(operation, stage), ...cached(operation, stage) }
    if (Object.keys(own).length === 0) return []
    const { method, path } = operation
    // `MethodSettings` writes `~1` for each slash within a path.
    const ResourcePath = `/${path.replaceAll('/', '~1')}`
    return [{ HttpMethod: method.toUpperCase(), ResourcePath, ...settingsOfAll(stage), ...own }]
  }),
]

/** The cache serves public reads alone, for as long as the stage says. */
function cacheFaults(properties: Json, { publicCache }: Stage): string[] {
  const { MethodSettings = [] } = properties as {
    MethodSettings?: { ResourcePath: string; CachingEnabled?: boolean }[]
  }
  const caching = MethodSettings.filter(({ CachingEnabled }) => CachingEnabled).map(({ ResourcePath }) => ResourcePath)
  const paths = publicCache ? operations.filter(isPublicRead).map(({ path }) => `/${path.replaceAll('/', '~1')}`) : []
  return [
    ...differences(properties.CacheClusterEnabled ?? false, publicCache !== undefined, 'cache'),
    ...differences(properties.CacheClusterSize, publicCache?.sizeGb, 'size of the cache'),
    ...differences(caching, paths, 'what is cached'),
  ]
}

/** Caches the answers of anyone's reads by all that the contract says decides them. */
const cacheKeyOf = ({ parameters }: Operation) => {
  const places: Record<string, string> = { path: 'path', query: 'querystring', header: 'header' }
  const named = parameters.map(({ in: place, name }) => `method.request.${places[place] ?? ''}.${name}`)
  return [...named, 'method.request.header.Origin'].sort()
}

const isPublicRead = ({ method, security }: Operation) => method === 'get' && security.length === 0

function cacheKeyFaults(paths: [string, Record<string, GatewayMethod>][]): string[] {
  const integrations = new Map(
    paths.flatMap(([path, item]) =>
      Object.entries(item).map(([verb, method]) => [`${verb} ${path}`, method['x-amazon-apigateway-integration']]),
    ),
  )
  const wanted = new Map(
    operations
      .filter(isPublicRead)
      .map((operation) => [`${operation.method} ${operation.path}`, cacheKeyOf(operation)]),
  )
  return [...integrations].flatMap(([route, integration]) => {
    const { cacheKeyParameters } = (integration ?? {}) as { cacheKeyParameters?: string[] }
    return differences(cacheKeyParameters && [...cacheKeyParameters].sort(), wanted.get(route), `${route} cache key`)
  })
}

function throttled({ operationId }: Operation, { throttle }: Stage) {
  const own = new Map(Object.entries(throttle.operations)).get(operationId)
  return own && { ThrottlingRateLimit: own.rate, ThrottlingBurstLimit: own.burst }
}

const cached = ({ method, security }: Operation, { publicCache }: Stage) =>
  publicCache &&
  method === 'get' &&
  security.length === 0 && {
    CachingEnabled: true,
    CacheTtlInSeconds: publicCache.ttlSeconds,
    CacheDataEncrypted: true,
  }

/** Each class of consumers has a plan. The keys are not of the stack, so that their values are in no template. */
function planFaults(template: Template, { name, throttle }: Stage): string[] {
  const present = [...resourcesOf(template, 'AWS::ApiGateway::UsagePlan').keys()]
  const classes = Object.entries(throttle.keys)
  const planOf = (keyClass: string) => `GatewayApiPlan${constructId(keyClass)}`
  return [
    ...differences(present.sort(), classes.map(([keyClass]) => planOf(keyClass)).sort(), 'usage plans'),
    ...classes.flatMap(([keyClass, { rate, burst, requestsPerMonth }]) =>
      differences(propertiesOf(template, 'AWS::ApiGateway::UsagePlan', planOf(keyClass)), {
        UsagePlanName: `${stageNamed(name)}-${keyClass}`,
        ApiStages: [{ ApiId: '<GatewayApi>', Stage: `<GatewayApiDeploymentStage${name}>` }],
        Throttle: { RateLimit: rate, BurstLimit: burst },
        Quota: { Limit: requestsPerMonth, Period: 'MONTH' },
      }),
    ),
    ...['AWS::ApiGateway::ApiKey', 'AWS::ApiGateway::UsagePlanKey'].flatMap((type) =>
      differences(resourcesOf(template, type).size, 0, `number of ${type}`),
    ),
  ]
}

/** The usage plans, and the one gateway that may call the function. */
function callerFaults(template: Template, stage: Stage): string[] {
  const { name } = stage
  return [
    ...planFaults(template, stage),
    ...differences(
      [...resourcesOf(template, 'AWS::Lambda::Permission').values()].filter(
        // delivery.ts and scheduled.ts check who may start the others.
        ({ Properties }) => !/^<(UploadGuard|KeyRotation|Canary)Function/.test(String(Properties.FunctionName)),
      ),
      ['<Live>', '<StreamFunction.Arn>'].map((FunctionName) => ({
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName,
          Principal: 'apigateway.amazonaws.com',
          SourceArn: `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<GatewayApi>/${name}/*/*`,
        },
      })),
      'permissions',
    ),
  ]
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
