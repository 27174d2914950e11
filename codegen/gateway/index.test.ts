import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { corsExposeHeaders, securityHeaders } from '../../generated/headers.ts'
import * as gateway from './index.ts'
import { modelOf, type Contract } from '../model.ts'
import { readContract } from '../read.ts'

const methodKeys = ['operationId', 'parameters', 'responses', 'security', 'x-amazon-apigateway-integration']
const key = [{ apiKey: [] }]
const token = [{ cognito: ['frontdesk/read'] }]

const renderApiGateway = (document: Contract) => gateway.renderApiGateway(modelOf(document))
const refuseUnimportable = (document: Contract) => gateway.refuseUnimportable(modelOf(document))

let contract: Contract
beforeAll(async () => {
  contract = await readContract()
})

/** Without the operations that the contract lacks. */
const known = (expected: Record<string, unknown>) => {
  const ids = modelOf(contract).operations.map(({ operationId }) => operationId)
  return Object.fromEntries(Object.entries(expected).filter(([operationId]) => ids.includes(operationId)))
}

/** The contract with these operations in the place of its own, and with the key of systems, whoever its own are for. */
function withPaths(paths: Record<string, object>): Contract {
  const apiKey = { type: 'apiKey', in: 'header', name: 'x-api-key' } as const
  const securitySchemes = { ...contract.components?.securitySchemes, apiKey }
  return { ...contract, paths, components: { ...contract.components, securitySchemes } }
}
const operation = (operationId: string, more: object = {}) => ({ operationId, responses: {}, security: token, ...more })

describe('routes', () => {
  test('every operation of the contract is there under its id', () => {
    const { paths } = renderApiGateway(contract)
    const ids = modelOf(contract).operations.map(({ path, method }) => paths[path]?.[method]?.operationId)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids).toEqual(modelOf(contract).operations.map(({ operationId }) => operationId))
  })

  test('every path has OPTIONS and an any-method without a key, and two catch what matches none', () => {
    const { paths } = renderApiGateway(
      withPaths({
        '/customers/{id}': { get: operation('getCustomer', { security: key }), put: operation('putCustomer') },
      }),
    )
    expect(Object.keys(paths)).toEqual(['/customers/{id}', '/', '/{proxy+}'])
    expect(Object.keys(paths['/customers/{id}'] ?? {})).toEqual([
      'get',
      'put',
      'options',
      'x-amazon-apigateway-any-method',
    ])
    const keyed = Object.entries(paths['/customers/{id}'] ?? {}).filter(([, { security }]) => security)
    expect(keyed.map(([method, { security }]) => [method, security])).toEqual([['get', key]])
    expect(Object.keys(paths['/{proxy+}'] ?? {})).toEqual(['x-amazon-apigateway-any-method'])
    expect(Object.keys(paths['/'] ?? {})).toEqual(['x-amazon-apigateway-any-method'])
  })

  test('path parameters are all that is left of the parameters', () => {
    const { paths } = renderApiGateway(
      withPaths({
        '/a/{b}/{c}': {
          parameters: [{ name: 'b', in: 'path', required: true, description: 'B', schema: { type: 'integer' } }],
          get: operation('getC', { parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }] }),
        },
      }),
    )
    const parameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
    for (const method of Object.values(paths['/a/{b}/{c}'] ?? {})) {
      expect(method.parameters).toEqual([parameter('b'), parameter('c')])
    }
    expect(paths['/{proxy+}']?.['x-amazon-apigateway-any-method']?.parameters).toEqual([parameter('proxy')])
  })

  test('every method goes to the one Lambda function, a stream to its own, and says nothing else', () => {
    const methods = Object.values(renderApiGateway(contract).paths).flatMap((item) => Object.values(item))
    const streams = modelOf(contract).operations.flatMap(({ operationId, answers }) =>
      answers.some(({ content }) => content.some(({ type }) => type === 'text/event-stream')) ? operationId : [],
    )
    expect(streams).toEqual(known({ chatStream: true }).chatStream ? ['chatStream'] : [])
    for (const method of methods) {
      expect(methodKeys).toEqual(expect.arrayContaining(Object.keys(method)))
      const { cacheKeyParameters, ...integration } = method['x-amazon-apigateway-integration']
      expect(cacheKeyParameters === undefined || method.operationId !== undefined).toBe(true)
      const isStream = method.operationId !== undefined && streams.includes(method.operationId)
      expect(integration).toEqual({
        type: 'aws_proxy',
        httpMethod: 'POST',
        uri: isStream ? '${StreamFunctionIntegrationUri}' : '${ApiFunctionIntegrationUri}',
        passthroughBehavior: 'when_no_match',
        payloadFormatVersion: '1.0',
        timeoutInMillis: 29000,
        ...(isStream && { responseTransferMode: 'STREAM' }),
      })
    }
  })

  test('what anyone may read is cached by every parameter and the origin, and nothing else is', () => {
    const { paths } = renderApiGateway(contract)
    const keys = Object.values(paths)
      .flatMap((item) => Object.values(item))
      .map(({ operationId, 'x-amazon-apigateway-integration': { cacheKeyParameters } }) => ({
        operationId,
        cacheKeyParameters,
      }))
      .filter(({ cacheKeyParameters }) => cacheKeyParameters)
    const publicReads = modelOf(contract).operations.filter(
      ({ method, security }) => method === 'get' && security.length === 0,
    )
    expect(keys.map(({ operationId }) => operationId).sort()).toEqual(
      publicReads.map(({ operationId }) => operationId).sort(),
    )
    for (const { cacheKeyParameters } of keys) expect(cacheKeyParameters).toContain('method.request.header.Origin')
    expect(
      Object.fromEntries(keys.map(({ operationId, cacheKeyParameters }) => [operationId, cacheKeyParameters])),
    ).toMatchObject(
      known({
        getProtectedResource: ['method.request.header.Origin'],
        getMcpProtectedResource: ['method.request.header.Origin'],
        getAuthorizationServer: ['method.request.header.Origin'],
        getOpenApi: ['method.request.header.If-None-Match', 'method.request.header.Origin'],
        listEvents: [
          'method.request.querystring.status',
          'method.request.querystring.limit',
          'method.request.querystring.cursor',
          'method.request.header.Origin',
        ],
        getEvent: [
          'method.request.path.eventId',
          'method.request.header.If-None-Match',
          'method.request.header.Origin',
        ],
      }),
    )
  })

  test('holds no account details: placeholders, no ARN; and is the same each time', () => {
    const text = JSON.stringify(renderApiGateway(contract))
    const placeholders = [...text.matchAll(/\$\{[^}]*\}/g)].map(([placeholder]) => placeholder)
    expect(new Set(placeholders)).toEqual(
      new Set([
        '${ApiFunctionIntegrationUri}',
        '${StreamFunctionIntegrationUri}',
        '${UserPoolArn}',
        '${ResourceMetadata}',
      ]),
    )
    expect(text).not.toContain('arn:')
    expect(text).toBe(JSON.stringify(renderApiGateway(structuredClone(contract))))
  })
})

