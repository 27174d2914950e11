// The assistant's answers: what it looks up, what it proposes, whose rights it has, and where it stops.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ContentBlock } from '../services/assistant.ts'
import { bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { limits } from './limits.ts'
import { emulated } from '../../testing/emulated-model.ts'
import { recording } from '../../testing/recorded-log.ts'
import { resultsIn, say, scripted, use, type Script } from '../../testing/scripted-model.ts'

type Reply = {
  status?: number
  reply: string
  calls: { operationId: string; arguments: Record<string, unknown>; status: number }[]
  proposals: { operationId: string; arguments: Record<string, unknown>; summary: string }[]
  stopReason: string
  usage: { inputTokens: number; outputTokens: number; totalTokens: number }
}

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())
beforeEach(() => door.restart())

const ask = async (message: string, token = door.idToken()): Promise<Reply> => {
  const response = await door.send('POST', '/chat', json({ message }, { authorization: `Bearer ${token}` }))
  return bodyOf(response) as unknown as Reply
}

/** Answers by this script instead of the emulator. */
const withModel = (script: Script, milliseconds?: number) => {
  const model = scripted(script, milliseconds)
  door.restart({ replace: { assistant: model.assistant } })
  return model
}

const authorized = (body: object) => json(body, { authorization: `Bearer ${door.idToken()}` })
const event = { description: 'x', date: '2027-05-08', location: 'Hall', capacity: 10, organizer: 'Ann' }
const createEvent = async (title: string): Promise<string> =>
  String(bodyOf(await door.send('POST', '/events', authorized({ ...event, title }))).eventId)
const createCase = (description: string) => door.send('POST', '/cases', authorized({ description }))
const eventsNow = async () => (await door.send('GET', '/events?limit=100')).body

test('questions about the data are answered from it, over several pages, and the calls are named', async () => {
  for (let number = 1; number <= 27; number += 1) await createCase(`Case ${number}`)
  const counted = await ask('how many open cases are there?')
  expect(counted.reply).toContain('There are 27 open cases.')
  expect(counted.calls).toMatchObject([
    { operationId: 'listCases', arguments: { status: 'open', limit: 25 }, status: 200 },
    { operationId: 'listCases', arguments: { status: 'open', cursor: expect.any(String) as string }, status: 200 },
  ])
  expect(counted.proposals).toEqual([])
  await createEvent('Open day')
  const listed = await ask('which events are scheduled?')
  expect(listed.reply).toContain('There is 1 scheduled event. Open day (2027-05-08).')
  expect(listed.calls).toMatchObject([{ operationId: 'listEvents', arguments: { status: 'scheduled' }, status: 200 }])
})

test('changes are proposed, with the name of their item, and nothing is changed', async () => {
  await createEvent('Concert')
  const before = await eventsNow()
  const asked = await ask('delete all events')
  expect(asked.proposals.length).toBeGreaterThan(1)
  expect(asked.proposals).toContainEqual({
    operationId: 'deleteEvent',
    arguments: { eventId: expect.any(String) as string },
    summary: 'Delete an event: Concert, 2027-05-08',
  })
  expect((await ask('cancel the event Concert')).proposals).toMatchObject([
    { operationId: 'updateEvent', summary: 'Update an event: Concert, 2027-05-08, status: cancelled' },
  ])
  expect((await ask('please open a case about a broken kiosk')).proposals).toMatchObject([
    { operationId: 'createCase', arguments: { description: 'a broken kiosk' } },
  ])
  expect(await eventsNow()).toBe(before)
})

