// What the saved queries find among the lines of the log.
import { expect, test } from 'vitest'
import { problemOf } from '../server/failures.ts'
import { throttledNames } from '../testing/throttled-names.ts'
import { queries } from './saved-queries.ts'

test.each(throttledNames)('apiThrottling finds the failure %s, which the function answers with 503', (name) => {
  const error = Object.assign(new Error('Not now.'), { name })
  expect(problemOf('DynamoDB', error, new AbortController().signal)).toMatchObject({
    slug: 'service-unavailable',
    isElsewhere: true,
  })
  const [, pattern = ''] = /@message like \/\(\?i\)(.+)\/$/.exec(queries.apiThrottling.filter) ?? []
  const line = { level: 'ERROR', error: { name: 'Error', cause: { name } } }
  expect(JSON.stringify(line)).toMatch(new RegExp(pattern, 'i'))
})

test("apiFailures shows the request of Lambda's own lines, which have it in another member", () => {
  expect(queries.apiFailures.fields).toEqual(expect.arrayContaining(['requestId', 'record.requestId']))
})
