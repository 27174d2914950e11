// Constructs of schemas, tried in a JSON body.
import { answering, send, taking, type Construct } from './construct.ts'

const text = { type: 'string' }
const integer = { type: 'integer' }

type Tried = Pick<Construct, 'name' | 'heyApi'> &
  Partial<Construct> & { schema: object; fits: unknown[]; fails: unknown[] }

/** A construct that is tried in a body. */
function inBody({ schema, fits, fails, ...construct }: Tried, at: number): Construct {
  const path = `/s${String(at + 1).padStart(2, '0')}`
  const asked = (body: unknown) => send(`POST ${path}`, body)
  return { paths: { [path]: { post: taking(schema) } }, right: fits.map(asked), wrong: fails.map(asked), ...construct }
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more })
const cat = object({ kind: { type: 'string', enum: ['cat'] }, lives: integer }, { required: ['kind', 'lives'] })
const dog = object({ kind: { type: 'string', enum: ['dog'] }, name: text }, { required: ['kind', 'name'] })
const both = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const tried: Tried[] = [
  {
    name: '`nullable`',
    schema: object({ a: { type: 'string', nullable: true } }, { required: ['a'] }),
    fits: [{ a: null }, { a: 'x' }],
    fails: [{ a: 1 }, {}],
    heyApi: 'type',
  },
  {
    name: '`nullable` without a type',
    schema: object({ a: { allOf: [both('S02')], nullable: true } }),
    components: { schemas: { S02: object({ n: integer }) } },
    fits: [{ a: null }, { a: { n: 1 } }],
    fails: [{ a: { n: 'x' } }],
    house: 'rule/flat-schemas',
    heyApi: 'type',
  },
  {
    name: '`readOnly` and `required`',
    schema: object({ id: { type: 'string', readOnly: true }, a: text }, { required: ['id', 'a'] }),
    fits: [{ a: 'x' }],
    fails: [{}, { a: 'x', id: 'mine' }],
    heyApi: 'type',
  },
  {
    name: '`writeOnly`',
    schema: object({ secret: { type: 'string', writeOnly: true } }, { required: ['secret'] }),
    fits: [{ secret: 'x' }],
    fails: [{}],
    heyApi: 'type',
  },
  {
    name: '`default` of a member',
    schema: object({ a: { type: 'integer', default: 1 } }),
    fits: [{}, { a: 2 }],
    fails: [{ a: 'x' }],
    heyApi: 'type',
  },
  {
    name: '`exclusiveMinimum: true`',
    schema: object({ a: { type: 'number', minimum: 0, exclusiveMinimum: true } }),
    fits: [{ a: 0.1 }],
    fails: [{ a: 0 }],
    heyApi: '–',
  },
  {
    name: 'closed object',
    schema: object({ a: text }, { additionalProperties: false }),
    fits: [{ a: 'x' }],
    fails: [{ b: 1 }],
    heyApi: '–',
  },
  {
    name: 'open object',
    schema: object({ a: text }),
    fits: [{ a: 'x', b: 1 }],
    fails: [{ a: 1 }],
    house: 'contract/closed-requests',
    heyApi: 'type',
  },
  {
    name: 'map (`additionalProperties: schema`)',
    schema: { type: 'object', additionalProperties: integer },
    fits: [{ a: 1 }, {}],
    fails: [{ a: 'x' }],
    heyApi: 'type',
  },
  {
    name: 'members beside a map',
    schema: object({ a: text }, { additionalProperties: integer }),
    fits: [{ a: 'x', b: 1 }],
    fails: [{ b: 'x' }],
    heyApi: 'type',
  },
  {
    name: '`allOf`',
    schema: { allOf: [both('S11'), object({ b: integer }, { required: ['b'] })] },
    components: { schemas: { S11: object({ a: text }, { required: ['a'] }) } },
    fits: [{ a: 'x', b: 1 }],
    fails: [{ a: 'x' }, { b: 1 }],
    house: 'rule/flat-schemas',
    heyApi: 'type',
  },
  {
    name: '`allOf` with closed parts',
    schema: { allOf: [both('S12'), object({ b: integer }, { additionalProperties: false })] },
    components: { schemas: { S12: object({ a: text }, { additionalProperties: false }) } },
    fits: [{ a: 'x', b: 1 }],
    fails: [{ a: 'x', c: 1 }],
    house: 'rule/flat-schemas',
    heyApi: 'type',
  },
  {
    name: '`oneOf`',
    schema: { oneOf: [text, { type: 'array', items: text }] },
    fits: ['x', ['x']],
    fails: [1, [1]],
    house: 'rule/flat-schemas',
    heyApi: 'type',
  },
  {
    name: '`oneOf` with `discriminator`',
    schema: {
      oneOf: [both('S14Cat'), both('S14Dog')],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/S14Cat', dog: 'S14Dog' } },
    },
    components: { schemas: { S14Cat: cat, S14Dog: dog } },
    fits: [
      { kind: 'cat', lives: 9 },
      { kind: 'dog', name: 'Rex' },
    ],
    fails: [{ kind: 'cat', name: 'Rex' }, { kind: 'bird' }],
    house: 'rule/flat-schemas',
    heyApi: 'type',
  },
  {
    name: '`anyOf`',
    schema: { anyOf: [object({ a: text }, { required: ['a'] }), object({ b: integer }, { required: ['b'] })] },
    fits: [{ a: 'x' }, { b: 1 }, { a: 'x', b: 1 }],
    fails: [{}, { a: 1 }],
    house: 'rule/flat-schemas',
    heyApi: 'type',
  },
  {
    name: '`not`',
    schema: object({ a: { type: 'string', not: { enum: ['x'] } } }),
    fits: [{ a: 'y' }],
    fails: [{ a: 'x' }],
    house: 'rule/flat-schemas',
    heyApi: '–',
  },
  {
    name: 'schema that contains itself',
    schema: both('S17'),
    components: { schemas: { S17: object({ n: integer, next: both('S17') }) } },
    fits: [{ n: 1, next: { next: {} } }],
    fails: [{ next: { n: 'x' } }],
    heyApi: 'type',
  },
  {
    name: 'named array as a body',
    schema: both('S18'),
    components: { schemas: { S18: { type: 'array', items: integer, maxItems: 3 } } },
    fits: [[1, 2]],
    fails: [['x'], [1, 2, 3, 4]],
    heyApi: 'type',
  },
  {
    name: 'enum of numbers',
    schema: object({ a: { type: 'integer', enum: [1, 2] } }),
    fits: [{ a: 1 }],
    fails: [{ a: 3 }, { a: '1' }],
    heyApi: 'type',
  },
  {
    name: '`multipleOf` a fraction',
    schema: object({ a: { type: 'number', multipleOf: 0.01 } }),
    fits: [{ a: 19.99 }],
    fails: [{ a: 19.999 }],
    house: 'rule/whole-multiples',
    heyApi: '–',
  },
  {
    name: '`uniqueItems`',
    schema: object({ a: { type: 'array', uniqueItems: true, items: object({ n: integer }) } }),
    fits: [{ a: [{ n: 1 }, { n: 2 }] }],
    fails: [{ a: [{ n: 1 }, { n: 1 }] }],
    heyApi: '–',
  },
  {
    name: '`minProperties`, `maxProperties`',
    schema: { type: 'object', additionalProperties: text, minProperties: 1, maxProperties: 2 },
    fits: [{ a: 'x' }],
    fails: [{}, { a: 'x', b: 'x', c: 'x' }],
    heyApi: '–',
  },
  {
    name: '`format`: date-time, uuid, uri, email',
    schema: object({
      t: { type: 'string', format: 'date-time' },
      u: { type: 'string', format: 'uuid' },
      l: { type: 'string', format: 'uri' },
      e: { type: 'string', format: 'email' },
    }),
    fits: [
      {
        t: '2026-01-31T12:00:00Z',
        u: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
        l: 'https://a.example/',
        e: 'a@b.example',
      },
    ],
    fails: [{ t: 'x' }, { u: 'x' }, { l: 'x y' }, { e: 'x' }],
    heyApi: '–',
  },
  {
    name: 'format that nobody knows',
    schema: object({ a: { type: 'string', format: 'acme-code' } }),
    fits: [{ a: 'x' }],
    fails: [{ a: 1 }],
    heyApi: '–',
  },
  {
    name: 'pattern without Unicode mode',
    schema: object({ a: { type: 'string', pattern: '^[\\w-.]+$' } }),
    fits: [{ a: 'a-b.c' }],
    fails: [{ a: 'a b' }],
    heyApi: '–',
  },
  {
    name: 'pattern that can run without end',
    schema: object({ a: { type: 'string', pattern: '^(a+)+$' } }),
    fits: [{ a: 'aaa' }],
    fails: [{ a: `${'a'.repeat(24)}b` }],
    house: 'contract/linear-patterns',
    heyApi: '–',
  },
  {
    name: 'member named `constructor`',
    schema: object({ constructor: text }, { required: ['constructor'] }),
    fits: [{ constructor: 'x' }],
    fails: [{}, { constructor: 1 }],
    heyApi: 'type',
  },
  {
    name: 'schema without a type',
    schema: {},
    fits: [1, 'x', { a: [] }],
    fails: [],
    house: 'rule/typed-schemas',
    heyApi: 'type',
  },
]