test('a proposal fits the contract: the model is told what does not', async () => {
  const eventId = await createEvent('Fair')
  const model = withModel((_conversation, round) => {
    if (round > 1) return [say('Done.')]
    return [
      use('updateEvent', { eventId, capacity: 'many' }),
      use('updateEvent', { eventId: 'no id', capacity: 5 }),
      use('updateEvent', { eventId, colour: 'red' }),
      use('updateEvent', { eventId }),
      use('updateEvent', { capacity: 5 }),
      use('deleteEvent', { eventId, ifMatch: '*' }),
      use('createEvent', { title: 'x' }),
      use('updateEvent', { eventId, capacity: 5 }),
      use('updateEvent', { eventId, capacity: 5 }),
    ]
  })
  const { proposals, calls } = await ask('Change it')
  expect(proposals).toEqual([
    {
      operationId: 'updateEvent',
      arguments: { eventId, capacity: 5 },
      summary: `Update an event: ${eventId}, capacity: 5`,
    },
  ])
  expect(calls).toEqual([])
  const told = resultsIn(model.asked[1] ?? { system: '', messages: [] }).map(({ error }) => String(error))
  expect(told.slice(0, 7)).toEqual([
    expect.stringContaining('capacity: must be integer'),
    expect.stringMatching(/eventId: must match/),
    expect.stringContaining('colour: is unknown here'),
    expect.stringContaining('must NOT have fewer than 1 properties'),
    expect.stringContaining('eventId: is required'),
    expect.stringContaining('ifMatch: is unknown here'),
    expect.stringContaining('organizer: is required'),
  ])
  expect(told.slice(7)).toEqual(['undefined', 'undefined'])
})

test('the model has the tools of its caller, and a call beyond them is refused', async () => {
  const script: Script = (_conversation, round) =>
    round > 1 ? [say('Done.')] : [use('listCases'), use('listEvents'), use('createCase', { description: 'x' })]
  const namesOf = (model: ReturnType<typeof withModel>) =>
    (model.asked[0]?.toolConfig?.tools ?? []).map(({ toolSpec }) => toolSpec?.name)
  const signedIn = withModel(script)
  expect((await ask('?')).calls.map(({ status }) => status)).toEqual([200, 200])
  expect(namesOf(signedIn)).toEqual(expect.arrayContaining(['listCases', 'createCase']))

  const writer = withModel(script)
  const written = await ask('?', door.accessToken('frontdesk/write'))
  expect(namesOf(writer)).toEqual(expect.arrayContaining(['listEvents', 'createCase']))
  expect(namesOf(writer)).not.toContain('listCases')
  expect(written.calls.map(({ status }) => status)).toEqual([403, 200])
  expect(written.proposals).toHaveLength(1)
})

test('the log has the calls of the assistant, in the name of the caller', async () => {
  const lines: Record<string, unknown>[] = []
  const model = scripted((_conversation, round) => (round > 1 ? [say('Done.')] : [use('listCases')]))
  door.restart({ replace: { assistant: model.assistant, log: recording(lines) } })
  await ask('?')
  expect(lines).toMatchObject([{ operationId: 'listCases', client: 'assistant' }, { operationId: 'chat' }])
  expect(lines[0]?.caller).toEqual(lines[1]?.caller)
  expect(lines[0]?.requestId).toBe(lines[1]?.requestId)
})

test('every call has its result, as JSON, and the conversation keeps its order', async () => {
  const model = withModel((_conversation, round) =>
    round > 1 ? [say('Two.')] : [say('One.'), use('listEvents', { limit: 1 }), use('noSuchTool'), use('getEvent', {})],
  )
  const { reply, calls, usage } = await ask('?')
  expect(reply).toBe('One.\n\nTwo.')
  expect(usage).toEqual({ inputTokens: 20, outputTokens: 2, totalTokens: 22 })
  expect(calls.map(({ operationId, status }) => [operationId, status])).toEqual([
    ['listEvents', 200],
    ['getEvent', 400],
  ])
  const [question, spoken, results] = model.asked[1]?.messages ?? []
  expect(question).toEqual({ role: 'user', content: [{ text: '?' }] })
  const uses = (spoken?.content ?? []).flatMap(({ toolUse }) => toolUse?.toolUseId ?? [])
  expect(results?.content?.map(({ toolResult }) => toolResult?.toolUseId)).toEqual(uses)
  expect(results?.content?.map(({ toolResult }) => toolResult?.status)).toEqual(['success', 'error', 'error'])
  expect(results?.content?.every(({ toolResult }) => toolResult?.content?.every(({ json: value }) => value))).toBe(true)
})