describe('an operation that takes access tokens alone', () => {
  const assistants = { 'x-protocol': 'json-rpc', security: [{ cognito: ['a/read'] }, { cognito: ['a/write'] }] }
  const withAssistants = () =>
    renderApiGateway(withPaths({ '/talk': { post: operation('talk', assistants) }, '/a': { get: operation('getA') } }))

  test('has the authorizer of the pool, which wants one of its scopes; its OPTIONS and the others have none', () => {
    const { paths, components } = withAssistants()
    const secured = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { security }]) => (security ? [[method, path, security]] : [])),
    )
    expect(secured).toEqual([['post', '/talk', [{ accessToken: ['a/read', 'a/write'] }]]])
    expect(components.securitySchemes.accessToken).toEqual({
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['${UserPoolArn}'] },
    })
  })

  test('makes the 401 of the gateway lead to the metadata, with the scopes', () => {
    const { UNAUTHORIZED, EXPIRED_TOKEN } = withAssistants()['x-amazon-apigateway-gateway-responses'] ?? {}
    for (const response of [UNAUTHORIZED, EXPIRED_TOKEN]) {
      expect(response?.responseParameters['gatewayresponse.header.WWW-Authenticate']).toBe(
        `'Bearer realm="frontdesk", \${ResourceMetadata}scope="frontdesk/read frontdesk/write"'`,
      )
    }
  })

  test('is what the contract has once', () => {
    const { paths } = renderApiGateway(contract)
    expect(paths['/mcp']?.post?.security).toEqual([{ accessToken: ['frontdesk/read', 'frontdesk/write'] }])
  })

  test('brings no authorizer and no placeholder into a contract that lacks it', () => {
    const bare = renderApiGateway(withPaths({ '/a': { get: operation('getA') } }))
    expect(Object.keys(bare.components.securitySchemes)).toEqual(['apiKey'])
    expect(JSON.stringify(bare)).not.toMatch(/UserPoolArn|ResourceMetadata/)
  })
})

