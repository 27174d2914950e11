// What to write instead depends on the place: the same word means one thing in a schema, and another at the root.
import { expect, test } from 'vitest'
import { structureAdvice, type Place } from './structure-advice.ts'

const advise = (pointer: string, more: Partial<Place> = {}) =>
  structureAdvice('Property `x` is not expected here', {
    value: 'a',
    key: pointer.split('/').at(-1) ?? '',
    pointer,
    likely: undefined,
    openapi: '3.0.3',
    isPart: false,
    ...more,
  })
const general = 'Correct its name, leave it out, or begin its name with `x-`.'
const schema = '#/components/schemas/A'

test.each([
  ['#/paths/~1a/get/parameters/0/type', "Write it in the parameter's `schema`."],
  ['#/components/parameters/A/minLength', "Write it in the parameter's `schema`."],
  ['#/components/headers/A/format', "Write it in the header's `schema`."],
  ['#/paths/~1a/get/responses/200/headers/X-A/type', "Write it in the header's `schema`."],
  ['#/paths/~1a/get/parameters/0/collectionFormat', 'It is Swagger 2. In OpenAPI 3 write `style` and `explode`.'],
  ['#/host', 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.'],
  ['#/paths/~1a/get/produces', 'the media types are the keys of `content` in each response'],
  ['#/paths/~1a/get/responses/200/schema', 'Write `content` with a media type'],
  ['#/components/requestBodies/A/schema', 'Write `content` with a media type'],
  ['#/webhooks', '3.1 has them.'],
  ['#/info/summary', '3.1 has it. In 3.0 write it into `description`.'],
  ['#/info/license/identifier', 'In 3.0 write `url`.'],
  [`${schema}/const`, 'In 3.0 write `enum` with this one value.'],
  ['#/paths/~1a/get/parameters/0/schema/const', 'In 3.0 write `enum` with this one value.'],
])('%s: %s', (pointer, said) => {
  expect(advise(pointer)).toContain(said)
})

test.each([
  ...['host', 'schema', 'basePath', 'produces', 'consumes', 'definitions', 'webhooks', 'summary', 'identifier'].flatMap(
    (name) => [`${schema}/${name}`, `${schema}/properties/responses/items/${name}`],
  ),
  '#/paths/~1a/get/definitions',
  '#/paths/~1a/get/parameters/0/colour',
  '#/paths/~1a/get/const',
  '#/info/type',
  `${schema}/properties/parameters/items/consumes`,
  ...['constructor', 'toString', '__proto__', 'hasOwnProperty'].flatMap((name) => [`${schema}/${name}`, `#/${name}`]),
])('%s has no advice of its own', (pointer) => {
  expect(advise(pointer)).toBe(general)
})

test('a misspelt member of a parameter is told its name', () => {
  expect(advise('#/paths/~1a/get/parameters/0/descripton', { likely: 'description' })).toBe(
    `${general} Do you mean \`description\`?`,
  )
})

test('the root of a file that is a part of the document can be a schema', () => {
  expect(advise('#/const', { isPart: true })).toContain('In 3.0 write `enum`')
  expect(advise('#/host', { isPart: true })).toBe(general)
})

const ofType = (value: string, pointer = `${schema}/type`) =>
  structureAdvice('`type` can be one of the following only: "string"', {
    ...{ value, key: 'type', pointer, likely: 'string', openapi: '3.0.3', isPart: false },
  })

test.each(['constructor', 'toString', '__proto__', 'valueOf'])('a type can have the name %s', (name) => {
  expect(ofType(name)).toBe('Do you mean "string"?')
})

test('a type of a security scheme is none of a schema', () => {
  expect(ofType('file')).toBe('Write `type: string` with `format: binary`.')
  expect(ofType('file', '#/components/securitySchemes/a/type')).toBe('Do you mean "string"?')
})