export const schemas: Construct[] = [
  ...tried.map(inBody),
  {
    name: 'parts of an `allOf` that contradict each other',
    paths: { '/s91': { post: taking({ allOf: [text, integer] }) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/possible-schemas', reason: 'no value fits' },
    heyApi: 'never',
  },
  {
    name: 'pattern that is no regular expression',
    paths: { '/s92': { post: taking({ type: 'string', pattern: '(?i)a' }) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/sound-patterns', reason: 'nothing can run it' },
    heyApi: '–',
  },
  {
    name: '`$ref` that leads to itself',
    paths: { '/s93': { get: answering({ $ref: '#/components/schemas/S93' }) } },
    components: { schemas: { S93: { $ref: '#/components/schemas/S93' } } },
    right: [],
    wrong: [],
    refused: { rule: 'no-unresolved-refs', reason: 'leads to nothing' },
    heyApi: '–',
  },
  {
    name: '`default` that breaks its own schema',
    paths: { '/s94': { post: taking({ type: 'object', properties: { size: { type: 'integer', default: 'x' } } }) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/valid-defaults', reason: 'a request without the value would be wrong' },
    heyApi: 'type',
  },
  {
    name: 'minimum above the maximum',
    paths: { '/s95': { post: taking({ type: 'integer', minimum: 2, maximum: 1 }) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/possible-schemas', reason: 'no value fits' },
    heyApi: '–',
  },
]
