// References that lead to other places than components get a component.
import { expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { withNamedReferences } from './references.ts'

const schema = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 2 },
    next: { $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema' },
  },
}
const ok = (value: object) => ({ 200: { description: 'OK', content: { 'application/json': { schema: value } } } })
const documentOf = (paths: object, schemas: object = {}) =>
  ({ openapi: '3.0.3', info: { title: 'T', version: '1' }, paths, components: { schemas } }) as unknown as Contract

test('a document whose references name components stays as it is', () => {
  const document = documentOf({ '/a': { get: { responses: ok({ $ref: '#/components/schemas/A' }) } } }, { A: schema })
  const own = documentOf({}, { A: { type: 'string' }, B: { $ref: '#/components/schemas/A' } })
  expect(withNamedReferences(own)).toBe(own)
  expect(withNamedReferences(document).components?.schemas).toHaveProperty('A')
})

test('a member of a schema, and an answer of another operation', () => {
  const document = documentOf(
    {
      '/a': { get: { responses: ok(schema) } },
      '/b': { get: { responses: ok({ $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema' }) } },
      '/c': { get: { responses: ok({ $ref: '#/components/schemas/A/properties/id' }) } },
      '/d': { get: { responses: { 200: { $ref: '#/paths/~1c/get/responses/200' } } } },
    },
    { A: { type: 'object', properties: { id: { type: 'string' }, $ref: { type: 'string' } } } },
  )
  const named = withNamedReferences(document)
  const references = [...JSON.stringify(named).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference)
  expect(references.length).toBeGreaterThan(3)
  for (const reference of references) expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
  const [whole = '', id = ''] = Object.keys(named.components?.schemas ?? {}).filter((name) => name !== 'A')
  expect(named.components?.schemas?.[id]).toEqual({ type: 'string' })
  expect(named.components?.schemas?.[whole]).toMatchObject({
    properties: { next: { $ref: `#/components/schemas/${whole}` } },
  })
  expect(named.paths['/d']?.get?.responses).toEqual(named.paths['/c']?.get?.responses)
  // A member of a schema may be named $ref.
  expect(named.components?.schemas?.A).toEqual(document.components?.schemas?.A)
})

test('a reference in an example is data', () => {
  const document = documentOf({
    '/a': { get: { responses: ok({ type: 'object', example: { $ref: '#/paths/~1a' } }) } },
  })
  expect(withNamedReferences(document)).toBe(document)
})

test('a parameter, a body and an answer of another operation are copied to their place, also where no schema is', () => {
  const parameter = { name: 'size', in: 'query', schema: { type: 'integer' } }
  const requestBody = { content: { 'application/json': { schema: { type: 'object' } } } }
  const first = { parameters: [parameter], requestBody, responses: { 200: { description: 'OK' } } }
  const at = (path: string) => ({ $ref: `#/paths/~1a/post/${path}` })
  const other = (part: object) => ({ ...first, ...part })
  for (const part of [
    { parameters: [at('parameters/0')] },
    { requestBody: at('requestBody') },
    { responses: { 200: at('responses/200') } },
  ]) {
    const document = documentOf({ '/a': { post: first }, '/b': { post: other(part) } })
    expect(withNamedReferences(document).paths['/b']).toEqual({ post: first })
  }
})
