// The rule warns of words of OpenAPI 3.1 that are left out.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

test('names each place', async () => {
  const info = { summary: 'Short', license: { name: 'MIT', identifier: 'MIT' } }
  const schema = { $comment: 'x', type: 'string', examples: ['a', 'b'] }
  const more = { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' }
  expect(await limitsIn({ openapi: '3.1.0', info, more, ...withSchema(schema) }, 'carried')).toEqual([
    'warn contract/lost-words #/jsonSchemaDialect',
    'warn contract/lost-words #/info/summary',
    'warn contract/lost-words #/info/license/identifier',
    'warn contract/lost-words #/components/schemas/A/$comment',
    'warn contract/lost-words #/components/schemas/A/examples',
  ])
})

test('one example becomes the example of 3.0', async () => {
  expect(await limitsIn({ openapi: '3.1.0', ...withSchema({ type: 'string', examples: ['a'] }) }, 'carried')).toEqual(
    [],
  )
})