describe('gateway responses', () => {
  const responses = () => renderApiGateway(contract)['x-amazon-apigateway-gateway-responses'] ?? {}
  const bodyOf = (template = '') => {
    const context: Record<string, string> = { path: '/dev/cases/1', requestId: 'a1b2c3' }
    return JSON.parse(template.replaceAll(/\$context\.(\w+)/g, (_, name: string) => context[name] ?? '')) as object
  }

  test('there is one for each type that API Gateway has', () => {
    const documented = [
      'ACCESS_DENIED API_CONFIGURATION_ERROR AUTHORIZER_CONFIGURATION_ERROR AUTHORIZER_FAILURE BAD_REQUEST_BODY',
      'BAD_REQUEST_PARAMETERS DEFAULT_4XX DEFAULT_5XX EXPIRED_TOKEN INTEGRATION_FAILURE INTEGRATION_TIMEOUT',
      'INVALID_API_KEY INVALID_SIGNATURE MISSING_AUTHENTICATION_TOKEN QUOTA_EXCEEDED REQUEST_TOO_LARGE',
      'RESOURCE_NOT_FOUND THROTTLED UNAUTHORIZED UNSUPPORTED_MEDIA_TYPE WAF_FILTERED',
    ].flatMap((line) => line.split(' '))
    expect(Object.keys(responses()).sort()).toEqual(documented.sort())
  })

  test('each renders to a problem of the contract, with exactly the members that it requires', () => {
    const problem = contract.components?.schemas?.Problem as { required: string[] }
    const ajv = new Ajv({ strict: false })
    addFormats.default(ajv)
    const validate = ajv.compile(problem)
    for (const [type, { statusCode, responseTemplates }] of Object.entries(responses())) {
      const body = bodyOf(responseTemplates['application/json'])
      expect(validate(body), `${type}: ${ajv.errorsText(validate.errors)}`).toBe(true)
      expect(Object.keys(body).sort()).toEqual([...problem.required].sort())
      expect(body).toMatchObject({ status: Number(statusCode), instance: '/dev/cases/1', requestId: 'a1b2c3' })
    }
  })

  test('a 5xx tells nothing of its cause, whatever API Gateway knows of it', () => {
    const templates = Object.values(responses()).map(({ responseTemplates }) => responseTemplates['application/json'])
    const variables = templates.flatMap((template = '') => template.match(/\$[\w.]+/g) ?? [])
    expect(new Set(variables)).toEqual(new Set(['$context.path', '$context.requestId']))
  })

  test('each has the security and CORS headers, and the request id', () => {
    for (const { responseParameters } of Object.values(responses())) {
      const headers = Object.entries(responseParameters).map(([name, value]) => [
        name.split('.').slice(2).join('.'),
        value,
      ])
      // API Gateway reads the text between the first and the last quote.
      const quoted = Object.entries({
        'Content-Type': 'application/problem+json',
        // Every origin can read these answers.
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Expose-Headers': corsExposeHeaders.join(','),
        ...securityHeaders,
      }).map(([name, value]) => [name, `'${value}'`])
      expect(Object.fromEntries(headers)).toMatchObject({
        ...(Object.fromEntries(quoted) as object),
        'Content-Security-Policy': "'default-src 'none'; frame-ancestors 'none''",
        'X-Request-Id': 'context.requestId',
      })
    }
  })

  test('what is worth a later try says when, and a refused token gets a challenge', () => {
    const having = (name: string) =>
      Object.entries(responses())
        .filter(([, { responseParameters }]) => `gatewayresponse.header.${name}` in responseParameters)
        .map(([type]) => type)
    expect(having('Retry-After')).toEqual(['QUOTA_EXCEEDED', 'THROTTLED'])
    expect(having('WWW-Authenticate')).toEqual(
      Object.entries(responses()).flatMap(([type, { statusCode }]) => (statusCode === '401' ? [type] : [])),
    )
  })

  test('a problem type or a member that is not there is named', () => {
    const types = Object.entries(contract['x-problem-types'] ?? {}).filter(([slug]) => slug !== 'too-many-requests')
    const lacking = { ...contract, 'x-problem-types': Object.fromEntries(types) }
    expect(() => renderApiGateway(lacking)).toThrow('too-many-requests')
    const schemas = { Problem: { type: 'object' as const, required: ['type', 'trace'] } }
    expect(() => renderApiGateway({ ...contract, paths: {}, components: { schemas } })).toThrow(
      'Problem requires trace',
    )
  })
})

