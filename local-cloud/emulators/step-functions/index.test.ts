import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  type StartExecutionCommandInput,
} from '@aws-sdk/client-sfn'
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
// The first execution would load it, within the patience of a test.
import './interpreter.ts'
import { startStepFunctions, type StatesMetric } from './index.ts'

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:test'
const executionArn = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:test:${name}`
const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:task'
const definition = {
  StartAt: 'Task',
  States: {
    Task: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: functionArn, 'Payload.$': '$' },
      OutputPath: '$.Payload',
      End: true,
    },
  },
}

let directory: string
let file: string
let service: Awaited<ReturnType<typeof startStepFunctions>>
let client: SFNClient
let metrics: StatesMetric[]
let task: (input: unknown) => Promise<unknown>

const open = async (machine: object = definition) => {
  metrics = []
  service = await startStepFunctions({ stateMachineArn, file, onMetric: (metric) => metrics.push(metric) })
  service.deploy({ definition: machine, functions: { [functionArn]: (input: unknown) => task(input) } })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  client = new SFNClient({ endpoint: service.url, region: 'us-east-1', credentials })
}
const reopen = async () => {
  await service.close()
  await open()
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'frontdesk-'))
  file = join(directory, 'executions.jsonl')
  task = (input) => Promise.resolve({ got: input })
  await open()
})
afterEach(async () => {
  await service.close()
  await rm(directory, { recursive: true })
})

const start = (input: Partial<StartExecutionCommandInput>) =>
  client.send(new StartExecutionCommand({ stateMachineArn, ...input }))
const describe = (name: string) => client.send(new DescribeExecutionCommand({ executionArn: executionArn(name) }))
const ended = (name: string) =>
  vi.waitFor(async () => {
    const execution = await describe(name)
    expect(execution.status).not.toBe('RUNNING')
    return execution
  })
const never = () => new Promise(() => undefined)

test('an execution has its input, its output and its times', async () => {
  const { startDate, executionArn: arn } = await start({ name: 'a', input: '{"id":"c-1"}' })
  expect(arn).toBe(executionArn('a'))
  const execution = await ended('a')
  expect(execution).toMatchObject({ name: 'a', stateMachineArn, status: 'SUCCEEDED', startDate, input: '{"id":"c-1"}' })
  expect(execution.output).toBe('{"got":{"id":"c-1"}}')
  expect(execution.stopDate?.getTime()).toBeGreaterThanOrEqual(startDate?.getTime() ?? NaN)
  expect(metrics.map(({ name }) => name)).toEqual(['ExecutionsStarted', 'ExecutionsSucceeded'])
})

test('the same name and input find the running execution; another input does not', async () => {
  task = never
  const first = await start({ name: 'a', input: '{"id":"c-1"}' })
  const { executionArn, startDate } = await start({ name: 'a', input: '{"id":"c-1"}' })
  expect({ executionArn, startDate }).toEqual({ executionArn: first.executionArn, startDate: first.startDate })
  await expect(start({ name: 'a', input: '{"id":"c-2"}' })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  expect(service.executions(10)).toHaveLength(1)
})

test('the name of an execution that has ended is taken, whatever the input, for 90 days', async () => {
  await start({ name: 'a', input: '{}' })
  const { stopDate } = await ended('a')
  await expect(start({ name: 'a', input: '{}' })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  const days = (count: number) => (stopDate?.getTime() ?? NaN) + count * 24 * 3600 * 1000
  vi.useFakeTimers({ toFake: ['Date'], now: days(90) })
  try {
    await expect(start({ name: 'a', input: '{}' })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
    vi.setSystemTime(days(90) + 1)
    await expect(describe('a')).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' })
    await start({ name: 'a', input: '{}' })
  } finally {
    vi.useRealTimers()
  }
})

test.each<[string, Partial<StartExecutionCommandInput>]>([
  ['InvalidName', { name: 'a b' }],
  ['InvalidName', { name: 'a:b' }],
  ['InvalidName', { name: 'x'.repeat(81) }],
  ['InvalidExecutionInput', { input: '{"id":' }],
  ['InvalidExecutionInput', { input: JSON.stringify('x'.repeat(262_144)) }],
  ['StateMachineDoesNotExist', { stateMachineArn: `${stateMachineArn}2` }],
])('%s: %j starts nothing', async (name, input) => {
  await expect(start(input)).rejects.toMatchObject({ name })
  expect(service.executions(10)).toHaveLength(0)
})

test('an execution without a name gets one; unknown and wrong ARNs are told apart', async () => {
  const { executionArn } = await start({})
  await ended(executionArn?.split(':').at(-1) ?? '')
  await expect(describe('unknown')).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' })
  await expect(client.send(new DescribeExecutionCommand({ executionArn: 'a' }))).rejects.toMatchObject({
    name: 'InvalidArn',
  })
})

test('an error of the task is the reason of the failure, and counts in the metric', async () => {
  task = () => Promise.reject(new RangeError('too far'))
  await start({ name: 'a' })
  expect(await ended('a')).toMatchObject({
    status: 'FAILED',
    error: 'RangeError',
    cause: '{"errorType":"RangeError","errorMessage":"too far"}',
  })
  expect(metrics.at(-1)).toMatchObject({ name: 'ExecutionsFailed', dimensions: { StateMachineArn: stateMachineArn } })
})

test('an execution that takes too long has timed out', async () => {
  await service.close()
  await open({ ...definition, TimeoutSeconds: 1 })
  task = never
  await start({ name: 'a' })
  await vi.waitFor(async () => expect((await describe('a')).status).toBe('TIMED_OUT'), { timeout: 3000 })
  expect(metrics.at(-1)?.name).toBe('ExecutionsTimedOut')
})

test('executions are history after a restart, and one that was running has failed', async () => {
  await start({ name: 'a', input: '{"id":"c-1"}' })
  const a = await ended('a')
  task = never
  await start({ name: 'b' })
  await vi.waitFor(() => expect(service.executions(1)[0]?.path).toEqual(['Task']))

  await reopen()
  const { $metadata: _then, ...was } = a
  const { $metadata: _now, ...is } = await describe('a')
  expect(is).toEqual(was)
  expect(await describe('b')).toMatchObject({ status: 'FAILED', error: 'LocalCloud.Stopped' })
  expect(metrics.map(({ name, execution }) => [name, execution.name])).toEqual([['ExecutionsFailed', 'b']])
  expect(service.executions(10).map(({ name, path }) => [name, path])).toEqual([
    ['b', ['Task']],
    ['a', ['Task']],
  ])

  await reopen()
  expect(metrics).toEqual([])
})

test('a journal whose last line was cut off by a kill is read up to there', async () => {
  await start({ name: 'a' })
  await ended('a')
  await service.close()
  await truncate(file, JSON.stringify({ name: 'a', input: '{}', startedAt: Date.now(), path: [] }).length + 10)
  await open()
  expect(await describe('a')).toMatchObject({ status: 'FAILED', error: 'LocalCloud.Stopped' })
})
