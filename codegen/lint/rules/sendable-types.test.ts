// The rule finds types of a body that no client can send.
import { expect, test } from 'vitest'
import { limitsIn, operation } from '../testing/limits.ts'

const taking = (type: string) => ({
  paths: { '/a': { post: operation({ requestBody: { content: { [type]: {} } } }) } },
})

test.each([';', '', 'json', 'application/', 'application/json, text/plain', 'text plain/x'])(
  'finds %j',
  async (type) => {
    const [finding] = await limitsIn(taking(type))
    expect(finding).toMatch(/^error contract\/sendable-types #\/paths\/~1a\/post\/requestBody\/content\//)
  },
)

test.each([
  ...['application/json', 'application/*+json', '*/*', 'image/*', 'application/vnd.acme.v1+json; version=2'],
  ...['multipart/form-data;boundary=x', 'text/plain; charset=utf-8', 'application/x-www-form-urlencoded'],
])('accepts %j', async (type) => {
  expect(await limitsIn(taking(type))).toEqual([])
})
