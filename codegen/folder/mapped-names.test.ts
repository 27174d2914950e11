// Names of schemas in mappings become references wherever a schema can stand, and data stays as it is.
import { expect, test } from 'vitest'
import { referToMapped } from './mapped-names.ts'
import { stepsOf } from './pointer.ts'

const union = (target: string) => ({ discriminator: { propertyName: 'kind', mapping: { cat: target } } })
const around = (part: object) => ({ components: { schemas: { Cat: {}, 'A/B': {} } }, ...part })
function converted(part: object) {
  const document = structuredClone(around(part))
  referToMapped(document)
  return document
}

const inSchema = (name: string) => (schema: object) => ({ a: { properties: { [name]: schema } } })

test.each<[place: string, around: (schema: object) => object]>([
  ...['value', 'default', 'example', 'examples', 'enum', 'const', 'mapping', 'properties', 'x-a', 'discriminator'].map(
    (name): [string, (schema: object) => object] => [`a member ${name}`, inSchema(name)],
  ),
  ['the default answer', (schema) => ({ responses: { default: { content: { 'a/b': { schema } } } } })],
  ['a header x-a', (schema) => ({ headers: { 'x-a': { schema } } })],
  ['an item', (schema) => ({ schema: { items: schema } })],
  ['a branch', (schema) => ({ schema: { oneOf: [schema] } })],
])('%s', (_place, placed) => {
  expect(converted(placed(union('Cat')))).toEqual(around(placed(union('#/components/schemas/Cat'))))
})

test.each(['default', 'example', 'examples', 'value', 'enum', 'const', 'x-a'])('%s of a schema is data', (keyword) => {
  const schema = { schema: { [keyword]: [union('Cat')] } }
  expect(converted(schema)).toEqual(around(schema))
})

test('names of no schema stay, also those that objects have', () => {
  for (const name of ['Dog', 'constructor', '__proto__', '#/components/schemas/Cat'])
    expect(converted({ schema: union(name) })).toEqual(around({ schema: union(name) }))
})

test('a name with a slash leads back to its schema', () => {
  const { schema } = converted({ schema: union('A/B') }) as unknown as { schema: ReturnType<typeof union> }
  expect(stepsOf(schema.discriminator.mapping.cat)).toEqual(['components', 'schemas', 'A/B'])
})

test('a reference is read by its keys; a lone percent sign stands for itself', () => {
  expect(stepsOf('#/paths/~1a%20b~1%7Ba%7D/x~01')).toEqual(['paths', '/a b/{a}', 'x~1'])
  expect(stepsOf('#/a/100%/~1%')).toEqual(['a', '100%', '/%'])
})
