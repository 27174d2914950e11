// The rule finds parameters in a form that the server does not read, or that the SDK would write in another way.
import { expect, test } from 'vitest'
import { limitsIn, operation } from '../testing/limits.ts'

const rule = 'error contract/parameter-styles'
const parameterAt = '#/paths/~1a~1{id}/get/parameters/0'
const list = { type: 'array', items: { type: 'string' } }
const object = { type: 'object', properties: { a: { type: 'string' } } }
const text = { type: 'string' }

const found = (parameter: object) => {
  const inPath = 'in' in parameter && parameter.in === 'path'
  const id = { name: 'id', in: 'path', required: true, schema: text }
  const parameters = [{ name: inPath ? 'id' : 'q', required: inPath, ...parameter }, ...(inPath ? [] : [id])]
  return limitsIn({ paths: { '/a/{id}': { get: operation({ parameters }) } } })
}

test.each<[parameter: object]>([
  [{ in: 'path', style: 'label', schema: text }],
  [{ in: 'path', style: 'matrix', schema: text }],
  [{ in: 'path', style: 'matrix', explode: true, schema: list }],
  [{ in: 'path', style: 'label', schema: object }],
  [{ in: 'path', style: 'form', schema: list }],
  [{ in: 'query', style: 'simple', schema: list }],
  [{ in: 'header', style: 'form', schema: list }],
  [{ in: 'header', style: 'pipeDelimited', schema: list }],
  [{ in: 'cookie', style: 'deepObject', schema: object }],
  [{ in: 'query', style: 'pipeDelimited', schema: object }],
  [{ in: 'query', style: 'spaceDelimited', schema: object }],
])('finds the style of %j', async (parameter) => {
  expect(await found(parameter)).toEqual([`${rule} ${parameterAt}/style`])
})

test.each<[parameter: object]>([[{ in: 'cookie', schema: list }], [{ in: 'cookie', explode: true, schema: object }]])(
  'finds that a cookie has no two texts: %j',
  async (parameter) => {
    expect(await found(parameter)).toEqual([`${rule} ${parameterAt}/in`])
  },
)

test.each<[content: object, place: string]>([
  [{ 'text/csv': { schema: text } }, '/text~1csv'],
  [{ 'application/xml': { schema: object } }, '/application~1xml'],
  [{ 'application/json': { schema: object }, 'text/plain': { schema: text } }, ''],
])('finds content that is not read: %j', async (content, place) => {
  expect(await found({ in: 'query', content })).toContain(`${rule} ${parameterAt}/content${place}`)
})

test('finds the style behind a reference, and that of a part of a form', async () => {
  const parameters = [{ $ref: '#/components/parameters/Ids' }]
  const media = {
    schema: { type: 'object', properties: { tags: list } },
    encoding: { tags: { style: 'pipeDelimited' } },
  }
  const requestBody = { content: { 'application/x-www-form-urlencoded': media } }
  const components = { parameters: { Ids: { name: 'ids', in: 'path', required: true, style: 'label', schema: list } } }
  const findings = await limitsIn({
    paths: { '/a/{ids}': { post: operation({ parameters, requestBody }) } },
    components,
  })
  expect(findings).toEqual([
    `${rule} #/components/parameters/Ids/style`,
    `${rule} #/paths/~1a~1{ids}/post/requestBody/content/application~1x-www-form-urlencoded/encoding/tags/style`,
  ])
})

test.each<[parameter: object]>([
  [{ in: 'path', schema: list }],
  [{ in: 'path', explode: true, schema: object }],
  [{ in: 'path', style: 'form', schema: text }],
  [{ in: 'query', style: 'form', schema: list }],
  [{ in: 'query', style: 'pipeDelimited', explode: true, schema: list }],
  [{ in: 'query', style: 'deepObject', schema: object }],
  [{ in: 'query', allowReserved: true, schema: text }],
  [{ in: 'query', content: { 'application/json': { schema: object } } }],
  [{ in: 'query', content: { 'application/vnd.a+json; charset=utf-8': { schema: object } } }],
  [{ in: 'header', schema: list }],
  [{ in: 'cookie', explode: false, schema: list }],
  [{ in: 'cookie', schema: text }],
])('accepts %j', async (parameter) => {
  expect(await found(parameter)).toEqual([])
})
