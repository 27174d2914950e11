// Consent: the person sees the item, and the delete runs on the version that they saw.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { bothScopes, createMcp, textOf, type Mcp, event } from '../../testing/mcp.ts'
import { signed } from '../../testing/signed-token.ts'

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
  const { json } = await call('createEvent', event)
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

test('the name of an item stays one short line in the question', async () => {
  const title = `Open\n\nday\u202e\t${'x'.repeat(180)}`
  const { json } = await call('createEvent', { ...event, title: title.slice(0, 200) })
  const { eventId } = json.result?.structuredContent ?? {}
  const asking = await call('deleteEvent', { eventId })
  expect(asking.json.result?.inputRequests?.confirm.params.message).toMatch(
    /^Delete an event: Open day x+, 2027-05-08\?$/,
  )
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
  ['declined, with a yes as content', { confirm: { action: 'decline', content: { confirm: true } } }],
  ['accepted without a yes', { confirm: { action: 'accept', content: { confirm: false } } }],
])('%s: nothing is deleted', async (_, inputResponses) => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  // A no needs no state: nothing is done.
  for (const state of [requestState, `${requestState}x`, undefined]) {
    const { json } = await call('deleteEvent', { eventId }, { inputResponses, requestState: state })
    expect(json.result?.isError).toBe(true)
    expect(textOf(json)).toContain('did not agree')
    expect(await isThere(eventId)).toBe(true)
  }
})

test.each<[string, unknown]>([
  ['absent', undefined],
  ['no answer', {}],
  ['the answer to another question', { other: yes.confirm }],
  ['accepted without content', { confirm: { action: 'accept' } }],
  ['accepted with other content', { confirm: { action: 'accept', content: { other: true } } }],
])('%s: the person is asked again, about the version of now', async (_, inputResponses) => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  await call('updateEvent', { eventId, title: 'Closed day' })
  const { json } = await call('deleteEvent', { eventId }, { inputResponses, requestState })
  expect(json.result?.resultType).toBe('input_required')
  expect(json.result?.inputRequests?.confirm.params.message).toBe('Delete an event: Closed day, 2027-05-08?')
  expect(await isThere(eventId)).toBe(true)
  const again = { inputResponses: { ...yes, other: 7 }, requestState: json.result?.requestState }
  expect((await call('deleteEvent', { eventId }, again)).json.result?.isError).toBeUndefined()
  expect(await isThere(eventId)).toBe(false)
})

test('without its answer an altered state is refused, and without a state the person is asked', async () => {
  const eventId = await newEvent()
  const requestState = `${await asked(eventId)}x`
  for (const inputResponses of [undefined, {}, { other: yes.confirm }]) {
    const { json } = await call('deleteEvent', { eventId }, { inputResponses, requestState })
    expect(textOf(json)).toContain('The consent is for another call')
    const first = await call('deleteEvent', { eventId }, { inputResponses })
    expect(first.json.result?.resultType).toBe('input_required')
  }
  expect(await isThere(eventId)).toBe(true)
})

const noAnswers: [inputResponses: unknown, message: string][] = [
  ...['yes', null, [yes]].map((given): [unknown, string] => [given, 'params.inputResponses must be an object.']),
  ...[null, true, 'accept', [], {}, { action: 'yes' }, { action: ['accept'] }, { content: { confirm: true } }].map(
    (confirm): [unknown, string] => [{ confirm }, 'params.inputResponses.confirm.action must be accept,'],
  ),
  ...[null, true, 'true', [true]].map((content): [unknown, string] => [
    { confirm: { action: 'accept', content } },
    'params.inputResponses.confirm.content must be an object.',
  ]),
  ...['true', 1, null, [true], {}].map((confirm): [unknown, string] => [
    { confirm: { action: 'accept', content: { confirm } } },
    'params.inputResponses.confirm.content.confirm must be true or false.',
  ]),
]

test('an answer or a state of another form is -32602, and nothing is deleted', async () => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  const given = [
    ...noAnswers.map(([inputResponses, message]) => ({ inputResponses, requestState, message })),
    ...[7, null, true, {}, []].map((state) => {
      const message = 'params.requestState must be the text that came with the question.'
      return { inputResponses: yes, requestState: state, message }
    }),
  ]
  for (const { message, ...answer } of given) {
    const { status, json } = await call('deleteEvent', { eventId }, answer)
    const told = json.error?.message.slice(0, message.length)
    expect([answer, status, json.error?.code, told]).toEqual([answer, 400, -32602, message])
  }
  expect(await isThere(eventId)).toBe(true)
})

/** Answers yes with this state, and expects that nothing is deleted. */
async function refused(eventId: string, requestState: unknown, by: Mcp = mcp) {
  const params = { name: 'deleteEvent', arguments: { eventId }, inputResponses: yes, requestState }
  const { status, json } = await by.modern('tools/call', params, { elicitation: {} })
  expect([requestState, status, json.result?.isError]).toEqual([requestState, 200, true])
  const reason = requestState === undefined ? 'came without the state' : 'is for another call'
  expect(textOf(json)).toMatch(new RegExp(`^The consent ${reason}.*Nothing was changed`))
  expect(await isThere(eventId), String(requestState)).toBe(true)
}