test('an answer takes at most 5 rounds, and the reply says so', async () => {
  const model = withModel(() => [say('Look.'), use('listEvents')])
  const { reply, calls } = await ask('?')
  expect(model.asked).toHaveLength(limits.rounds)
  expect(calls).toHaveLength(limits.rounds - 1)
  expect(reply).toMatch(/at most 5 rounds/)
  // The last round has no tools, so its messages have no blocks of tools either. Results are one block of JSON.
  const last = model.asked.at(-1)
  expect(last).not.toHaveProperty('toolConfig')
  const blocks = last?.messages.flatMap(({ content = [] }) => content) ?? []
  expect(blocks.every((block) => Object.keys(block).join() === 'text')).toBe(true)
  expect(last?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
  const { results } = JSON.parse(blocks.at(-2)?.text ?? '') as { results: object[] }
  expect(results).toMatchObject(
    Array.from({ length: 4 }, () => ({ tool: 'listEvents', json: { events: expect.any(Array) as [] } })),
  )
})

test('an answer takes at most 8 calls and 20 proposals, in one round or in several', async () => {
  const uses = (round: number): ContentBlock[] =>
    Array.from({ length: 30 }, (_, index) => [
      use('listEvents', { limit: 1 }),
      use('createCase', { description: `${round}-${index}` }),
    ]).flat()
  const model = withModel((_conversation, round) => uses(round))
  const { reply, calls, proposals } = await ask('?')
  expect(calls).toHaveLength(limits.calls)
  expect(proposals).toHaveLength(limits.proposals)
  expect(reply).toMatch(/at most 8 calls, and one answer has at most 20 proposals/)
  expect(model.asked.length).toBeLessThanOrEqual(3)
  expect(model.asked.at(-1)).not.toHaveProperty('toolConfig')
})

test('when the time is short, the last round gets no tools, and the reply says so', async () => {
  const model = withModel(async (conversation) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return conversation.toolConfig ? [use('listEvents')] : [say('In time.')]
  }, 900)
  const { reply, calls } = await ask('?')
  expect(reply).toMatch(/^In time\.\n\n.*at most 1 seconds/s)
  expect(model.asked.at(-1)).not.toHaveProperty('toolConfig')
  expect(model.asked.length).toBeLessThan(limits.rounds)
  expect(calls.length).toBe(model.asked.length - 1)
})

test('a model that hangs after its calls: what was found and proposed is answered, with 200', async () => {
  const first = scripted((_conversation, round) =>
    round === 1 ? [use('listEvents'), use('createCase', { description: 'x' })] : [],
  )
  const hanging = emulated('local.slow', { timeout: 300 })
  const converse: typeof hanging.converse = (conversation) =>
    first.asked.length === 0 ? first.assistant.converse(conversation) : hanging.converse(conversation)
  door.restart({ replace: { assistant: { ...hanging, converse } } })
  const { reply, calls, proposals } = await ask('?')
  expect(reply).toMatch(/at most 0 seconds/)
  expect([calls.length, proposals.length]).toEqual([1, 1])
})

test('a result has at most 16 kB: a page gets smaller, a list shorter, and texts are cut', async () => {
  for (let number = 0; number < 6; number += 1) await createCase(`${number}${'x'.repeat(7000)}`)
  await createCase('🎈'.repeat(8000))
  const model = withModel((_conversation, round) =>
    round > 1 ? [say('Done.')] : [use('listCases', { limit: 25 }), use('listOrders')],
  )
  const { calls } = await ask('?')
  expect(calls.map(({ status }) => status)).toEqual([200, 200])
  const [cases = {}, orders = {}] = resultsIn(model.asked[1] ?? { system: '', messages: [] })
  for (const result of [cases, orders]) {
    expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThanOrEqual(limits.resultBytes)
  }
  // One case alone is larger than a result, and the cursor leads to the next one.
  expect(cases).toMatchObject({ cases: [{ status: 'open' }], nextCursor: expect.any(String) as string })
  expect(cases.leftOut).toMatch(/cut/)
  expect(orders.leftOut).toMatch(/^Only the first \d+ of \d+ orders/)
})

test('a failure of the model in a later round is the answer', async () => {
  const throttled = emulated('local.throttle')
  const first = scripted(() => [use('listEvents')])
  const converse: typeof throttled.converse = (conversation) =>
    first.asked.length === 0 ? first.assistant.converse(conversation) : throttled.converse(conversation)
  door.restart({ replace: { assistant: { ...throttled, converse } } })
  expect(await ask('?')).toMatchObject({ status: 429 })
})
