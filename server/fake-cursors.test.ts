// Fake cursors: the seal has no key, so anyone can seal any position. Each answer is a 400, and no call is made to AWS.
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeCursor } from './http/cursor.ts'
import { isProductPosition } from './repositories/positions.ts'
import { awsCallsOf } from '../testing/aws-calls.ts'
import { operations } from '../testing/contract-operations.ts'
import { apiKeyId, bodyOf, json, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { seed, startTally } from '../testing/tally.ts'

const caseId = '00000000-0000-4000-8000-00000000000a'
const uuid = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'
const time = '2026-11-20T09:30:00.000Z'
const paged = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'))

/** For each list: its cursors' name of it, and a position of its own format. */
const lists = [
  { path: '/cases', list: ['listCases', undefined], good: `${time}#${uuid}` },
  { path: '/cases?status=open', list: ['listCases', 'open'], good: `${time}#${uuid}` },
  { path: '/events', list: ['listEvents', undefined], good: `${time}#${uuid}` },
  { path: '/events?status=ongoing', list: ['listEvents', 'ongoing'], good: `${time}#${uuid}` },
  { path: '/products', list: ['listProducts', undefined], good: 'kiosk-1' },
  { path: '/products?category=kiosks', list: ['listProducts', 'kiosks'], good: 'kiosk-1' },
  { path: `/cases/${caseId}/files`, list: ['listCaseFiles', caseId], good: `${uuid}/photo 🎈.jpg` },
]

let door: FrontDoor
let authorization: string
beforeAll(async () => {
  door = await openFrontDoor()
  authorization = `Bearer ${door.idToken()}`
})
afterAll(() => door.close())

const tally = startTally('fake cursors')

async function ask(path: string, cursor: string) {
  const url = `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`
  return awsCallsOf(() => door.send('GET', url, { headers: { authorization }, apiKeyId }))
}

const refusal = { status: 400, calls: [] }
const outcomeOf = async (path: string, cursor: string) => {
  const { calls, result } = await ask(path, cursor)
  if (result.status === 400) expect(bodyOf(result)).toMatchObject({ errors: [{ parameter: 'cursor' }] })
  return { status: result.status, calls }
}

test('every list of the contract is here', () => {
  const names = new Set(lists.map(({ list: [operationId] }) => operationId))
  expect([...names].sort()).toEqual(paged.map(({ operationId }) => operationId).sort())
})

/** A sealed cursor of any bytes, as an attacker makes it. */
function sealed(list: readonly unknown[], position: Buffer): string {
  const text = JSON.stringify([JSON.stringify(list), position.toString()])
  const seal = createHash('sha256').update(text).digest().subarray(0, 9)
  return Buffer.concat([seal, position]).toString('base64url')
}

const wrong = [
  '',
  ' ',
  '\0',
  '#',
  'a b',
  '../x',
  `${time}`,
  `${time}#`,
  `${time}#${uuid}x`,
  `${time}#${uuid.toUpperCase()}`,
  `2026-13-20T09:30:00.000Z#${uuid}`,
  `2026-11-20T09:30:00Z#${uuid}`,
  `${time}#${uuid}\n`,
  `x${time}#${uuid}`,
  'kiosk-1\n',
  '-kiosk',
  'k'.repeat(65),
  'x'.repeat(700),
  '🎈'.repeat(180),
  '\ud83c',
  `${uuid}/`,
  `${uuid}/a/b`,
  `${uuid}/\u0000`,
  `${uuid}/${'x'.repeat(256)}`,
  `${uuid}/\uffff`,
  '__proto__',
].filter((position) => !isProductPosition(position))

test.each(lists)('$path: positions of another format are a 400, and nothing is asked', async ({ path, list }) => {
  for (const position of wrong) {
    if (path.startsWith('/products') && isProductPosition(position)) continue
    const cursor = sealed(list, Buffer.from(position))
    expect({ position, ...(await outcomeOf(path, cursor)) }).toEqual({ position, ...refusal })
  }
  for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80]]) {
    expect(await outcomeOf(path, sealed(list, Buffer.from(bytes)))).toEqual(refusal)
  }
})

test('the empty position of the issue', async () => {
  expect(await outcomeOf('/events', '9i_XkGfewePY')).toEqual(refusal)
})

test('whatever a sealed cursor holds, no answer is a 5xx, and a refusal asks nothing', async () => {
  await door.send(
    'POST',
    '/products',
    json({ productId: 'a', category: 'kiosks', productName: 'n', productPrice: 1, stock: 1 }, { authorization }),
  )
  const damaged = (good: string) =>
    fc.record({ at: fc.nat(good.length), text: fc.string({ unit: 'binary', maxLength: 3 }), cut: fc.nat(3) })
  const fake = fc.constantFrom(...lists).chain(({ path, list, good }) =>
    fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        damaged(good).map(({ at, text, cut }) => Buffer.from(good.slice(0, at) + text + good.slice(at + cut))),
        fc.constantFrom(...wrong, ...lists.map((other) => other.good)).map((text) => Buffer.from(text)),
      )
      .map((position) => ({ path, cursor: sealed(list, position) })),
  )
  await fc.assert(
    fc.asyncProperty(fake, async ({ path, cursor }) => {
      const { status, calls } = await outcomeOf(path, cursor)
      tally.add(`${path.split('?')[0] ?? ''} ${status}`)
      expect([200, 400, 404]).toContain(status)
      if (status === 400) expect(calls).toEqual([])
      else expect(calls).not.toEqual([])
    }),
    { numRuns: 1500, seed },
  )
})

test.each(lists)('$path: a position of its own format is a place in the list', async ({ path, list, good }) => {
  const { status } = await outcomeOf(path, encodeCursor(JSON.stringify(list), good))
  // This case does not exist.
  expect(status).toBe(path.endsWith('/files') ? 404 : 200)
})

test('the position of a product is what the contract calls a productId', () => {
  const pattern = operations
    .find(({ operationId }) => operationId === 'getProduct')
    ?.parameters.find(({ name }) => name === 'productId')?.schema.pattern
  fc.assert(fc.property(fc.stringMatching(new RegExp(String(pattern))), isProductPosition), { seed })
})
