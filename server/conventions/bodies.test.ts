// Bodies of every operation that takes a body: media types, size, absence, and very many faults.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpResponse } from '../http/message.ts'
import { operations, type ContractOperation } from '../../testing/contract-operations.ts'
import { occurrences } from '../../testing/contract-text.ts'
import { faultsIn } from '../../testing/faults.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../../testing/good-requests.ts'
import { startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('bodies')
const withBody = operations.filter(({ body }) => body)
const jsonOf = (value: unknown) => Buffer.from(JSON.stringify(value))
const refusal = (operation: ContractOperation, response: HttpResponse) => [
  response.status,
  faultsIn(operation, response),
]

test.each(withBody)('$operationId: media types', async (operation) => {
  const type = (value: string | undefined, more = {}) => ({ headers: { 'content-type': value, ...more } })
  const refused = [
    type(undefined),
    ...[
      '',
      'text/plain',
      'text/json',
      'application/jsonx',
      'application/problem+json',
      'application/json; charset=utf-16',
      'application/json; charset=iso-8859-1',
      'application/json, text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ].map((mediaType) => type(mediaType)),
    ...['gzip', 'br', 'identity, gzip'].map((encoding) => type('application/json', { 'content-encoding': encoding })),
  ]
  for (const changes of refused) {
    const { status } = await good.send(operation, changes)
    expect({ ...changes, status }).toEqual({ ...changes, status: 415 })
    tally.add('media type (refused)')
  }
  const taken = [
    ...[
      'APPLICATION/JSON',
      'application/json; charset=UTF-8',
      'application/json;charset="utf-8"',
      ' application/json ',
    ].map((mediaType) => type(mediaType)),
    type('application/json', { 'content-encoding': 'identity' }),
  ]
  for (const changes of taken) {
    const { status } = await good.send(operation, changes)
    expect(status, JSON.stringify(changes)).toBeLessThan(300)
    tally.add('media type')
  }
})

test.each(withBody)('$operationId: 262,144 bytes pass, one more is too many', async (operation) => {
  const sized = (length: number) => {
    const json = jsonOf(good.bodyFor(operation))
    return Buffer.concat([json, Buffer.alloc(length - json.length, ' ')])
  }
  expect((await good.send(operation, { body: sized(262_144) })).status).toBeLessThan(300)
  expect((await good.send(operation, { body: sized(262_145) })).status).toBe(413)
  expect((await good.send(operation, { body: Buffer.alloc(6_000_000, '[') })).status).toBe(413)
  tally.add('size')
})

test.each(withBody)('$operationId: no body, and an empty one', async (operation) => {
  const { required } = operation.body ?? {}
  for (const headers of [
    { 'content-type': undefined },
    { 'content-type': 'application/json' },
    { 'content-type': 'text/plain' },
  ]) {
    for (const body of [undefined, Buffer.alloc(0)]) {
      const response = await good.send(operation, { headers, body })
      if (!required) expect(response.status).toBeLessThan(300)
      else expect(refusal(operation, response)).toEqual([400, [{ pointer: '', detail: 'is required' }]])
      tally.add('absent')
    }
  }
})

test.each(withBody)('$operationId: null is no body where none is needed, and a 400 elsewhere', async (operation) => {
  for (const text of ['null', ' null\n']) {
    const response = await good.send(operation, { body: Buffer.from(text) })
    if (!operation.body?.required) expect(response.status).toBeLessThan(300)
    else expect(refusal(operation, response)).toEqual([400, [{ pointer: '', detail: 'must be an object' }]])
    tally.add('null')
  }
  const unlabelled = await good.send(operation, {
    body: Buffer.from('null'),
    headers: { 'content-type': 'text/plain' },
  })
  expect(unlabelled.status).toBe(415)
})

test.each(withBody)('$operationId: a body that is wrong in 20,000 places is answered at once', async (operation) => {
  const body = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`m${n}`, 1]))
  // The time of this thread alone: other programs on a busy machine do not change it.
  const before = process.threadCpuUsage()
  const response = await good.send(operation, { body })
  const { user, system } = process.threadCpuUsage(before)
  // Work that grew with the square of the places took longer than this.
  expect((user + system) / 1000).toBeLessThan(600)
  expect(response.status).toBe(400)
  // Messages of a protocol are open: of these, only the members that are missing are faults.
  expect(faultsIn(operation, response)).toHaveLength(operation.protocol ? 2 : 20)
  tally.add('many faults')
})

test('a body where none is documented is not read', async () => {
  for (const operation of operations.filter(({ body }) => !body)) {
    const { status } = await good.send(operation, {
      body: Buffer.from('{"broken'),
      headers: { 'content-type': 'text/plain' },
    })
    expect(status, operation.operationId).toBeLessThan(300)
    tally.add('unread')
  }
})

test('enough was tried', () => {
  const { length } = withBody
  expect(length).toBe(occurrences(/"requestBody":/g))
  expect(tally.counts()).toEqual({
    'media type (refused)': length * 14,
    'media type': length * 5,
    size: length,
    absent: length * 6,
    null: length * 2,
    'many faults': length,
    unread: operations.length - length,
  })
})
