// Operations without a function: what they answer, from a small contract.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { expect, it, test } from 'vitest'
import { modelOf, type Contract } from '../codegen/model.ts'
import { responseOf, type Result } from '../server/http/response.ts'
import { answeringUnwritten, fillIn, placeOf } from './unwritten.ts'

const json = (media: object) => ({ 'application/json': { schema: { type: 'object' }, ...media } })
const etag = { ETag: { schema: { type: 'string' }, example: '"a1"' } }
const failure = { description: 'Bad.', content: json({ example: { status: 400 } }) }

/** Answers by operationId. The first failure is documented before every success. */
const answers: Record<string, object> = {
  get: { 200: { description: '', headers: etag, content: json({ example: { id: 'a' } }) } },
  create: {
    201: {
      description: '',
      headers: { Location: { schema: { type: 'string', example: '/things/a' } }, Age: { example: 7 }, Other: {} },
      content: json({ examples: { one: { value: { id: 'a' } }, two: { value: { id: 'b' } } } }),
    },
  },
  remove: { 204: { description: '' } },
  list: { 200: { description: '', content: json({ example: { things: [], nextCursor: 'n' } }) } },
  stream: { 200: { description: '', content: { 'text/event-stream': { example: 'event: end\n\n' } } } },
  ofSchema: { 200: { description: '', content: { 'application/json': { schema: { example: ['a'] } } } } },
  text: { 200: { description: '', content: json({ example: 'a' }) } },
  bare: { 200: { description: '', content: json({}) } },
  moved: { 304: { description: '' } },
}

const document = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1.0.0' },
  paths: Object.fromEntries(
    Object.entries(answers).map(([operationId, successes]) => [
      `/${operationId}`,
      {
        get: {
          operationId,
          tags: ['things'],
          responses: { 400: failure, ...successes },
          ...(operationId === 'list' && { 'x-pagination': { items: 'things' } }),
        },
      },
    ]),
  ),
}
// Safe cast: a document with what the model reads of these operations.
const model = modelOf(document as unknown as Contract)

type Written = (request: { query: Record<string, unknown> }) => Result

/** The answer behind the gateway, as the pipeline and the app give it. */
async function answerOf(operationId: string, { examples = true, query = {}, headers = {} } = {}) {
  const table: Record<string, Written> = {}
  fillIn(table, model, { examples })
  const handler = answeringUnwritten(() => {
    const result = table[operationId]?.({ query }) ?? { status: 500 }
    const { status, headers: own, body = '' } = responseOf(result, { method: 'GET', headers })
    return Promise.resolve({ statusCode: status, headers: { 'X-Request-Id': 'r-1', ...own }, body })
  })
  // Safe cast: only the path of the event is read.
  const answer = await handler({ path: `/${operationId}` } as APIGatewayProxyEvent)
  const { 'X-Request-Id': requestId, 'Content-Type': type, ...others } = answer.headers ?? {}
  expect(requestId).toBe('r-1')
  return { status: answer.statusCode, type, headers: others, body: answer.body }
}

const jsonType = 'application/json'

it.each([
  ['get', { status: 200, type: jsonType, headers: { ETag: '"a1"' }, body: '{"id":"a"}' }],
  ['create', { status: 201, type: jsonType, headers: { Location: '/things/a', Age: '7' }, body: '{"id":"a"}' }],
  ['remove', { status: 204, type: undefined, headers: {}, body: '' }],
  ['list', { status: 200, type: jsonType, headers: {}, body: '{"things":[],"nextCursor":"n"}' }],
  ['stream', { status: 200, type: 'text/event-stream', headers: {}, body: 'event: end\n\n' }],
  ['ofSchema', { status: 200, type: jsonType, headers: {}, body: '["a"]' }],
  ['text', { status: 200, type: jsonType, headers: {}, body: '"a"' }],
])('the example of %s', async (operationId, expected) => {
  expect(await answerOf(operationId)).toEqual(expected)
})

test('a list ends after its second page', async () => {
  expect(await answerOf('list', { query: { cursor: 'n' } })).toMatchObject({ body: '{"things":[]}' })
})

test('an example with an ETag is not sent twice', async () => {
  const again = await answerOf('get', { headers: { 'if-none-match': '"a1"' } })
  expect(again).toEqual({ status: 304, type: undefined, headers: { ETag: '"a1"' }, body: '' })
})

it.each([
  ['without --examples', 'get', false, ''],
  ['without an example', 'bare', true, ' The contract has no example to answer with: its 200 has none.'],
  ['without a success', 'moved', true, ' The contract has no example to answer with: it documents no success.'],
])('501 %s', async (_name, operationId, examples, reason) => {
  const { body, ...answer } = await answerOf(operationId, { examples })
  expect(answer).toEqual({ status: 501, type: 'application/problem+json', headers: {} })
  const detail =
    `The operation ${operationId} has no function yet. Write it in server/operations/things.ts (a new file), ` +
    `and add the file to server/operations/index.ts.${reason}`
  expect(JSON.parse(body)).toEqual({
    type: 'about:blank',
    title: 'Not implemented',
    status: 501,
    detail,
    instance: `/${operationId}`,
    requestId: 'r-1',
    error: 'Not implemented',
    message: detail,
  })
})

test('written operations stay, and only the others are filled in', () => {
  const get = () => ({ status: 200 })
  const table: Record<string, unknown> = { get }
  const missing = fillIn(table, model, { examples: false })
  expect(table.get).toBe(get)
  expect(missing.map(({ operationId }) => operationId)).toEqual(Object.keys(answers).slice(1))
})

test('an answer of a written operation is passed on, a 501 too', async () => {
  const answer = { statusCode: 501, headers: { ETag: '"a"' }, body: 'text' }
  const handler = answeringUnwritten(() => Promise.resolve(answer))
  expect(await handler({ path: '/' } as APIGatewayProxyEvent)).toBe(answer)
})

test('a file that the table of operations names needs no more than the function', () => {
  expect(placeOf({ tag: 'system' })).toBe('server/operations/system.ts')
  expect(placeOf({ tag: 'results' })).toBe(
    'server/operations/results.ts, and add the file to server/operations/index.ts',
  )
})
