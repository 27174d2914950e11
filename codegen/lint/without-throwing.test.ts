// Malformed contracts give findings, those of struct among them, and no exception.
import { expect, it } from 'vitest'
import { findings } from './testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'

it.each([
  [`${list}/responses/400`, null],
  [`${list}/parameters`, {}],
  [`${list}/security`, 'cognito'],
  ['things.yaml#/paths/~1things/post/requestBody', {}],
  ['things.yaml#/schemas/ThingInput/properties', [null]],
  ['things.yaml#/headers/ETag/schema/maxLength', 'long'],
])('finds the structure of %s wrong when it is %j', async (place, value) => {
  expect((await findings({ [place]: value })).join()).toMatch(/\bstruct /)
})

it('finds a rule that could not do its work', async () => {
  expect(await findings({ [`${list}/security`]: [null] })).toContain(
    'contract/documented-statuses things.yaml#/paths/~1things',
  )
})
