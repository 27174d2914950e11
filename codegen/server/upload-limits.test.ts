// The limits of uploads: the maximum of contentLength, by operation.
import type { OpenAPIV3 } from 'openapi-types'
import { expect, test } from 'vitest'
import { modelOf } from '../model.ts'
import { renderUploadLimits } from './upload-limits.ts'

function limitsWith(schema: OpenAPIV3.SchemaObject, hints: object = { upload: true }) {
  const parameters = [{ name: 'contentLength', in: 'query', schema }]
  const get = { operationId: 'getUpload', parameters, responses: {}, 'x-sdk': hints }
  const info = { title: 'Things', version: '1.0.0' }
  return renderUploadLimits(modelOf({ openapi: '3.0.3', info, paths: { '/things/upload': { get } } }))
}

test('an operation with uploads has the maximum of its contentLength', () => {
  expect(limitsWith({ type: 'integer', maximum: 5 })).toContain('getUpload: 5,')
  expect(limitsWith({ type: 'integer', maximum: 5 }, {})).not.toContain('getUpload')
})

test('an operation with uploads that has no maximum is refused', () => {
  expect(() => limitsWith({ type: 'integer' })).toThrow('contentLength of getUpload needs a maximum')
})
