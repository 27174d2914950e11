// Metrics and log lines for CloudWatch: the handler runs in its own process, and the test reads its output.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identifier } from '../generated/names.ts'
import { queries } from '../infra/saved-queries.ts'
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { namesIn } from '../testing/query-names.ts'

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
    METRICS_BY_OPERATION: '',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LOG_LEVEL: 'INFO',
    ENV: 'staging',
    AWS_LAMBDA_FUNCTION_VERSION: '7',
  }
  const lambda = new URL('lambda.ts', import.meta.url).href
  const args = ['--input-type=module', '--eval', script, lambda, JSON.stringify(events)]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env })
  const written = `${stdout}\n${stderr}`.split('\n').filter((line) => line.startsWith('{'))
  const lines = written.map((line) => JSON.parse(line) as Line)
  emf = lines.filter(({ _aws }) => _aws)
  log = lines
})
afterAll(() => door.close())

test('each request counts once, with its operation, the status of its answer, and how long it took', () => {
  const counted = emf.filter((line) => 'Duration' in line)
  expect(counted).toHaveLength(requests.length)
  for (const [n, { operation, status }] of requests.entries()) {
    expect({ operationId: 'none', ...counted[n] }).toMatchObject({
      operationId: operation,
      service: 'frontdesk',
      status,
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
    emf.find((line) => 'Duration' in line)?._aws?.CloudWatchMetrics ?? []
  // A metric for each operation would cost as much as all the rest of the service.
  expect(Dimensions).toEqual([['service']])
  expect(Object.fromEntries(Metrics.map(({ Name, Unit }) => [Name, Unit]))).toEqual({
    // The first line is that of a cold start.
    ColdStart: 'Count',
    Duration: 'Milliseconds',
  })
})

test('an error that speaks against the version counts under the version', () => {
  const ofVersion = emf.filter((line) => 'VersionErrors' in line)
  expect(ofVersion).toMatchObject([{ VersionErrors: 1, service: 'frontdesk', version: '7' }])
  expect(ofVersion[0]?._aws?.CloudWatchMetrics[0]?.Dimensions).toEqual([['service', 'version']])
})

test('the first request of a process is a cold start, and no other', () => {
  const cold = emf.filter((line) => 'ColdStart' in line)
  expect(cold).toMatchObject([{ ColdStart: 1, service: 'frontdesk' }])
})

test('each request has one line, of at most 700 bytes', () => {
  const ofRequests = log.filter(({ message }) => message === 'request')
  expect(ofRequests).toHaveLength(requests.length)
  expect(ofRequests).toEqual(emf.filter((line) => 'Duration' in line))
  for (const line of ofRequests) expect(JSON.stringify(line).length).toBeLessThan(700)
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
      operationId: 'listUsers',
      caller: { kind: 'user' },
      error: { name: 'NoSuchBucket' },
    },
  ])
})

test.each(['apiLoad', 'apiFailures', 'apiThrottling'] as const)(
  'the saved query %s reads what the lines have',
  (name) => {
    // Of streams alone, and of Lambda's own lines.
    const elsewhere = /^(failedWith|type|record\..+)$/
    const has = (line: object, path: string) =>
      path.split('.').reduce<unknown>((value, member) => (value as Record<string, unknown> | undefined)?.[member], line)
    const names = namesIn(queries[name]).filter((path) => !elsewhere.test(path))
    expect(names).toContain('operationId')
    expect(names.filter((path) => !log.some((line) => has(line, path) !== undefined))).toEqual([])
  },
)
