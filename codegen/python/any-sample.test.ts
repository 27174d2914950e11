// The Python samples of any contract, and the values in them.
import { expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { modelOf } from '../model.ts'
import { literal } from './literal.ts'
import { pythonSample } from './sample.ts'

type Given = { parameters?: object[]; requestBody?: object; security?: object[] }
const sampleOf = ({ security = [], ...given }: Given, path = '/things') => {
  // Safe cast: the parts that the model reads are there.
  const document = {
    openapi: '3.0.3',
    info: { title: 'Acme', version: '1' },
    tags: [{ name: 'Things' }],
    paths: {
      [path]: { post: { operationId: 'makeThing', tags: ['Things'], responses: { 204: {} }, security, ...given } },
    },
    components: {
      schemas: {
        Thing: { type: 'object', properties: { 'a b': { type: 'boolean' } }, example: { 'a b': true } },
        Colour: { type: 'string', enum: ['red'] },
        Either: { oneOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'object' }], example: {} },
        Things: { type: 'array', items: { type: 'string' }, example: ['a'] },
      },
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic' },
        key: { type: 'apiKey', in: 'query', name: 'key' },
      },
    },
  } as unknown as Contract
  return pythonSample(modelOf(document), { operationId: 'makeThing' })
}
const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const body = (name: string) => ({ required: true, content: { 'application/json': { schema: schema(name) } } })

test.each<[string, Given, string]>([
  [
    'a date and a time',
    {
      parameters: [
        { name: 'on', in: 'query', schema: { type: 'string', format: 'date' }, example: '2027-01-02' },
        { name: 'at', in: 'query', schema: { type: 'string', format: 'date-time' }, example: '2027-01-02T00:00:00Z' },
      ],
    },
    '    on=datetime.date.fromisoformat("2027-01-02"),\n    at=datetime.datetime.fromisoformat("2027-01-02T00:00:00Z"),',
  ],
  [
    'a word of Python',
    { parameters: [{ name: 'from', in: 'query', schema: { type: 'integer' }, example: 7 }] },
    '(from_=7)',
  ],
  [
    'a header that must be sent',
    { parameters: [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' }, example: 'a"b' }] },
    String.raw`(if_match="a\"b")`,
  ],
  ['a body', { requestBody: body('Thing') }, '(Thing.from_dict({"a b": True}))'],
  [
    'an enumeration without a name, which may be left out',
    { parameters: [{ name: 'colour', in: 'query', schema: { type: 'string', enum: ['red'] }, example: 'red' }] },
    'acme.things.make()',
  ],
])('%s', (_, given, part) => {
  expect(sampleOf(given)).toContain(part)
})

test.each<[string, Given]>([
  ['a body that is no model', { requestBody: body('Things') }],
  ['a body of several models', { requestBody: body('Either') }],
  ['a body without a name', { requestBody: { required: true, content: { 'application/json': { schema: {} } } } }],
  ['a user and a password', { security: [{ basic: [] }] }],
  ['a key in the query', { security: [{ key: [] }] }],
  [
    'a list that must be given',
    {
      parameters: [{ name: 'ids', in: 'query', required: true, schema: { type: 'array', items: { type: 'string' } } }],
    },
  ],
])('%s has none', (_, given) => {
  expect(sampleOf(given)).toBeUndefined()
})

test.each<[unknown, string]>([
  [null, 'None'],
  [[true, false, 1.5], '[True, False, 1.5]'],
  [{ a: 'it\'s "so"\n' }, String.raw`{"a": "it's \"so\"\n"}`],
  [{ text: 'x'.repeat(80), more: [] }, `{\n    "text": "${'x'.repeat(80)}",\n    "more": [],\n}`],
])('%j is %s', (value, source) => {
  expect(literal(value)).toBe(source)
})
