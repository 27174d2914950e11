// The Bedrock emulator, asked by the AWS client that production uses.
import { connect } from 'node:http2'
import { text } from 'node:stream/consumers'
import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { title } from '../../../generated/names.ts'
import { operations } from '../../../server/operations/index.ts'
import { startBedrock } from './index.ts'
import { namedIn } from './models/advice.ts'
import { stemsOf, topics } from './topics.ts'

const modelId = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0'
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

let bedrock: Awaited<ReturnType<typeof startBedrock>>
let client: BedrockRuntimeClient

beforeAll(async () => {
  bedrock = await startBedrock()
  // The endpoint comes from the environment, as in the local cloud. Production code sets no such option.
  process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME = bedrock.url
  client = new BedrockRuntimeClient({ region: 'us-east-1', credentials, maxAttempts: 1 })
})
afterAll(async () => {
  delete process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME
  client.destroy()
  await bedrock.close()
})

const send = (input: Partial<ConverseCommandInput>, abortSignal?: AbortSignal) =>
  client.send(new ConverseCommand({ modelId, ...input }), abortSignal ? { abortSignal } : {})

/** Texts of the user and of the assistant, alternating. */
const conversation = (...texts: string[]): NonNullable<ConverseCommandInput['messages']> =>
  texts.map((said, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content: [{ text: said }] }))

const ask = async (...texts: string[]) => {
  const { output } = await send({ messages: conversation(...texts) })
  return output?.message?.content?.[0]?.text
}

/** A request that the AWS client would not send. */
const post = async (path: string, body: string) => {
  const session = connect(bedrock.url)
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/json' })
  const status = new Promise((resolve) => stream.once('response', (headers) => resolve(headers[':status'])))
  stream.end(body)
  const answer = { status: await status, body: await text(stream) }
  session.close()
  return answer
}

/** Questions, and the call that each answer names. Rows of operations that the contract lacks are left out. */
const rows = [
  ['Which cases are open?', 'listCases: GET /cases.'],
  ['Please open a case about a broken kiosk', 'createCase: POST /cases.'],
  ['Close case 17', 'updateCase: PUT /cases/{caseId}.'],
  ['Show me case 3fa85f64-5717-4562-b3fc-2c963f66afa6', 'getCase: GET /cases/{caseId}.'],
  ['How do I upload a photo to my case?', 'getCaseUploadUrl: GET /cases/{caseId}/upload.'],
  ['Which files does this case have?', 'listCaseFiles: GET /cases/{caseId}/files.'],
  ['What EVENTS are there?', 'listEvents: GET /events.'],
  ['Create an event for Friday', 'createEvent: POST /events.'],
  ['cancel the event', 'updateEvent: PUT /events/{eventId}.'],
  ['delete the event', 'deleteEvent: DELETE /events/{eventId}.'],
  ['details of the event, please', 'getEvent: GET /events/{eventId}.'],
  ['Show me the catalogue', 'listProducts: GET /products.'],
  ['add a product', 'createProduct: POST /products.'],
  ['set the price to 20', 'updateProduct: PUT /products/{productId}.'],
  ['remove a product', 'deleteProduct: DELETE /products/{productId}.'],
  ['What is the price of kiosk-stand-01?', 'getProduct: GET /products/{productId}.'],
  ['Is there a customer c-1?', 'getCustomer: GET /customers/{id}.'],
  ['register a customer', 'putCustomer: PUT /customers/{id}.'],
  ['delete a customer', 'deleteCustomer: DELETE /customers/{id}.'],
  ['What was ordered last week?', 'listOrders: GET /orders.'],
].filter(([, call]) => Object.hasOwn(operations, call?.split(':')[0] ?? ''))

