// What a request may not send and an answer does not have: readOnly and writeOnly, in schemas of both sides.
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../../model.ts'
import { forbidden } from './forms.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const text = { type: 'string' }
const id = { ...text, readOnly: true }
const secret = { ...text, writeOnly: true }

/** A contract with one operation, whose request and answer have these schemas. */
function operationOf(schemas: Record<string, object>, { request, answer }: { request?: object; answer?: object }) {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': {
        post: {
          ...(request && { requestBody: json(request) }),
          responses: { 200: { description: 'A thing.', ...(answer && json(answer)) } },
        },
      },
    },
    components: { schemas },
  }
  const model = modelOf(document as unknown as Contract)
  const [operation] = model.operations
  return { model, request: operation?.body?.json, answer: operation?.answers[0]?.json }
}

const both = (name: string) => ({ request: ref(name), answer: ref(name) })
const Thing = { type: 'object', required: ['id', 'name', 'secret'], properties: { id, name: text, secret } }

test('a schema of both sides has two forms, and each counts what it requires', () => {
  const { model, request, answer } = operationOf({ Thing }, both('Thing'))
  expect([request?.schemaName, answer?.schemaName]).toEqual(['ThingRequest', 'Thing'])
  expect(request?.schema).toMatchObject({ required: ['name', 'secret'], properties: { name: text, secret } })
  expect(answer?.schema).toMatchObject({ required: ['id', 'name'], properties: { id, name: text } })
  expect(Object.keys(request?.schema?.properties ?? {})).toEqual(['name', 'secret'])
  expect([request?.schema, answer?.schema]).toMatchObject([{ [forbidden]: ['id'] }, { [forbidden]: ['secret'] }])
  expect(Object.keys(model.schemas)).toEqual(['Thing', 'ThingRequest'])
  // The author's document stays what it is.
  expect(model.document.components?.schemas).toEqual({ Thing })
})

test('a schema of one side keeps its name', () => {
  expect(operationOf({ Thing }, { request: ref('Thing') }).request).toMatchObject({
    schemaName: 'Thing',
    schema: { required: ['name', 'secret'] },
  })
  expect(Object.keys(operationOf({ Thing }, { answer: ref('Thing') }).model.schemas)).toEqual(['Thing'])
})

test('without such members nothing gets another name', () => {
  expect(Object.keys(operationOf({ Plain: { type: 'object' } }, both('Plain')).model.schemas)).toEqual(['Plain'])
})

test.each<[what: string, schemas: Record<string, object>]>([
  ['a list', { Thing, Outer: { type: 'array', items: ref('Thing') } }],
  ['a map', { Thing, Outer: { type: 'object', additionalProperties: ref('Thing') } }],
  ['a member', { Thing, Outer: { type: 'object', properties: { thing: ref('Thing') } } }],
  ['a union', { Thing, Outer: { oneOf: [ref('Thing'), text] } }],
  ['itself', { Outer: { ...Thing, properties: { ...Thing.properties, next: ref('Outer') } } }],
  [
    'another that refers back',
    { Outer: { type: 'object', properties: { a: ref('A') } }, A: { ...Thing, properties: { id, o: ref('Outer') } } },
  ],
  ['a shared readOnly schema', { Id: id, Outer: { type: 'object', properties: { id: ref('Id') } } }],
  [
    'a readOnly reference',
    { Id: text, Outer: { type: 'object', properties: { id: { allOf: [ref('Id')], readOnly: true } } } },
  ],
  [
    'a part of an allOf',
    { Thing, Outer: { allOf: [ref('Thing'), { required: ['more'], properties: { more: text } }] } },
  ],
])('%s with such members has two forms as well', (_what, schemas) => {
  const { request, answer } = operationOf(schemas, both('Outer'))
  expect([request?.schemaName, answer?.schemaName]).toEqual(['OuterRequest', 'Outer'])
  const membersOf = (form: object | undefined) =>
    JSON.stringify(form, (key, value: unknown) => (key === 'next' || key === 'o' ? 0 : value))
  expect(membersOf(request?.schema)).not.toContain('"readOnly"')
  expect(membersOf(answer?.schema)).not.toContain('"writeOnly"')
})

test('a form takes no name that the contract has', () => {
  const taken = { type: 'object' }
  const one = operationOf({ Thing, ThingRequest: taken }, both('Thing'))
  expect(one.request?.schemaName).toBe('ThingRequestForm')
  const two = operationOf({ Thing, ThingRequest: taken, ThingRequestForm: taken }, both('Thing'))
  expect(two.request?.schemaName).toBe('ThingRequestForm2')
  expect(two.model.schemas.ThingRequest).toEqual(taken)
})

test('a closed schema needs no list of what it refuses', () => {
  const Closed = { ...Thing, additionalProperties: false }
  expect(operationOf({ Closed }, both('Closed')).request?.schema).not.toHaveProperty([forbidden])
})

test('a schema without a name has its form in its place', () => {
  const { request, answer } = operationOf({}, { request: Thing, answer: { type: 'array', items: Thing } })
  expect(request?.schema?.required).toEqual(['name', 'secret'])
  expect(answer?.schema?.items?.required).toEqual(['id', 'name'])
})