describe('refuseUnimportable', () => {
  test('takes the contract', () => {
    expect(() => refuseUnimportable(contract)).not.toThrow()
  })

  test('takes keys, tokens and neither, and one parameter name below several siblings', () => {
    const paths = {
      '/a/{id}': { get: operation('getA', { security: key }), put: operation('putA') },
      '/a/{id}/b': { get: operation('getB', { security: [] }) },
      '/b/{otherId}': { get: operation('getOther') },
    }
    const { components } = contract
    // A contract whose operations take no key has no such scheme.
    const securitySchemes = {
      ...components?.securitySchemes,
      apiKey: { type: 'apiKey' as const, in: 'header', name: 'x-api-key' },
    }
    expect(() =>
      refuseUnimportable({ ...withPaths(paths), components: { ...components, securitySchemes } }),
    ).not.toThrow()
  })

  const schemes = (scheme: object) => ({
    components: { securitySchemes: { own: scheme } } as Contract['components'] & object,
  })
  const refused: [string, Record<string, object>, string, Partial<Contract>?][] = [
    ['a reserved path', { '/ping': { get: operation('ping') } }, 'ping (GET /ping): /ping is reserved'],
    ['what is below it', { '/sping/x': { get: operation('x') } }, 'x (GET /sping/x): /sping is reserved'],
    [
      'a strange parameter',
      { '/a/{b c}': { get: operation('getA') } },
      "getA (GET /a/{b c}): the path segment '{b c}'",
    ],
    ['a strange literal', { '/a~b': { get: operation('getA') } }, "getA (GET /a~b): the path segment 'a~b'"],
    ['a partial template', { '/a/{b}.json': { get: operation('getA') } }, "the path segment '{b}.json'"],
    [
      'a trailing slash',
      { '/a/': { get: operation('getA') } },
      'getA (GET /a/): the path has two slashes in a row, or ends with one',
    ],
    ['a greedy parameter', { '/a/{b+}': { get: operation('getA') } }, 'getA (GET /a/{b+}): {b+} is greedy'],
    [
      'two names for one place',
      { '/a/{b}': { get: operation('getB') }, '/a/{c}/d': { put: operation('putD') } },
      'putD (PUT /a/{c}/d): {c} stands where getB (GET /a/{b}) has {b}',
    ],
    ['its own OPTIONS', { '/a': { options: operation('optionsA') } }, 'optionsA (OPTIONS /a): OPTIONS is added'],
    ['TRACE', { '/a': { trace: operation('traceA') } }, 'traceA (TRACE /a): API Gateway has no method TRACE'],
    [
      'key and token together',
      { '/a': { get: operation('getA', { security: [{ apiKey: [], cognito: [] }] }) } },
      'getA (GET /a): API Gateway asks every caller for the key',
    ],
    [
      'key or token',
      { '/a': { get: operation('getA', { security: [...key, ...token] }) } },
      'getA (GET /a): API Gateway asks every caller for the key',
    ],
    [
      'key or nothing, said for the whole document',
      { '/a': { get: { operationId: 'getA', responses: {} } } },
      'getA (GET /a): API Gateway asks every caller for the key',
      { security: [...key, {}] },
    ],
    ['an unknown scheme', { '/a': { get: operation('getA', { security: [{ none: [] }] }) } }, 'scheme none is not in'],
    [
      'a scheme that nobody checks',
      { '/a': { get: operation('getA', { security: [{ own: [] }] }) } },
      'getA (GET /a): nobody checks the security scheme own of type http',
      schemes({ type: 'http', scheme: 'basic' }),
    ],
    [
      'a key under another name',
      { '/a': { get: operation('getA', { security: [{ own: [] }] }) } },
      'getA (GET /a): the API key own is not the one that is named apiKey',
      schemes({ type: 'apiKey', in: 'header', name: 'x-api-key' }),
    ],
    [
      'a key where API Gateway does not look',
      { '/a': { get: operation('getA', { security: key }) } },
      'getA (GET /a): the API key apiKey is not the one that is named apiKey, in the header x-api-key',
      { components: { securitySchemes: { apiKey: { type: 'apiKey', in: 'query', name: 'x-api-key' } } } },
    ],
    ['a document of 3.1', {}, 'OpenAPI 3.1.0 is not 3.0', { openapi: '3.1.0' }],
    [
      'more paths than an API may have',
      Object.fromEntries(Array.from({ length: 151 }, (_, n) => [`/a${n}/b`, { get: operation(`get${n}`) }])),
      'the paths make 304 resources, and an API has 300: set x-gateway-catch-all: true at the root, which leaves 2, or have',
    ],
    [
      'more paths than an API may have beside / and /{proxy+}',
      Object.fromEntries(Array.from({ length: 299 }, (_, n) => [`/a${n}`, { get: operation(`get${n}`) }])),
      'the paths make 301 resources',
    ],
    [
      'more paths with keys than an API may have, also with the catch-all route',
      Object.fromEntries(
        Array.from({ length: 151 }, (_, n) => [`/a${n}/b`, { get: operation(`get${n}`, { security: key }) }]),
      ),
      'the paths make 304 resources, and an API has 300: have the quota raised (Service Quotas, ',
      { 'x-gateway-catch-all': true },
    ],
    [
      'more paths for everybody than an API may have, which the catch-all route would not take',
      Object.fromEntries([
        ...Array.from({ length: 301 }, (_, n) => [`/a${n}`, { get: operation(`get${n}`, { security: [] }) }] as const),
        ['/b', { get: operation('getB') }],
      ]),
      'the paths make 304 resources, and an API has 300, and 303 with x-gateway-catch-all: true: have the quota raised',
    ],
    [
      'an operation with an address of its own',
      { '/a': { get: operation('getA', { servers: [{ url: 'https://a.example.com' }] }) } },
      'getA (GET /a): API Gateway would answer it at the one address',
    ],
    [
      'a path with an address of its own',
      { '/a': { get: operation('getA'), servers: [{ url: 'https://a.example.com' }] } },
      'getA (GET /a): API Gateway would answer it at the one address',
    ],
  ]

  test.each(refused)('refuses %s', (_, paths, message, more = {}) => {
    expect(() => refuseUnimportable({ ...withPaths(paths), ...more })).toThrow(message)
  })

  test('tells every refusal at once', () => {
    const paths = { '/ping': { get: operation('ping') }, '/a/{b+}': { get: operation('getA') } }
    expect(() => refuseUnimportable(withPaths(paths))).toThrow(/ping \(GET[^]*getA \(GET/)
  })
})

describe('a contract with more paths than an API may have', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`/a${n}/{id}`, { get: operation(`get${n}`) }]))
  const own = {
    '/keyed/{id}': { get: operation('getKeyed', { security: key }) },
    '/keyed': { post: operation('postKeyed') },
    '/open': { get: operation('getOpen', { security: [] }), put: operation('putOpen') },
  }
  const large = (said: unknown = true) =>
    ({ ...withPaths({ ...many, ...own }), 'x-gateway-catch-all': said }) as Contract

  test('can be imported: the catch-all route takes the paths that need nothing of the gateway', () => {
    expect(() => refuseUnimportable(large())).not.toThrow()
    const { paths } = renderApiGateway(large())
    expect(Object.keys(paths).sort()).toEqual(['/', '/keyed', '/keyed/{id}', '/open', '/{proxy+}'])
    expect(paths['/keyed/{id}']?.get?.security).toEqual(key)
    expect(paths['/keyed']?.post).toBeDefined()
    expect(paths['/{proxy+}']).toHaveProperty('x-amazon-apigateway-any-method')
  })

  test('its other faults are refused as before', () => {
    const faulty = { ...large(), paths: { ...large().paths, '/b/{c+}': { get: operation('getB') } } }
    expect(() => refuseUnimportable(faulty)).toThrow('getB (GET /b/{c+})')
  })

  test('with any other value every path has its route', () => {
    for (const value of [false, 'yes', null])
      expect(() => refuseUnimportable(large(value)), String(value)).toThrow('the paths make')
  })
})

describe('bodies that are no text', () => {
  const typesOf = (sent: string[], answered: string[] = []) => {
    const content = (types: string[]) => ({ content: Object.fromEntries(types.map((type) => [type, {}])) })
    const responses = { 200: { description: '', ...content(answered) } }
    const paths = { '/a': { put: operation('putA', { requestBody: content(sent), responses }) } }
    return renderApiGateway({ ...contract, paths } as Contract)['x-amazon-apigateway-binary-media-types']
  }

  test('texts, JSON and plain forms need no base64', () => {
    const texts = ['application/json', 'application/merge-patch+json', 'text/csv', 'application/xml']
    expect(typesOf([...texts, 'application/x-www-form-urlencoded'], texts)).toBeUndefined()
  })

  test('the types of other bodies are listed, and all types where an answer has one or a range is named', () => {
    expect(typesOf(['multipart/form-data', 'image/png', 'application/json'])).toEqual([
      'multipart/form-data',
      'image/png',
    ])
    expect(typesOf(['image/*'])).toEqual(['*/*'])
    expect(typesOf([], ['application/pdf'])).toEqual(['*/*'])
  })
})
