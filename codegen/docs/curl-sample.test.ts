// curl commands of contracts that are not ours: servers, parameters, credentials and bodies of every form.
import type { OpenAPIV3 } from 'openapi-types'
import { describe, expect, test } from 'vitest'
import { sdkSample } from '../client-sdk/sample.ts'
import { modelOf, type Contract } from '../model.ts'
import { curlSample } from './curl-sample.ts'

const text = { type: 'string' } as const
const list = { type: 'array', items: { type: 'string', enum: ['a', 'b c'] }, minItems: 2 } as const
const required = { required: true } as const

type Described = Partial<OpenAPIV3.OperationObject>
/** A contract of one operation, `METHOD /path`. */
function modelWith(line: string, operation: object = {}, more: Partial<Contract> = {}, item: object = {}) {
  const [method = '', path = ''] = line.split(' ')
  // Safe cast: the tests write OpenAPI 3.0.
  const described = { operationId: 'tryIt', responses: { 200: { description: 'Done.' } }, ...operation } as Described
  const paths = { [path]: { ...item, [method.toLowerCase()]: described } } as OpenAPIV3.PathsObject
  return modelOf({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    servers: [{ url: 'https://t.test' }],
    paths,
    ...more,
  })
}

function curl(...given: Parameters<typeof modelWith>): string {
  const model = modelWith(...given)
  const [operation] = model.operations
  return operation ? curlSample(model, operation).replaceAll(' \\\n  ', ' ') : ''
}

function sdk(...given: Parameters<typeof modelWith>): string {
  const model = modelWith(...given)
  const [operation] = model.operations
  return operation ? (sdkSample(model, operation) ?? '') : ''
}

const query = (schema: object, more: object = {}) => ({
  parameters: [{ name: 'q', in: 'query', schema, ...required, ...more }],
})

describe('the address', () => {
  const variables = { tenant: { default: 'acme' }, base: { default: 'v1', enum: ['v1', 'v2'] } }
  test.each<[string, Partial<Contract>, string]>([
    [
      'variables have their defaults',
      { servers: [{ url: 'https://{tenant}.t.test/{base}', variables }] },
      'https://acme.t.test/v1/a',
    ],
    ['a path is that of a local server', { servers: [{ url: '/api/v1/' }] }, 'http://localhost:3000/api/v1/a'],
    ['no server is a local one', { servers: [] }, 'http://localhost:3000/a'],
    ['a server without a scheme speaks https', { servers: [{ url: '//t.test/x' }] }, 'https://t.test/x/a'],
  ])('%s', (_, more, url) => {
    expect(curl('GET /a', {}, more)).toBe(`curl -s '${url}'`)
    expect(sdk('GET /a', {}, more)).toContain(`baseUrl: '${url.replace(/\/a$/, '')}'`)
  })

  test('an operation or its path may have a server of its own', () => {
    const servers = [{ url: 'https://{who}.test', variables: { who: { default: 'own' } } }]
    expect(curl('GET /a', { servers })).toBe(`curl -s 'https://own.test/a'`)
    expect(curl('GET /a', {}, {}, { servers })).toBe(`curl -s 'https://own.test/a'`)
  })
})

describe('parameters', () => {
  test.each<[object, object, string]>([
    [list, {}, 'q=a&q=b%20c'],
    [list, { explode: false }, 'q=a,b%20c'],
    [list, { style: 'pipeDelimited', explode: false }, 'q=a%7Cb%20c'],
    [list, { style: 'spaceDelimited', explode: false }, 'q=a%20b%20c'],
    [{ type: 'object', properties: { a: text } }, { style: 'deepObject' }, 'q%5Ba%5D=text'],
    [{ type: 'object', properties: { a: text } }, {}, 'a=text'],
    [{ type: 'boolean' }, {}, 'q=true'],
    [{ type: 'string', format: 'date' }, {}, 'q=2026-01-01'],
    [{ type: 'integer', minimum: 5 }, {}, 'q=5'],
    [text, { examples: { one: { value: 'x' } } }, 'q=x'],
  ])('%j %j is ?%s', (schema, more, search) => {
    expect(curl('GET /a', query(schema, more))).toBe(`curl -s 'https://t.test/a?${search}'`)
  })

  test('what may be left out and has no example is left out', () => {
    expect(curl('GET /a', query(text, { required: false }))).toBe(`curl -s 'https://t.test/a'`)
    expect(sdk('GET /a', query(text, { required: false }))).toContain('await things.untagged.tryIt()')
  })

  test('an operation’s parameter stands once, as the operation has it', () => {
    const ofPath = {
      parameters: [
        { name: 'q', in: 'query', schema: text, example: 'path', ...required },
        { name: 'id', in: 'path', ...required, schema: text, example: 'p' },
      ],
    }
    const own = {
      parameters: [
        { name: 'q', in: 'query', schema: text, example: 'own' },
        { name: 'id', in: 'path', ...required, schema: { type: 'integer' }, example: 7 },
      ],
    }
    expect(curl('GET /a/{id}', own, {}, ofPath)).toBe(`curl -s 'https://t.test/a/7?q=own'`)
    expect(sdk('GET /a/{id}', own, {}, ofPath)).toContain("tryIt(7, { q: 'own' })")
  })

  test('headers and cookies that a request must have', () => {
    const parameters = [
      { name: 'X-A', in: 'header', ...required, schema: list },
      { name: 'X-B', in: 'header', schema: text, example: 'optional' },
      { name: 'sid', in: 'cookie', ...required, schema: text, example: 'a b' },
      { name: 'Accept', in: 'header', ...required, schema: text },
    ]
    expect(curl('GET /a', { parameters })).toBe(`curl -s 'https://t.test/a' -H 'X-A: a,b c' -b 'sid=a%20b'`)
    expect(sdk('GET /a', { parameters })).toContain("tryIt({ 'X-A': ['a', 'b c'] }, { sid: 'a b' })")
  })
})

