// The types of made-up contracts: what callers send, what operations receive and answer, and unions that narrow.
import { beforeAll, expect, test } from 'vitest'
import { renderApiTypes, renderReceivedTypes } from '../codegen/api-types.ts'
import { modelOf } from '../codegen/model.ts'
import { diagnosticsOf } from '../testing/compile.ts'
import { contractWith } from '../testing/made-up-door.ts'

const text = { type: 'string' }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const answer = (content: object) => ({ 200: { description: 'Done.', ...content } })
const file = { ...text, format: 'binary' }

const schemas = {
  Thing: {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { ...text, readOnly: true },
      name: text,
      secret: { ...text, writeOnly: true },
      low: { ...text, default: 'low' },
      inner: ref('Inner'),
    },
  },
  Inner: { type: 'object', properties: { size: { type: 'integer', default: 1 }, more: text } },
  Cat: { type: 'object', required: ['kind', 'claws'], properties: { kind: text, claws: { type: 'integer' } } },
  Dog: {
    allOf: [
      { type: 'object', required: ['kind'], properties: { kind: text } },
      { type: 'object', required: ['bark'], properties: { bark: text } },
    ],
  },
  Pet: {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
  },
  Closed: {
    allOf: [
      { type: 'object', additionalProperties: false, required: ['a'], properties: { a: text } },
      { properties: { b: { type: 'integer' } } },
    ],
  },
  Ints: { type: 'object', additionalProperties: { type: 'integer' } },
}

const contract = contractWith(
  {
    '/things/{id}': {
      parameters: [{ in: 'path', name: 'id', required: true, schema: text }],
      put: {
        operationId: 'putThing',
        parameters: [
          { in: 'path', name: 'id', required: true, schema: { type: 'integer' } },
          { in: 'query', name: 'limit', schema: { type: 'integer', default: 25 } },
          { in: 'query', name: 'tags', schema: { type: 'array', items: text } },
          { in: 'header', name: 'X-Size', schema: { type: 'integer', default: 1 } },
          { in: 'cookie', name: 'sort', required: true, schema: text },
        ],
        requestBody: { required: true, ...json(ref('Thing')) },
        responses: {
          ...answer(json(ref('Thing'))),
          '4XX': { description: 'No.' },
          default: { description: 'No.', ...json(ref('Inner')) },
        },
      },
    },
    '/pets': {
      post: {
        operationId: 'createPet',
        requestBody: { required: true, ...json(ref('Pet')) },
        responses: { '2XX': { description: 'Done.', ...json(ref('Closed')) } },
      },
    },
    '/lists': {
      post: {
        operationId: 'createList',
        requestBody: json({ type: 'array', items: ref('Inner') }),
        responses: { default: { description: 'Done.', ...json(ref('Ints')) } },
      },
    },
    '/files': {
      post: {
        operationId: 'createFile',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file, note: text } } },
            'text/plain': { schema: text },
            'image/*': { schema: file },
          },
        },
        responses: {
          200: {
            description: 'Done.',
            content: {
              'text/csv': { schema: text },
              'image/*': { schema: file },
              'application/vnd.a+json': { schema: ref('Inner') },
            },
          },
          204: { description: 'None.' },
        },
      },
    },
  },
  schemas,
)

