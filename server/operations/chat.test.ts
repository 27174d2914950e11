// The assistant: conversations, answers and failures of the model.
import { once } from 'node:events'
import { createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import bedrockTools from '../../generated/agents/bedrock-tools.json' with { type: 'json' }
import { awsSettings } from '../aws/settings.ts'
import { createApp } from '../app.ts'
import { createAssistant } from '../services/assistant.ts'
import { systemPrompt } from '../assistant/prompt.ts'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

const aws = () => awsSettings(process.env)

const turn = (role: 'user' | 'assistant', content = 'text') => ({ role, content })
const conversation = (length: number) => Array.from({ length }, (_, n) => turn(n % 2 === 0 ? 'user' : 'assistant'))

const ask = (door: FrontDoor, body: object) =>
  door.send('POST', '/chat', json(body, { authorization: `Bearer ${door.idToken()}` }))

async function through<T>(environment: Record<string, string>, act: (door: FrontDoor) => Promise<T>): Promise<T> {
  const door = await openFrontDoor(environment)
  return act(door).finally(door.close)
}

test('the emulator names itself, and says what it would do', () =>
  through({}, async (door) => {
    const answer = bodyOf(await ask(door, { message: 'How do I create a case?' }))
    expect(answer).toMatchObject({ stopReason: 'end_turn', usage: { totalTokens: expect.any(Number) as number } })
    expect(answer.reply).toMatch(/emulator.*createCase/)
    const later = bodyOf(await ask(door, { message: 'And an event?', history: conversation(2) }))
    expect(later.reply).toMatch(/2 earlier turns/)
  }))

test('a history alternates, begins with the user and ends with the assistant', () =>
  through({}, async (door) => {
    for (const length of [0, 2, 40]) {
      expect((await ask(door, { message: 'Hello', history: conversation(length) })).status).toBe(200)
    }
    const wrong = [
      { history: [turn('assistant')], pointer: '/history/0/role' },
      { history: [turn('assistant'), turn('user')], pointer: '/history/0/role' },
      { history: [turn('user'), turn('user')], pointer: '/history/1/role' },
      { history: [...conversation(4), turn('assistant')], pointer: '/history/4/role' },
      { history: conversation(3), pointer: '/history' },
      { history: conversation(42), pointer: '/history' },
      { history: [turn('user', ' \n\t'), turn('assistant')], pointer: '/history/0/content' },
      { history: [turn('user', ''), turn('assistant')], pointer: '/history/0/content' },
    ]
    for (const { history, pointer } of wrong) {
      expect(bodyOf(await ask(door, { message: 'Hello', history }))).toMatchObject({
        status: 400,
        errors: [{ pointer }],
      })
    }
  }))

test('a message has 1 to 8,000 characters, not white space alone', () =>
  through({}, async (door) => {
    for (const message of ['?', 'x'.repeat(8000), '🎈'.repeat(8000), ' a ']) {
      expect((await ask(door, { message })).status, message.slice(0, 9)).toBe(200)
    }
    for (const message of ['', ' ', '\n\t\u00a0\u3000', 'x'.repeat(8001)]) {
      expect((await ask(door, { message })).status, message.slice(0, 9)).toBe(400)
    }
  }))

test('message and history have together at most 32,000 characters, however many turns', () =>
  through({}, async (door) => {
    /** Turns of these lengths, the user first. */
    const turns = (lengths: number[], character = 'x') =>
      lengths.map((length, n) => turn(n % 2 === 0 ? 'user' : 'assistant', character.repeat(length)))
    const forty = (last: number) => [...Array.from({ length: 39 }, () => 800), last]
    const accepted = [
      { message: 'x'.repeat(8000), history: turns([8000, 8000, 4000, 4000]) },
      { message: 'x', history: turns(forty(799)) },
      { message: '🎈'.repeat(8000), history: turns([8000, 8000, 4000, 4000], '🎈') },
    ]
    for (const body of accepted) expect((await ask(door, body)).status).toBe(200)
    const refused = [
      { message: 'x'.repeat(8000), history: turns([8000, 8000, 4000, 4001]) },
      { message: 'x', history: turns(forty(800)) },
      // The history alone has more.
      { message: 'x', history: turns([8000, 8000, 8000, 8000]) },
      { message: 'x', history: turns([8000, 8000, 8000, 8000, 8000, 8000]) },
      { message: '🎈'.repeat(8000), history: turns([8000, 8000, 4000, 4001], '🎈') },
    ]
    for (const body of refused) {
      const answer = bodyOf(await ask(door, body))
      expect(answer).toMatchObject({ status: 400, type: '/docs/problems/invalid-request' })
      expect(answer.errors).toEqual([
        { pointer: '/history', detail: expect.stringMatching(/^has \d+ characters .* 32000 are accepted$/) as string },
      ])
    }
  }))

test('an answer that is cut off at the limit of tokens says so', () =>
  through({ BEDROCK_MAX_TOKENS: '3' }, async (door) => {
    const answer = bodyOf(await ask(door, { message: 'Hello' }))
    expect(answer).toMatchObject({ stopReason: 'max_tokens', usage: { outputTokens: 3 } })
  }))

test.each([
  ['local.throttle', 429, 'too-many-requests'],
  ['local.fail', 502, 'bad-gateway'],
  ['local.model-error', 502, 'bad-gateway'],
  ['local.denied', 502, 'bad-gateway'],
  ['local.unavailable', 502, 'bad-gateway'],
  ['local.timeout', 504, 'gateway-timeout'],
])('the model %s is a %i', (model, status, slug) =>
  through({ BEDROCK_MODEL_ID: model }, async (door) => {
    const response = await ask(door, { message: 'Hello' })
    expect(bodyOf(response)).toMatchObject({ status, type: `/docs/problems/${slug}` })
    expect(response.headers['Retry-After']).toBe(status === 429 ? '5' : undefined)
    // Only the log has Bedrock's words about the account and the model.
    expect(response.body).not.toMatch(/Exception|access|local\./)
  }),
)

test.each(['local.fail', 'local.timeout'])('no version of the function is to blame for the model %s', async (model) => {
  const patience = { region: undefined, maxTokens: 100, temperature: 0 }
  await through({ BEDROCK_MODEL_ID: model }, async () => {
    const failed = createAssistant({ modelId: model, aws, ...patience }).converse({
      system: 'Answer.',
      messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
    })
    await expect(failed).rejects.toMatchObject({ isElsewhere: true })
  })
})

test('a service that cannot be reached is a 502', () =>
  through({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://127.0.0.1:9' }, async (door) => {
    expect((await ask(door, { message: 'Hello' })).status).toBe(502)
  }))

test('a model that does not answer is given up in time, with a 504', () =>
  through({}, async (door) => {
    const patience = { region: undefined, maxTokens: 100, temperature: 0, timeout: 200 }
    const slow = createApp({
      ...door.dependencies,
      assistant: createAssistant({ modelId: 'local.slow', aws, ...patience }),
    })
    const request = json({ message: 'Hello' }, { authorization: `Bearer ${door.idToken()}` })
    const started = performance.now()
    const response = await slow({ method: 'POST', path: '/chat', query: {}, requestId: 'r', ...request })
    expect(response.status).toBe(504)
    expect(performance.now() - started).toBeGreaterThanOrEqual(190)
    expect(performance.now() - started).toBeLessThan(5000)
  }))

/** A fake Bedrock with one answer. It records the requests. */
async function answering(answer: object) {
  const asked: { path: string; body: Record<string, unknown> }[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ path: request.url, body: JSON.parse(body) as Record<string, unknown> })
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const usage = { inputTokens: 5, outputTokens: 3, totalTokens: 8 }
const saying = (...content: object[]) => ({
  output: { message: { role: 'assistant', content } },
  stopReason: 'end_turn',
  usage,
  metrics: { latencyMs: 1 },
})

test.each<[string, object, object]>([
  ['one text', saying({ text: 'Yes.' }), { reply: 'Yes.', calls: [], proposals: [], stopReason: 'end_turn', usage }],
  ['several texts', saying({ text: 'Yes' }, { text: ', sure.' }), { reply: 'Yes, sure.' }],
  [
    'reasoning first',
    saying({ reasoningContent: { reasoningText: { text: 'Hm' } } }, { text: 'No.' }),
    { reply: 'No.' },
  ],
  ['nothing', saying(), { reply: '', stopReason: 'end_turn' }],
  ['a new stop reason', { ...saying({ text: 'a' }), stopReason: 'bored' }, { reply: 'a', stopReason: 'bored' }],
  ['no message', { ...saying(), output: {} }, { status: 502 }],
  ['no usage', { ...saying({ text: 'a' }), usage: undefined }, { status: 502 }],
])('a model that answers with %s', async (_what, answer, expected) => {
  const bedrock = await answering(answer)
  await through({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url }, async (door) => {
    expect(bodyOf(await ask(door, { message: 'Hello' }))).toMatchObject(expected)
  })
  bedrock.close()
})

test('the model is asked with the prompt, the conversation and the limits of the environment', async () => {
  const bedrock = await answering(saying({ text: 'Yes.' }))
  const environment = { BEDROCK_MODEL_ID: 'eu.maker.model-v1:0', BEDROCK_MAX_TOKENS: '77', BEDROCK_TEMPERATURE: '0.7' }
  await through({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url, ...environment }, async (door) => {
    await ask(door, { message: 'Third', history: [turn('user', 'First'), turn('assistant', 'Second')] })
  })
  bedrock.close()
  const message = (role: string, words: string) => ({ role, content: [{ text: words }] })
  expect(bedrock.asked).toEqual([
    {
      path: '/model/eu.maker.model-v1%3A0/converse',
      body: {
        system: [{ text: systemPrompt }],
        messages: [message('user', 'First'), message('assistant', 'Second'), message('user', 'Third')],
        toolConfig: bedrockTools,
        inferenceConfig: { maxTokens: 77, temperature: 0.7 },
      },
    },
  ])
})

test('the prompt gives the model no secret', () => {
  expect(systemPrompt).not.toMatch(/arn:|https?:|\b[A-Z0-9]{16,}\b|password|secret|token|\d{12}/i)
})
