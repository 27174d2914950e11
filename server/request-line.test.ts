// The line of a request: its level, its metrics and its trace, by the settings.
import { afterEach, expect, test, vi } from 'vitest'
import { createLog, type Facts } from './log.ts'

const facts: Facts = {
  method: 'GET',
  path: '/cases',
  operationId: 'listCases',
  caller: { kind: 'user', id: 'a' },
  status: 200,
  durationMs: 2,
  requestId: 'r',
}

type Line = Record<string, unknown> & { _aws: { CloudWatchMetrics: { Dimensions: string[][]; Metrics: object[] }[] } }

/** The lines that this log writes. */
function linesOf(env: NodeJS.ProcessEnv, act: (log: ReturnType<typeof createLog>) => void): Line[] {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  act(createLog(env))
  vi.restoreAllMocks()
  return written.map((text) => JSON.parse(text) as Line)
}

afterEach(() => vi.restoreAllMocks())

test('above INFO there is a line for the metrics alone', () => {
  const ask = (env: NodeJS.ProcessEnv) => linesOf(env, (log) => log.request(facts)).length
  expect(ask({})).toBe(1)
  expect(ask({ POWERTOOLS_METRICS_DISABLED: 'true' })).toBe(1)
  expect(ask({ LOG_LEVEL: 'WARN' })).toBe(1)
  expect(ask({ LOG_LEVEL: 'silent', POWERTOOLS_METRICS_DISABLED: 'true' })).toBe(0)
  expect(ask({ AWS_LAMBDA_LOG_LEVEL: 'ERROR', POWERTOOLS_METRICS_DISABLED: 'true' })).toBe(0)
})

test('without metrics a line has none', () => {
  const [line] = linesOf({ POWERTOOLS_METRICS_DISABLED: 'true' }, (log) => log.request(facts))
  expect(line).toMatchObject({ message: 'request', operationId: 'listCases', durationMs: 2 })
  expect(line).not.toHaveProperty('_aws')
  expect(line).not.toHaveProperty('Duration')
})

test('a line has everything that is known of its request', () => {
  const trace = '1-67891233-abcdef012345678912345678'
  const all: Required<Facts> = {
    ...facts,
    operationId: 'listCases',
    client: 'a client',
    sdk: 'an-sdk/1.0.0',
    callerRequestId: 'c',
    consumer: 'acme',
    left: true,
    failedWith: 503,
    trace: `Root=${trace}`,
  }
  const [line] = linesOf({}, (log) => log.request(all))
  const { trace: _header, ...members } = all
  expect(line).toMatchObject({ level: 'INFO', message: 'request', ...members, xray_trace_id: trace, Duration: 2 })
})

test('a setting adds the duration by operation, whose samples count the requests', () => {
  const [line] = linesOf({ METRICS_BY_OPERATION: 'true' }, (log) => log.request(facts))
  expect(line?._aws.CloudWatchMetrics).toMatchObject([
    { Dimensions: [['service']] },
    { Dimensions: [['service', 'operationId']], Metrics: [{ Name: 'Duration', Unit: 'Milliseconds' }] },
  ])
})

test('an unknown route has no operation, and so no metric of one', () => {
  const [line] = linesOf({ METRICS_BY_OPERATION: 'true' }, (log) => log.request({ ...facts, operationId: undefined }))
  expect(line).not.toHaveProperty('operationId')
  expect(line?._aws.CloudWatchMetrics).toMatchObject([{ Dimensions: [['service']] }])
  expect(line?._aws.CloudWatchMetrics).toHaveLength(1)
})

test('what a request has met is counted in its line, and in no other', () => {
  const [first, second] = linesOf({}, (log) => {
    log.count('BrokenItems')
    log.count('BrokenItems')
    log.request(facts)
    log.request(facts)
  })
  expect(first).toMatchObject({ BrokenItems: 2 })
  expect(first?._aws.CloudWatchMetrics[0]?.Metrics).toContainEqual({ Name: 'BrokenItems', Unit: 'Count' })
  expect(second).not.toHaveProperty('BrokenItems')
  expect(JSON.stringify(second)).not.toContain('BrokenItems')
})

test("only AWS's own form names a trace", () => {
  const traces = ['Root=1-67891233-abcdef012345678912345678;Sampled=1', 'Root="}', undefined].map(
    (trace) => linesOf({}, (log) => log.request({ ...facts, trace }))[0]?.xray_trace_id,
  )
  expect(traces).toEqual(['1-67891233-abcdef012345678912345678', undefined, undefined])
})

test('a process that is started ahead of need has no cold start', () => {
  const isCold = (type: string) =>
    linesOf({ AWS_LAMBDA_INITIALIZATION_TYPE: type }, (log) => log.request(facts))[0]?.ColdStart
  expect([isCold('on-demand'), isCold('provisioned-concurrency')]).toEqual([1, undefined])
})

test('a setting adds the duration by consumer of an API key, and no other caller has one', () => {
  const key = { ...facts, caller: { kind: 'apiKey', id: 'acme' }, consumer: 'acme' } as const
  const [line, user] = linesOf({ METRICS_BY_CONSUMER: 'true' }, (log) => {
    log.request(key)
    log.request(facts)
  })
  expect(line).toMatchObject({ consumer: 'acme', caller: { id: 'acme' } })
  expect(line?._aws.CloudWatchMetrics).toMatchObject([
    { Dimensions: [['service']] },
    { Dimensions: [['service', 'consumer']], Metrics: [{ Name: 'Duration', Unit: 'Milliseconds' }] },
  ])
  expect(user?._aws.CloudWatchMetrics).toHaveLength(1)
  const [both] = linesOf({ METRICS_BY_CONSUMER: 'true', METRICS_BY_OPERATION: 'true' }, (log) => log.request(key))
  expect(both?._aws.CloudWatchMetrics.map(({ Dimensions }) => Dimensions)).toEqual([
    [['service']],
    [['service', 'operationId']],
    [['service', 'consumer']],
  ])
  const [without] = linesOf({}, (log) => log.request(key))
  expect(without?._aws.CloudWatchMetrics).toHaveLength(1)
  expect(without).toMatchObject({ consumer: 'acme' })
})
