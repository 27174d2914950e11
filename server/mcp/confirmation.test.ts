// Consent: the person sees the item, and the delete runs on the version that they saw.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createMcp, textOf, type Mcp } from '../../testing/mcp.ts'

let door: FrontDoor
let mcp: Mcp
beforeAll(async () => {
  door = await openFrontDoor()
  mcp = createMcp(door)
})
afterAll(() => door.close())

const call = (name: string, args: object, more: object = {}, elicitation: unknown = {}) =>
  mcp.modern('tools/call', { name, arguments: args, ...more }, elicitation === undefined ? {} : { elicitation })

const newEvent = async () => {
  const { json } = await call('createEvent', {
    title: 'Open day',
    description: 'Everyone may come.',
    date: '2027-05-08',
    location: 'Hall',
    capacity: 10,
    organizer: 'Ada',
  })
  return String(json.result?.structuredContent?.eventId)
}
const isThere = async (eventId: string) => (await call('getEvent', { eventId })).json.result?.isError === undefined
const yes = { confirm: { action: 'accept', content: { confirm: true } } }

/** Asks, and returns the state. */
async function asked(eventId: string) {
  const { status, json } = await call('deleteEvent', { eventId })
  expect([status, json.result?.resultType]).toEqual([200, 'input_required'])
  expect(json.result?.inputRequests).toMatchObject({
    confirm: {
      method: 'elicitation/create',
      params: {
        mode: 'form',
        message: 'Delete an event: Open day, 2027-05-08?',
        requestedSchema: { type: 'object', properties: { confirm: { type: 'boolean' } }, required: ['confirm'] },
      },
    },
  })
  return json.result?.requestState ?? ''
}

test('after a yes the event is deleted', async () => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  expect(await isThere(eventId)).toBe(true)
  const { json } = await call('deleteEvent', { eventId }, { inputResponses: yes, requestState })
  expect(json.result).toMatchObject({ resultType: 'complete', content: [{ text: 'Delete an event: done.' }] })
  expect(await isThere(eventId)).toBe(false)
})

test('a product is named by its own name, and deleted', async () => {
  const product = { productId: 'consent', category: 'a', productName: 'Lamp', productPrice: 5, stock: 1 }
  await call('createProduct', product)
  const { json } = await call('deleteProduct', { productId: 'consent' })
  expect(json.result?.inputRequests?.confirm.params.message).toBe('Delete a product: Lamp?')
  const requestState = json.result?.requestState
  const done = await call('deleteProduct', { productId: 'consent' }, { inputResponses: yes, requestState })
  expect(done.json.result?.isError).toBeUndefined()
  expect((await call('getProduct', { productId: 'consent' })).json.result?.isError).toBe(true)
})

test('changed in between: nothing is deleted, and the model is told', async () => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  await call('updateEvent', { eventId, capacity: 11 })
  const { json } = await call('deleteEvent', { eventId }, { inputResponses: yes, requestState })
  expect(json.result?.isError).toBe(true)
  expect(textOf(json)).toMatch(/has changed[^]*Nothing was changed\. Read it again with getEvent/)
  expect(await isThere(eventId)).toBe(true)
})

test.each<[string, unknown]>([
  ['declined', { confirm: { action: 'decline' } }],
  ['cancelled', { confirm: { action: 'cancel' } }],
  ['accepted without a yes', { confirm: { action: 'accept', content: { confirm: false } } }],
  ['accepted with a text', { confirm: { action: 'accept', content: { confirm: 'true' } } }],
  ['accepted without content', { confirm: { action: 'accept' } }],
  ['another question', { other: yes.confirm }],
  ['no answer', {}],
  ['no object', 'yes'],
  ['absent', undefined],
])('%s: nothing is deleted', async (_, inputResponses) => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  const { json } = await call('deleteEvent', { eventId }, { inputResponses, requestState })
  expect(json.result?.isError).toBe(true)
  expect(textOf(json)).toContain('did not agree')
  expect(await isThere(eventId)).toBe(true)
})

test('a state that is missing, altered or of another item: nothing is deleted', async () => {
  const [eventId, other] = [await newEvent(), await newEvent()]
  const requestState = await asked(eventId)
  const ofOther = await asked(other)
  const parts = JSON.parse(Buffer.from(requestState, 'base64url').toString()) as Record<string, unknown>
  const altered = (changes: object) => Buffer.from(JSON.stringify({ ...parts, ...changes })).toString('base64url')
  const states = [
    undefined,
    '',
    'x',
    7,
    {},
    requestState.slice(1),
    ofOther,
    altered({ path: undefined }),
    altered({ method: 'GET' }),
    altered({ etag: '*' }),
    altered({ etag: '' }),
    altered({ etag: null }),
    altered({ etag: '"a-1"' }),
    altered({ etag: '"a-1", *' }),
  ]
  for (const state of states) {
    const { status, json } = await call('deleteEvent', { eventId }, { inputResponses: yes, requestState: state })
    expect([state, status, json.result?.isError]).toEqual([state, 200, true])
    expect(await isThere(eventId), String(state)).toBe(true)
  }
})

test('what cannot be read is not asked about', async () => {
  const { json } = await call('deleteEvent', { eventId: '00000000-0000-4000-8000-000000000000' })
  expect(json.result?.isError).toBe(true)
  expect(textOf(json)).toContain('listEvents lists the ids')
})

test('a model that has read another version is told at once', async () => {
  const eventId = await newEvent()
  const { json } = await call('deleteEvent', { eventId, ifMatch: '"stale-1"' })
  expect(textOf(json)).toContain('Read it again with getEvent')
  expect(await isThere(eventId)).toBe(true)
})

test.each<[string, unknown, boolean]>([
  ['without elicitation', undefined, false],
  ['with an address only', { url: {} }, false],
  ['with a form', { form: {} }, true],
  ['with both', { form: {}, url: {} }, true],
])('a client %s is asked: %s', async (_, elicitation, isAsked) => {
  const eventId = await newEvent()
  const { json } = await mcp.modern(
    'tools/call',
    { name: 'deleteEvent', arguments: { eventId } },
    elicitation === undefined ? {} : { elicitation },
  )
  expect(json.result?.resultType).toBe(isAsked ? 'input_required' : 'complete')
  expect(await isThere(eventId)).toBe(isAsked)
})

test('an older client relies on the annotations', async () => {
  const eventId = await newEvent()
  await mcp.legacy('tools/call', { name: 'deleteEvent', arguments: { eventId } })
  expect(await isThere(eventId)).toBe(false)
})