test.each<[object, string]>([
  [{ type: 'http', scheme: 'basic' }, `curl -s 'https://t.test/a' -u "$USER_AND_PASSWORD"`],
  [{ type: 'apiKey', in: 'header', name: 'X-K' }, `curl -s 'https://t.test/a' -H "X-K: $API_KEY"`],
  [{ type: 'apiKey', in: 'query', name: 'k' }, `curl -s "https://t.test/a?k=$API_KEY"`],
  [{ type: 'apiKey', in: 'cookie', name: 'k' }, `curl -s 'https://t.test/a' -b "k=$API_KEY"`],
  [
    { type: 'openIdConnect', openIdConnectUrl: 'https://o.test' },
    `curl -s 'https://t.test/a' -H "authorization: Bearer $TOKEN"`,
  ],
])('the credential %j, also behind an alternative without one', (scheme, command) => {
  const components = { securitySchemes: { own: scheme as OpenAPIV3.SecuritySchemeObject } }
  expect(curl('GET /a', { security: [{ own: [] }] }, { components })).toBe(command)
  expect(curl('GET /a', { security: [{}, { own: [] }] }, { components })).toBe(command)
})

test('HEAD asks for headers alone', () => {
  expect(curl('HEAD /a')).toBe(`curl -I 'https://t.test/a'`)
})

describe('bodies without examples are made from their schemas', () => {
  const person = {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string', minLength: 6 },
      level: { type: 'integer', default: 3 },
    },
  }
  const file = { type: 'string', format: 'binary' }
  test.each<[string, object, string, string]>([
    [
      'application/json',
      person,
      `-H 'content-type: application/json' -d '{"name":"textxx","level":3}'`,
      "{ name: 'textxx', level: 3 }",
    ],
    [
      'application/merge-patch+json',
      person,
      `-H 'content-type: application/merge-patch+json' -d '{"name":"textxx","level":3}'`,
      "{ name: 'textxx', level: 3 }",
    ],
    [
      'application/x-www-form-urlencoded',
      person,
      `--data-urlencode 'name=textxx' --data-urlencode 'level=3'`,
      "{ name: 'textxx', level: 3 }",
    ],
    [
      'multipart/form-data',
      { type: 'object', required: ['file'], properties: { file, note: text } },
      `-F 'file=@file' -F 'note=text'`,
      "{ file: new Blob(['…']), note: 'text' }",
    ],
    ['text/csv', text, `-H 'content-type: text/csv' --data-binary 'text'`, "'text'"],
    [
      'application/pdf',
      file,
      `-H 'content-type: application/pdf' --data-binary @file`,
      "new Blob(['…'], { type: 'application/pdf' })",
    ],
    ['*/*', file, `-H 'content-type: application/octet-stream' --data-binary @file`, 'new Blob('],
  ])('%s', (type, schema, options, code) => {
    const requestBody = { ...required, content: { [type]: { schema } } }
    expect(curl('POST /a', { requestBody })).toBe(`curl -i 'https://t.test/a' ${options}`)
    expect(sdk('POST /a', { requestBody })).toContain(`await things.untagged.tryIt(${code}`)
  })

  test('an example of the contract that is valid stands as it is; one that is not is replaced', () => {
    const body = (example: unknown) => ({
      requestBody: { ...required, content: { 'application/json': { schema: person, example } } },
    })
    expect(curl('POST /a', body({ name: 'Adalovelace' }))).toContain(`-d '{"name":"Adalovelace"}'`)
    expect(curl('POST /a', body('{"name":"as text"}'))).toContain(`-d '{"name":"textxx","level":3}'`)
  })
})
