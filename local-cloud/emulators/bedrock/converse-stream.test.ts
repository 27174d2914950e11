// ConverseStream of the emulator, read by the AWS client that production uses.
import { BedrockRuntimeClient, ConverseStreamCommand, type ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import bedrockTools from '../../../generated/agents/bedrock-tools.json' with { type: 'json' }
import { readStream } from '../../../server/services/converse-stream.ts'
import { startBedrock } from './index.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
let bedrock: Awaited<ReturnType<typeof startBedrock>>
let client: BedrockRuntimeClient
beforeAll(async () => {
  bedrock = await startBedrock()
  client = new BedrockRuntimeClient({ region: 'us-east-1', credentials, endpoint: bedrock.url, maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await bedrock.close()
})

// Safe cast: the file is made for Converse.
const toolConfig = bedrockTools as never

const open = async (text: string, modelId: string, options: { tools?: boolean; signal?: AbortSignal } = {}) => {
  const { tools = false, signal } = options
  const messages = [{ role: 'user' as const, content: [{ text }] }]
  const command = new ConverseStreamCommand({ modelId, messages, ...(tools && { toolConfig }) })
  const { stream } = await client.send(command, signal ? { abortSignal: signal } : {})
  if (!stream) throw new Error('There is no stream.')
  return stream
}

const kindsOf = (parts: ConverseStreamOutput[]) =>
  parts.map((part) => Object.keys(part)[0]).filter((kind, at, all) => kind !== all[at - 1])

test('a text comes word by word, in the order of the service', async () => {
  const parts: ConverseStreamOutput[] = []
  for await (const part of await open('Hello', 'local.emulator')) parts.push(part)
  expect(kindsOf(parts)).toEqual(['messageStart', 'contentBlockDelta', 'contentBlockStop', 'messageStop', 'metadata'])
  const words = parts.flatMap(({ contentBlockDelta }) => contentBlockDelta?.delta?.text ?? [])
  expect(words.length).toBeGreaterThan(10)
  expect(words.join('')).toMatch(/^This is Frontdesk's local emulator/)
  expect(parts.at(-2)?.messageStop?.stopReason).toBe('end_turn')
  expect(parts.at(-1)?.metadata?.usage?.totalTokens).toBeGreaterThan(0)
})

test('the arguments of a call come in pieces of JSON', async () => {
  const parts = (await open('How many open cases are there?', 'local.emulator', { tools: true }))[
    Symbol.asyncIterator
  ]()
  const pieces: string[] = []
  const read = readStream(() => parts.next())
  let next = await read.next()
  while (!next.done) {
    pieces.push(next.value)
    next = await read.next()
  }
  expect(pieces).toEqual([])
  expect(next.value).toMatchObject({
    content: [{ toolUse: { name: 'listCases', input: { status: 'open', limit: 25 } } }],
    stopReason: 'tool_use',
  })
})

test('local.breaks fails in the middle', async () => {
  let words = 0
  const read = async () => {
    for await (const { contentBlockDelta } of await open('Hello', 'local.breaks')) if (contentBlockDelta) words += 1
  }
  await expect(read()).rejects.toMatchObject({ name: 'ModelStreamErrorException' })
  expect(words).toBeGreaterThan(0)
})

test('a request that is refused, and a model that fails, are exceptions before the stream', async () => {
  await expect(open(' ', 'local.emulator')).rejects.toMatchObject({ name: 'ValidationException' })
  await expect(open('Hello', 'local.throttle')).rejects.toMatchObject({ name: 'ThrottlingException' })
})

test('local.slow-writer writes slowly, and stops when its reader leaves', async () => {
  const left = new AbortController()
  const seen: string[] = []
  const read = async () => {
    for await (const { contentBlockDelta } of await open('Hello', 'local.slow-writer', { signal: left.signal })) {
      seen.push(contentBlockDelta?.delta?.text ?? '')
      if (seen.length === 3) left.abort()
    }
  }
  await read().catch(() => undefined)
  expect(seen).toHaveLength(3)
  // The emulator still answers others.
  expect((await open('Hello', 'local.emulator'))[Symbol.asyncIterator]).toBeDefined()
})
