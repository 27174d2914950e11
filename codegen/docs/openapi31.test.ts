// Each difference between the schemas of OpenAPI 3.0 and 3.1.
import { expect, test } from 'vitest'
import { toOpenApi31, toSchema31 } from './openapi31.ts'

test.each([
  ['a value or null', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['nullable without a type means nothing', { nullable: true, enum: ['a'] }, { enum: ['a'] }],
  ['nullable: false', { type: 'string', nullable: false }, { type: 'string' }],
  [
    'a bound that is left out',
    { type: 'number', minimum: 0, exclusiveMinimum: true },
    { type: 'number', exclusiveMinimum: 0 },
  ],
  ['a bound that is in', { type: 'number', maximum: 9, exclusiveMaximum: false }, { type: 'number', maximum: 9 }],
  ['an example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
  ['bytes as text', { type: 'string', format: 'byte' }, { type: 'string', contentEncoding: 'base64' }],
  ['a file', { type: 'string', format: 'binary' }, { type: 'string', contentMediaType: 'application/octet-stream' }],
  ['another format', { type: 'string', format: 'date' }, { type: 'string', format: 'date' }],
  [
    'what stands beside a reference',
    { $ref: '#/components/schemas/A', nullable: true },
    { $ref: '#/components/schemas/A' },
  ],
  [
    'members of any name',
    {
      type: 'object',
      properties: { nullable: { type: 'boolean', nullable: true }, example: { type: 'string', example: 'a' } },
    },
    {
      type: 'object',
      properties: { nullable: { type: ['boolean', 'null'] }, example: { type: 'string', examples: ['a'] } },
    },
  ],
  [
    'schemas in schemas',
    {
      allOf: [{ type: 'string', nullable: true }],
      items: { type: 'string', nullable: true },
      additionalProperties: { type: 'string', nullable: true },
    },
    {
      allOf: [{ type: ['string', 'null'] }],
      items: { type: ['string', 'null'] },
      additionalProperties: { type: ['string', 'null'] },
    },
  ],
  [
    'data in a default',
    { type: 'object', default: { nullable: true } },
    { type: 'object', default: { nullable: true } },
  ],
])('%s', (_, written, converted) => {
  expect(toSchema31(written)).toEqual(converted)
})

test('examples are data, whatever they contain', () => {
  const media = { schema: { type: 'object', nullable: true }, example: { schema: { nullable: true }, $ref: 'text' } }
  const document = {
    openapi: '3.0.3',
    info: {},
    paths: { '/a': { get: { responses: { 200: { content: { 'application/json': media } } } } } },
  }
  expect(toOpenApi31(document)).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/a': {
        get: {
          responses: {
            200: { content: { 'application/json': { schema: { type: ['object', 'null'] }, example: media.example } } },
          },
        },
      },
    },
  })
})
