// Unions of inline objects, in the forms that callers may send.
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { renderApiTypes } from './api-types.ts'
import { modelOf, type Contract } from './model.ts'

const member = (name: string) => ({ type: 'object', required: [name], properties: { [name]: { type: 'string' } } })
const union = { oneOf: [member('first'), member('second')] }

test.each<[string, object]>([
  ['a member that may be left out', { type: 'object', properties: { member: union } }],
  ['a member that must be there', { type: 'object', required: ['member'], properties: { member: union } }],
  ['a list', { type: 'object', properties: { member: { type: 'array', items: union } } }],
  ['the body', union],
  ['the last alternatives', { oneOf: [{ type: 'string', enum: ['a', 'b'] }, ...union.oneOf] }],
])('a union of objects as %s', async (_, schema) => {
  const content = { 'application/json': { schema } }
  const source = renderApiTypes(
    modelOf({
      openapi: '3.0.3',
      info: { title: 'Things', version: '1.0.0' },
      paths: { '/things': { post: { operationId: 'makeThing', requestBody: { content }, responses: {} } } },
      components: { schemas: { Sent: schema } },
    } as Contract),
  )
  const tidy = (text: string) => text.replaceAll(/[\s;()|]+/g, ' ')
  expect(source).toContain('second: string')
  // Valid TypeScript, of which the formatter only moves lines.
  expect(tidy(await format(source, { parser: 'typescript', semi: false, singleQuote: true }))).toBe(tidy(source))
})