const checks = {
  'a request leaves out defaults and readOnly members': `
    const sent: operations['putThing']['requestBody']['content']['application/json'] = { name: 'a', secret: 's' }
    const query: operations['putThing']['parameters']['query'] = {}
    export { sent, query }`,
  'an answer has readOnly members and no writeOnly ones': `
    type Answer = operations['putThing']['responses'][200]['content']['application/json']
    export const same: Same<Answer['id'], string> = true
    export const none: Same<Answer['secret'], undefined> = true
    export const maybe: Same<Answer['low'], string | undefined> = true`,
  'an operation receives defaults, also in members': `
    type Request = RequestOf<received.operations['putThing']>
    export const low: Same<Request['body']['low'], string> = true
    export const size: Same<NonNullable<Request['body']['inner']>['size'], number> = true
    export const inner: Same<undefined extends Request['body']['inner'] ? true : false, true> = true
    export const limit: Same<Request['query']['limit'], number> = true
    export const tags: Same<Request['query']['tags'], string[] | undefined> = true
    export const header: Same<Request['headers']['x-size'], number> = true
    export const id: Same<Request['path']['id'], number> = true
    export const sort: Same<Request['cookies']['sort'], string> = true
    export const items: Same<NonNullable<RequestOf<received.operations['createList']>['body']>[number]['size'], number> = true`,
  'files are objects, texts are texts, and other bodies are bytes': `
    type Body = RequestOf<received.operations['createFile']>['body']
    export const body: Same<Body, { file: received.ReceivedFile; note?: string } | string | Uint8Array> = true`,
  'a union narrows by its discriminator': `
    type Pet = components['schemas']['Pet']
    export const claws = (pet: Pet): number => (pet.kind === 'cat' ? pet.claws : pet.bark.length)
    export const kinds: Same<Pet['kind'], 'cat' | 'Dog'> = true`,
  'parts of an allOf are one object': `
    export const closed: Same<components['schemas']['Closed'], { a: string; b?: number }> = true`,
  'a map has values of its type': `
    export const value = (ints: components['schemas']['Ints']): number | undefined => ints['x']`,
  'successes are exact statuses, else 2XX, else default': `
    type Status<Id extends keyof operations> = ResultOf<operations[Id]['responses'], never>['status']
    export const exact: Same<Status<'putThing'>, 200> = true
    export const range: Same<Status<'createPet'>, number> = true
    export const fallback: Same<Status<'createList'>, number> = true
    export const two: Same<Status<'createFile'>, 200 | 204> = true`,
  'results of other types than JSON say their type': `
    type Result = ResultOf<operations['createFile']['responses'], never>
    const results: Result[] = [
      { status: 200, contentType: 'text/csv', body: 'a,b' },
      { status: 200, contentType: 'image/png', body: new Uint8Array(1) },
      { status: 200, contentType: 'application/vnd.a+json', body: { more: 'x' } },
      { status: 204 },
    ]
    export { results }`,
}

const mistakes: Record<string, [source: string, said: string]> = {
  'a request with a readOnly member': [
    `export const sent: operations['putThing']['requestBody']['content']['application/json'] = { name: 'a', id: '1' }`,
    `'string' is not assignable to type 'never'`,
  ],
  'a request without a required member': [
    `export const sent: operations['putThing']['requestBody']['content']['application/json'] = {}`,
    `'name' is missing`,
  ],
  'bytes where a text is promised': [
    `export const it: ResultOf<operations['createFile']['responses'], never> = { status: 200, contentType: 'text/csv', body: new Uint8Array(1) }`,
    'not assignable',
  ],
  'a branch with the value of another': [
    `export const pet: components['schemas']['Pet'] = { kind: 'cat', bark: 'x' }`,
    `'bark' does not exist`,
  ],
}

const prelude = `
  import type { RequestOf, ResultOf } from 'server/described.ts'
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : [A, 'is not', B]
  type Flat<T> = T extends string | number | boolean | undefined | null | Uint8Array ? T : { [K in keyof T]: T[K] }
  export type Used = [RequestOf<never>, ResultOf<never, never>, received.operations]
`

let said: Record<string, string>
beforeAll(async () => {
  const model = modelOf(contract)
  const receivedTypes = renderReceivedTypes(model)
  const types = `${prelude}\n${renderApiTypes(model)}\nexport declare namespace received {\n${receivedTypes}\n}\n`
  const sources = {
    ...checks,
    ...Object.fromEntries(Object.entries(mistakes).map(([name, [source]]) => [name, source])),
  }
  said = await diagnosticsOf(
    Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, types + source])),
  )
})

test.each(Object.keys(checks))('%s', (name) => {
  expect(said[name]).toBe('')
})

test.each(Object.entries(mistakes))('%s does not compile', (name, [, message]) => {
  expect(said[name]).toContain(message)
})
