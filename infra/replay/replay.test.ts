// Dead letters are replayed against the emulators: the queue, the workflow, and a function that counts its invocations.
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { detailType } from '../../generated/events/customer-created.ts'
import { startAccount } from '../../local-cloud/emulators/account/index.ts'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { workOf } from './letters.ts'
import { replay, type Replay } from './replay.ts'

const stateMachine = 'arn:aws:states:us-east-1:000000000000:stateMachine:m'
const guard = 'arn:aws:lambda:us-east-1:000000000000:function:guard'
const event = (type: string, detail: object) => JSON.stringify({ 'detail-type': type, source: 's', detail })
const created = (id: string) => event(detailType, { id })

let started: { name: string; input: string }[]
let invoked: string[]
let refuses: RegExp
/** Step Functions (AWS JSON 1.0) and Lambda (REST) in one. An execution's name can be taken once. */
const services = createServer((request, response) => {
  void text(request).then((body) => {
    if (request.headers['x-amz-target'] === undefined) {
      invoked.push(body)
      response.writeHead(202).end()
      return
    }
    const { name, input } = JSON.parse(body) as { name: string; input: string }
    const type = refuses.test(input)
      ? 'InvalidExecutionInput'
      : started.some((other) => other.name === name)
        ? 'ExecutionAlreadyExists'
        : undefined
    if (!type) started.push({ name, input })
    response
      .writeHead(type ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' })
      .end(JSON.stringify(type ? { __type: type, message: type } : { executionArn: 'a', startDate: 1 }))
  })
})

let account: Awaited<ReturnType<typeof startAccount>>
let clients: Replay['clients']
let lines: string[]
beforeAll(async () => {
  const endpoint = await listen(services)
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const where = { region: 'us-east-1', credentials, maxAttempts: 1 }
  clients = {
    sqs: new SQSClient(where),
    sfn: new SFNClient({ ...where, endpoint }),
    lambda: new LambdaClient({ ...where, endpoint }),
  }
})
afterAll(() => stopNow(services))
beforeEach(async () => {
  ;[started, invoked, lines, refuses] = [[], [], [], /^$/]
  await openQueue()
  return () => account.close()
})

const openQueue = async () => {
  account = await startAccount({ plans: [] })
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  clients.sqs = new SQSClient({ endpoint: account.url, region: 'us-east-1', credentials })
}
const queueUrl = () => `${account.url}/000000000000/dead-letters`
const send = async (body: string, target?: string) => {
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue })
  const MessageAttributes = target && { TARGET_ARN: attribute(target), ERROR_CODE: attribute('THROTTLED') }
  const { MessageId = '' } = await clients.sqs.send(
    new SendMessageCommand({
      QueueUrl: queueUrl(),
      MessageBody: body,
      ...(MessageAttributes && { MessageAttributes }),
    }),
  )
  return MessageId
}
const run = (options: Partial<Replay> = {}) =>
  replay({ clients, queueUrl: queueUrl(), say: (line) => lines.push(line), ...options })

test('each letter starts its work, and is removed', async () => {
  for (let n = 0; n < 23; n++) await send(created(`c-${n}`), stateMachine)
  await send(event('Object Created', { object: { key: 'k' } }), guard)
  expect(await run()).toEqual({ replayed: 24, dropped: 0, kept: 0, failed: 0 })
  expect(started).toHaveLength(23)
  // As the rule writes it.
  expect(JSON.parse(started[0]?.input ?? '')).toEqual({ id: 'c-0', trigger: 'customer_created' })
  expect(invoked).toEqual([event('Object Created', { object: { key: 'k' } })])
  expect(await run()).toEqual({ replayed: 0, dropped: 0, kept: 0, failed: 0 })
})

test('an input that was sent already transformed is sent as it is', async () => {
  await send('{"id":"c-1","trigger":"customer_created"}', stateMachine)
  await run()
  expect(started.map(({ input }) => input)).toEqual(['{"id":"c-1","trigger":"customer_created"}'])
})

test('a letter whose removal was lost starts nothing twice', async () => {
  const id = await send(created('c-1'), stateMachine)
  started.push({ name: `replay-${id}`, input: '' })
  expect(await run()).toMatchObject({ replayed: 1 })
  expect(started).toHaveLength(1)
})

test('what fails stays, and does not keep the others from their work', async () => {
  refuses = /poison/
  await send(created('poison'), stateMachine)
  await send(created('c-2'), stateMachine)
  expect(await run()).toEqual({ replayed: 1, dropped: 0, kept: 0, failed: 1 })
  expect(lines.join('\n')).toMatch(/failed and stays: InvalidExecutionInput/)
})

test('the clock is not repeated, and what nobody can start is kept with a reason', async () => {
  await send('{"id":"scheduled-check"}', stateMachine)
  await send('{"DDBStreamBatchInfo":{"shardId":"s-1","startSequenceNumber":"10","endSequenceNumber":"12"}}')
  await send('no json', stateMachine)
  await send(created('c'), 'arn:aws:sns:us-east-1:000000000000:topic')
  expect(await run()).toEqual({ replayed: 0, dropped: 1, kept: 3, failed: 0 })
  expect(lines.join('\n')).toMatch(/shard s-1, 10 to 12[^]*no JSON object[^]*Nobody knows how to start/)
  expect(started).toEqual([])
})

test('a list changes nothing, and one letter can be replayed or removed alone', async () => {
  const [first, second] = [await send(created('c-1'), stateMachine), await send(created('c-2'), stateMachine)]
  expect(await run({ only: first })).toMatchObject({ replayed: 1 })
  expect(started.map(({ name }) => name)).toEqual([`replay-${first}`])
  await account.close()
  await openQueue()
  const third = await send(created('c-3'), stateMachine)
  expect(await run({ listOnly: true })).toEqual({ replayed: 0, dropped: 0, kept: 1, failed: 0 })
  expect(lines.at(-1)).toBe(`${third}  starts the workflow with {"id":"c-3","trigger":"customer_created"}  (THROTTLED)`)
  await expect(run({ only: second })).rejects.toThrow(`There is no letter ${second}`)
  const fourth = await send(created('c-4'), stateMachine)
  expect(await run({ only: fourth, drop: true })).toMatchObject({ dropped: 1 })
  expect(lines.at(-1)).toContain(created('c-4'))
})

test('an event without an id is kept', () => {
  const attributes = { TARGET_ARN: stateMachine }
  expect(workOf({ id: '1', body: event(detailType, {}), attributes })).toMatchObject({ do: 'keep' })
})
