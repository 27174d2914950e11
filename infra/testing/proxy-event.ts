// A request as API Gateway's REST proxy integration sends it to a function.
import { randomUUID } from 'node:crypto'

type Request = { method: string; path: string; resource?: string; headers?: Record<string, string>; body?: unknown }

export function proxyEvent({ method, path, resource = path, headers = {}, body }: Request) {
  const requestId = randomUUID()
  const sent = {
    Accept: '*/*',
    'CloudFront-Viewer-Country': 'DE',
    Host: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
    'User-Agent': 'curl/8.14.1',
    'X-Amzn-Trace-Id': 'Root=1-6740a1b2-1234567890abcdef12345678',
    'X-Forwarded-For': '203.0.113.7',
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...headers,
  }
  const apiKey = headers['x-api-key']
  return {
    resource,
    path,
    httpMethod: method,
    headers: sent,
    multiValueHeaders: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: '111111111111',
      apiId: 'abcdefghij',
      deploymentId: 'k1l2m3',
      domainName: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'abcdefghij',
      extendedRequestId: 'Bc1DeFgHiJkLmNo=',
      httpMethod: method,
      identity: identityOf(apiKey),
      path: `/dev${path}`,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: '20/Nov/2026:12:00:00 +0000',
      requestTimeEpoch: 1_795_176_000_000,
      resourceId: 'r4s5t6',
      resourcePath: resource,
      stage: 'dev',
    },
    body: body === undefined ? null : JSON.stringify(body),
    isBase64Encoded: false,
  }
}

const identityOf = (apiKey: string | undefined) => ({
  accessKey: null,
  accountId: null,
  apiKey: apiKey ?? null,
  apiKeyId: apiKey === undefined ? null : 'k9abcdefgh',
  caller: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '203.0.113.7',
  user: null,
  userAgent: 'curl/8.14.1',
  userArn: null,
})
