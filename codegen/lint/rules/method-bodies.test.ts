// The rule finds bodies that fetch does not send.
import { expect, test } from 'vitest'
import { body, limitsIn, operation } from '../testing/limits.ts'

test.each(['get', 'head'])('finds the body of %s', async (method) => {
  expect(await limitsIn({ paths: { '/a': { [method]: operation({ requestBody: body }) } } })).toEqual([
    `error contract/method-bodies #/paths/~1a/${method}/requestBody`,
  ])
})

test.each(['post', 'put', 'patch', 'options'])('accepts the body of %s', async (method) => {
  expect(await limitsIn({ paths: { '/a': { [method]: operation({ requestBody: body }) } } })).toEqual([])
})

test('finds a body that is a reference', async () => {
  const get = operation({ requestBody: { $ref: '#/components/requestBodies/B' } })
  expect(await limitsIn({ paths: { '/a': { get } }, components: { requestBodies: { B: body } } })).toEqual([
    'error contract/method-bodies #/paths/~1a/get/requestBody',
  ])
})

test('callbacks are requests of the service itself', async () => {
  const callback = { '{$request.body#/url}': { get: operation({ requestBody: body }) } }
  expect(await limitsIn({ paths: { '/a': { post: operation({ callbacks: { done: callback } }) } } })).toEqual([])
})