describe('an answer', () => {
  test('has the form of the service', async () => {
    const messages = conversation('Which cases are open?')
    const { output, stopReason, usage, metrics } = await send({ messages, system: [{ text: 'Be brief.' }] })
    expect(output?.message?.role).toBe('assistant')
    expect(output?.message?.content).toHaveLength(1)
    expect(stopReason).toBe('end_turn')
    expect(usage?.inputTokens).toBe(6)
    expect(usage?.outputTokens).toBe(output?.message?.content?.[0]?.text?.split(' ').length)
    expect(usage?.totalTokens).toBe((usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0))
    expect(metrics?.latencyMs).toBeTypeOf('number')
  })

  test('names the emulator and is the same every time', async () => {
    const first = await ask('Which cases are open?')
    expect(first).toMatch(/^This is Frontdesk's local emulator of Amazon Bedrock/)
    expect(await ask('Which cases are open?')).toBe(first)
  })

  test.each(rows)('to "%s" names %s', async (question, call) => {
    expect(await ask(question)).toContain(`I would call ${call}`)
  })

  test.each([
    ['what was ordered last week', 'orders'],
    ['list the orders', 'orders'],
    ['show me the work orders', 'work-orders'],
    ['what work is there', 'work-orders'],
    ['how is the weather', undefined],
  ])('to "%s" is about %s, where names share a word', (question, name) => {
    const two = ['work-orders', 'orders'].map((one) => ({ name: one, names: new Set(stemsOf(one)) }))
    expect(namedIn(stemsOf(question), two)?.name).toBe(name)
  })

  test('to anything else says what can be asked', async () => {
    const said = await ask('How is the weather?')
    const names = topics.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(1)
    expect(said).toContain(`You can ask about ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''},`)
    expect(said).not.toContain('I would call')
  })

  test('takes the history into account', async () => {
    expect(await ask('Hello')).not.toContain('earlier')
    const said = await ask('Is there a customer c-1?', 'I would call getCustomer.', 'And how do I delete one?')
    expect(said).toContain('I would call deleteCustomer')
    expect(said).toContain('I have seen 2 earlier turns')
    expect(await ask('Is there a customer c-1?', 'I would call getCustomer.', 'Thank you')).not.toContain(
      'I would call',
    )
  })

  test('is cut at maxTokens', async () => {
    const messages = conversation('Which cases are open?')
    const cut = await send({ messages, inferenceConfig: { maxTokens: 4 } })
    expect(cut.output?.message?.content).toEqual([
      { text: `This is ${title}'s local`.split(' ').slice(0, 4).join(' ') },
    ])
    expect(cut.stopReason).toBe('max_tokens')
    expect(cut.usage).toMatchObject({ inputTokens: 4, outputTokens: 4, totalTokens: 8 })
    const whole = await send({ messages, inferenceConfig: { maxTokens: 400 } })
    expect(whole.stopReason).toBe('end_turn')
  })
})

describe('a request is refused by ValidationException', () => {
  const user = { role: 'user' as const, content: [{ text: 'Hello' }] }
  const assistant = { role: 'assistant' as const, content: [{ text: 'Hello' }] }

  test.each<[string, Partial<ConverseCommandInput>, RegExp]>([
    ['without a message', { messages: [] }, /must start with a user message/],
    ['that begins with the assistant', { messages: [assistant, user] }, /must start with a user message/],
    ['with two user messages in a row', { messages: [user, user] }, /must alternate/],
    ['that ends with the assistant', { messages: [user, assistant] }, /must end with a user message/],
    ['with no content', { messages: [{ role: 'user', content: [] }] }, /at messages\.0 is empty/],
    [
      'with blank text',
      { messages: [{ role: 'user', content: [{ text: ' \n' }] }] },
      /messages\.0\.content\.0 is blank/,
    ],
    ['with a blank system text', { messages: [user], system: [{ text: '' }] }, /system\.0 is blank/],
    ['with no room for an answer', { messages: [user], inferenceConfig: { maxTokens: 0 } }, /maxTokens/],
    ['that is too hot', { messages: [user], inferenceConfig: { temperature: 1.1 } }, /temperature/],
    ['with a wrong topP', { messages: [user], inferenceConfig: { topP: -0.1 } }, /topP/],
  ])('%s', async (_, input, message) => {
    const refused = { name: 'ValidationException', $metadata: { httpStatusCode: 400 } }
    const error: unknown = await send(input).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ ...refused, message: expect.stringMatching(message) as string })
  })

  test.each([
    '',
    '{"messages":',
    '[]',
    '{}',
    '{"messages":{}}',
    '{"messages":[null]}',
    '{"messages":[{"role":"system","content":[{"text":"x"}]}]}',
    '{"messages":[{"role":"user","content":"Hello"}]}',
    '{"messages":[{"role":"user","content":[{"text":1}]}]}',
    '{"messages":[{"role":"user","content":["Hello"]}]}',
    '{"messages":[{"role":"user","content":[{"text":"x","image":{}}]}]}',
    '{"messages":[{"role":"user","content":[{"text":"x"}]}],"system":"x"}',
    '{"messages":[{"role":"user","content":[{"text":"x"}]}],"inferenceConfig":[]}',
    '{"messages":[{"role":"user","content":[{"text":"x"}]}],"inferenceConfig":{"maxTokens":1.5}}',
  ])('%s', async (body) => {
    expect((await post('/model/any/converse', body)).status).toBe(400)
  })

  test('with a model id that cannot be decoded', async () => {
    expect((await post('/model/%zz/converse', '{}')).body).toContain('model identifier is invalid')
  })

  test.each(['/model/any/invoke', '/model/any/converse-streams', '/'])('but %s is not found', async (path) => {
    expect((await post(path, '{}')).status).toBe(404)
  })
})

describe('a failing model', () => {
  const messages = conversation('Hello')

  test.each([
    ['local.denied', 'AccessDeniedException', 403],
    ['local.fail', 'InternalServerException', 500],
    ['local.model-error', 'ModelErrorException', 424],
    ['local.throttle', 'ThrottlingException', 429],
    ['local.timeout', 'ModelTimeoutException', 408],
    ['local.unavailable', 'ServiceUnavailableException', 503],
  ])('%s throws %s', async (failing, name, httpStatusCode) => {
    await expect(send({ messages, modelId: failing })).rejects.toMatchObject({ name, $metadata: { httpStatusCode } })
  })

  test('local.slow leaves the client waiting until it gives up, and others are still answered', async () => {
    const slow = send({ messages, modelId: 'local.slow' }, AbortSignal.timeout(100))
    expect(await ask('Hello')).toContain('emulator')
    await expect(slow).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('local.slow does not hold up closing', async () => {
    const other = await startBedrock()
    const waiting = new BedrockRuntimeClient({ region: 'us-east-1', credentials, endpoint: other.url, maxAttempts: 1 })
    const slow = waiting.send(new ConverseCommand({ messages, modelId: 'local.slow' })).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await other.close()
    expect(await slow).toBeInstanceOf(Error)
    await other.close()
    waiting.destroy()
  })
})

test('a client that goes away in the middle of its request does not end the service', async () => {
  const session = connect(bedrock.url)
  const stream = session.request({ ':method': 'POST', ':path': '/model/any/converse' })
  stream.on('error', () => undefined)
  stream.write('{"messages":')
  await new Promise((resolve) => setTimeout(resolve, 50))
  session.destroy()
  expect(await ask('Hello')).toContain('emulator')
})

test('a port that is taken is an error', async () => {
  await expect(startBedrock({ port: Number(new URL(bedrock.url).port) })).rejects.toThrow(/EADDRINUSE/)
})