test('a state that is missing, made up, or of another item: nothing is deleted', async () => {
  const [eventId, other] = [await newEvent(), await newEvent()]
  const requestState = await asked(eventId)
  const [content = '', signature = ''] = requestState.split('.')
  const [ofOther = '', signatureOfOther = ''] = (await asked(other)).split('.')
  const { etag, expires } = JSON.parse(Buffer.from(content, 'base64url').toString()) as {
    etag: string
    expires: number
  }
  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const state of [undefined, '', '.', 'x', `${requestState}.`, ` ${requestState}`]) {
    await refused(eventId, state)
  }
  for (const state of [
    content,
    `${content}.`,
    `.${signature}`,
    `${ofOther}.${signatureOfOther}`,
    `${content}.${signatureOfOther}`,
    `${ofOther}.${signature}`,
    // The current ETag is known to every reader. Without the secret it is worth nothing.
    ...[{ etag, expires: expires + 1 }, { etag, expires }, { expires }, { etag: '*', expires }, null, 'x'].flatMap(
      (value) => [made(value), `${made(value)}.${signatureOfOther}`, `${made(value)}.${made('')}`],
    ),
  ]) {
    await refused(eventId, state)
  }
})

test('a state with any one character altered: nothing is deleted', async () => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  for (let at = 0; at < requestState.length; at += 1) {
    const character = requestState[at] === 'A' ? 'B' : 'A'
    await refused(eventId, requestState.slice(0, at) + character + requestState.slice(at + 1))
  }
  const { json } = await call('deleteEvent', { eventId }, { inputResponses: yes, requestState })
  expect(json.result?.isError).toBeUndefined()
})

test('a state of another caller, of another tool or with other arguments: nothing is deleted', async () => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  const stranger = createMcp(door, signed(door.key, door.accessToken(bothScopes), { sub: 'somebody-else' }))
  await refused(eventId, requestState, stranger)
  const ofReader = await call('deleteProduct', { productId: eventId }, { inputResponses: yes, requestState })
  expect(textOf(ofReader.json)).toContain('The consent is for another call')
  const withMore = await call('deleteEvent', { eventId, ifMatch: '*' }, { inputResponses: yes, requestState })
  expect(textOf(withMore.json)).toContain('The consent is for another call')
  expect(await isThere(eventId)).toBe(true)
})

test('a state is used once: a replay meets no item, or a later version', async () => {
  const eventId = await newEvent()
  const requestState = await asked(eventId)
  const answer = { inputResponses: yes, requestState }
  expect((await call('deleteEvent', { eventId }, answer)).json.result?.isError).toBeUndefined()
  expect((await call('deleteEvent', { eventId }, answer)).json.result?.isError).toBe(true)

  const product = { productId: 'made-again', category: 'a', productName: 'Lamp', productPrice: 5, stock: 1 }
  await call('createProduct', product)
  const { json } = await call('deleteProduct', { productId: product.productId })
  const again = { inputResponses: yes, requestState: json.result?.requestState }
  await call('deleteProduct', { productId: product.productId }, again)
  await call('createProduct', product)
  expect((await call('deleteProduct', { productId: product.productId }, again)).json.result?.isError).toBe(true)
  expect((await call('getProduct', { productId: product.productId })).json.result?.isError).toBeUndefined()
})

test('without a secret nobody is asked, and nothing is deleted', async () => {
  for (const keys of ['', 'too-short', `${'x'.repeat(32)},short`]) {
    const other = await openFrontDoor({ MCP_STATE_KEYS: keys })
    const there = createMcp(other)
    const made = await there.modern('tools/call', { name: 'createEvent', arguments: event })
    const { eventId } = made.json.result?.structuredContent ?? {}
    const asking = { name: 'deleteEvent', arguments: { eventId } }
    expect((await there.modern('tools/call', asking, { elicitation: {} })).status).toBe(500)
    const read = await there.modern('tools/call', { name: 'getEvent', arguments: { eventId } })
    expect(read.json.result?.isError).toBeUndefined()
    await other.close()
  }
})

test('what cannot be read is not asked about', async () => {
  const { json } = await call('deleteEvent', { eventId: '00000000-0000-4000-8000-000000000000' })
  expect(json.result?.isError).toBe(true)
  expect(textOf(json)).toContain('listEvents lists the ids')
})

test('a model that has read another version is told at once, and nobody is asked', async () => {
  const eventId = await newEvent()
  const current = /"[^"]+"/.exec(textOf((await call('getEvent', { eventId })).json).split('ETag: ')[1] ?? '')?.[0] ?? ''
  const next = current.replace(/\d+"$/, '2"')
  for (const ifMatch of ['"stale-1"', next, 'x', '', `W/${current}`, `x${current}`]) {
    const { json } = await call('deleteEvent', { eventId, ifMatch })
    expect([ifMatch, json.result?.isError, textOf(json)]).toEqual([
      ifMatch,
      true,
      expect.stringContaining('Read it again with getEvent') as string,
    ])
  }
  // A list of versions, or any version, is no way around the question.
  for (const ifMatch of ['*', ' * ', current, `"stale-1", ${current}`, `${current},"stale-1"`, ` ${current} `]) {
    const { json } = await call('deleteEvent', { eventId, ifMatch })
    expect([ifMatch, json.result?.resultType]).toEqual([ifMatch, 'input_required'])
  }
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
