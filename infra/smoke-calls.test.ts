// The calls of the smoke test, chosen from small contracts.
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../codegen/model.ts'
import { itemCalls, userReads } from './smoke-calls.ts'

type Paths = Record<string, object>

/** The operations of a contract with these paths. */
function operationsOf(paths: Paths) {
  const securitySchemes = { cognito: { type: 'oauth2', flows: {} }, apiKey: { type: 'apiKey' } }
  const named = Object.entries(paths).map(([path, item]) => {
    const operations = Object.entries(item as Record<string, object>)
    return [path, Object.fromEntries(operations.map(([method, it]) => [method, { operationId: method + path, ...it }]))]
  })
  // Safe cast: the model reads no other member of a contract.
  const contract = { info: { title: 'Desk' }, paths: Object.fromEntries(named), components: { securitySchemes } }
  return modelOf(contract as unknown as Contract).operations
}

const user = [{ cognito: ['desk/write'] }]
const body = (example: unknown) => ({ content: { 'application/json': { example } } })
const created = { responses: { 201: {} }, security: user }
const get = { security: [], responses: { 200: {}, 404: {} } }
const remove = { security: user, responses: { 204: {}, 404: {} } }

test('an item is created from the example, under an id of its own, and removed', () => {
  const example = { bookId: 'the-real-book', pages: 3 }
  const paths: Paths = {
    '/books': { post: { ...created, requestBody: body(example) } },
    '/books/{bookId}': { get, delete: remove },
  }
  const path = '/books/new'
  expect(itemCalls(operationsOf(paths), 'new')).toEqual([
    {
      create: { method: 'POST', path: '/books', access: 'user', status: 201, body: { bookId: 'new', pages: 3 } },
      read: { method: 'GET', path, access: 'anyone', status: 200 },
      remove: { method: 'DELETE', path, access: 'user', status: 204 },
      readAgain: { method: 'GET', path, access: 'anyone', status: 404 },
    },
  ])
})

test('an item is put where PUT creates, with the key where the contract asks for one', () => {
  const security = [{ apiKey: [] }]
  const put = { security, requestBody: body({}), responses: { 200: {}, 201: {} } }
  const answers = { security, responses: { 200: {} } }
  const [calls] = itemCalls(operationsOf({ '/members/{id}': { get: answers, put, delete: answers } }), 'new')
  expect(calls).toEqual({
    create: { method: 'PUT', path: '/members/new', access: 'apiKey', status: 201, body: {} },
    read: { method: 'GET', path: '/members/new', access: 'apiKey', status: 200 },
    remove: { method: 'DELETE', path: '/members/new', access: 'apiKey', status: 200 },
  })
})

test.each<[string, Paths]>([
  ['cannot be deleted', { '/a': { post: { ...created, requestBody: body({}) } }, '/a/{id}': { get } }],
  ['cannot be read', { '/a': { post: { ...created, requestBody: body({}) } }, '/a/{id}': { delete: remove } }],
  ['have no example', { '/a': { post: created }, '/a/{id}': { get, delete: remove } }],
  ['are only updated by PUT', { '/a/{id}': { get, put: { ...get, requestBody: body({}) }, delete: remove } }],
])('items that %s are left alone', (_what, paths) => {
  expect(itemCalls(operationsOf(paths), 'new')).toEqual([])
})

test('users read what asks for no parameter', () => {
  const read = { security: user, responses: { 200: {} } }
  const paths: Paths = {
    '/status': { get: read },
    '/public': { get },
    '/found': { get: { ...read, parameters: [{}] } },
    '/items/{id}': { get: read },
  }
  expect(userReads(operationsOf(paths))).toEqual(['/status'])
})
