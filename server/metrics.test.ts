// Metrics and log lines for CloudWatch: the handler runs in its own process, and the test reads its output.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identifier } from '../generated/names.ts'
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'

type Line = Record<string, unknown> & {
  _aws?: {
    Timestamp: number
    CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }[]
  }
}

let door: FrontDoor
let emf: Line[]
let log: Line[]

const requests = [
  { path: '/status', token: true, operation: 'getStatus', status: 200 },
  { path: '/status', token: false, operation: 'getStatus', status: 401 },
  { path: '/cases', token: true, operation: 'listCases', status: 200 },
  { path: '/cases/unknown', token: true, operation: 'getCase', status: 400 },
  { path: '/users', token: true, operation: 'listUsers', status: 502 },
  { path: '/nowhere', token: true, operation: 'none', status: 404 },
]

const script = `
  const [handlerFile, events] = process.argv.slice(1)
  const { handler } = await import(handlerFile)
  for (const event of JSON.parse(events)) await handler(event)
  process.exit(0)`

beforeAll(async () => {
  door = await openFrontDoor()
  const authorization = [`Bearer ${door.idToken()}`]
  const events = requests.map(({ path, token }, n) => ({
    httpMethod: 'GET',
    path,
    multiValueHeaders: token ? { Authorization: authorization } : {},
    multiValueQueryStringParameters: null,
    body: null,
    isBase64Encoded: false,
    requestContext: { requestId: `request-${n}`, identity: { apiKeyId: null } },
  }))
  const env = {
    ...process.env,
    SAMPLE_DATA_BUCKET_NAME: 'no-such-bucket',
    POWERTOOLS_METRICS_DISABLED: 'false',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LOG_LEVEL: 'INFO',
    ENV: 'staging',
  }
  const lambda = new URL('lambda.ts', import.meta.url).href
  const args = ['--input-type=module', '--eval', script, lambda, JSON.stringify(events)]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env })
  const written = `${stdout}\n${stderr}`.split('\n').filter((line) => line.startsWith('{'))
  const lines = written.map((line) => JSON.parse(line) as Line)
  emf = lines.filter(({ _aws }) => _aws)
  log = lines.filter(({ _aws }) => !_aws)
})
afterAll(() => door.close())

test('each request counts once, under its operation, by the class of its answer, with how long it took', () => {
  const counted = emf.filter((line) => 'Requests' in line)
  expect(counted).toHaveLength(requests.length)
  for (const [n, { operation, status }] of requests.entries()) {
    expect(counted[n]).toMatchObject({
      operation,
      service: 'frontdesk',
      Requests: 1,
      ClientErrors: status >= 400 && status < 500 ? 1 : 0,
      ServerErrors: status >= 500 ? 1 : 0,
    })
    expect(counted[n]?.Duration).toBeGreaterThan(0)
    expect(counted[n]?.Duration).toBeLessThan(30_000)
  }
})

test('the lines are in the embedded metric format', () => {
  for (const line of emf) {
    const { Timestamp = 0, CloudWatchMetrics = [] } = line._aws ?? {}
    expect(Math.abs(Date.now() - Timestamp)).toBeLessThan(60_000)
    expect(CloudWatchMetrics).toHaveLength(1)
    for (const { Namespace, Dimensions, Metrics } of CloudWatchMetrics) {
      expect(Namespace).toMatch(new RegExp(`^${identifier}`))
      // CloudWatch drops a metric or a dimension that is no member of the line.
      for (const name of [...Dimensions.flat(), ...Metrics.map((metric) => metric.Name)])
        expect(line).toHaveProperty(name)
      for (const { Name } of Metrics) expect(line[Name]).toBeTypeOf('number')
    }
  }
  const [{ Dimensions, Metrics } = { Dimensions: [], Metrics: [] }] =
    emf.find((line) => 'Requests' in line)?._aws?.CloudWatchMetrics ?? []
  expect(Dimensions).toEqual([['service', 'operation']])
  expect(Object.fromEntries(Metrics.map(({ Name, Unit }) => [Name, Unit]))).toEqual({
    Requests: 'Count',
    ClientErrors: 'Count',
    ServerErrors: 'Count',
    Duration: 'Milliseconds',
  })
})

test('the first request of a process is a cold start, and no other', () => {
  const cold = emf.filter((line) => 'ColdStart' in line)
  expect(cold).toMatchObject([{ ColdStart: 1, service: 'frontdesk' }])
})

test('each request is in the log with its id and its caller, and without its token', () => {
  const logged = log.filter(({ message }) => message === 'request')
  expect(logged.map(({ requestId, operationId, status }) => ({ requestId, operationId, status }))).toEqual(
    requests.map(({ operation, status }, n) => ({
      requestId: `request-${n}`,
      operationId: operation === 'none' ? undefined : operation,
      status,
    })),
  )
  expect(logged[0]?.caller).toMatchObject({ kind: 'user' })
  expect(logged[1]?.caller).toMatchObject({ kind: 'anyone' })
  expect(JSON.stringify([...log, ...emf])).not.toMatch(/eyJ|Bearer [A-Za-z]/)
})

test('the cause of a 5xx is in the log, under the same id', () => {
  const errors = log.filter(({ level }) => level === 'ERROR')
  expect(errors).toMatchObject([
    {
      message: 'The sample object users.json cannot be read.',
      requestId: 'request-4',
      error: { name: 'NoSuchBucket' },
    },
  ])
})
