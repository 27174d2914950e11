// The route table of made-up contracts: how parameters and bodies are read.
import { expect, test } from 'vitest'
import type { OpenAPIV3 } from 'openapi-types'
import { modelOf, type Model } from '../model.ts'
import { renderRoutes } from './routes.ts'

function modelWith(path: string, parameters: OpenAPIV3.ParameterObject[] = []): Model {
  return modelOf({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1.0.0' },
    paths: { [path]: { get: { operationId: 'getThing', parameters, responses: {} } } },
    components: { schemas: { Size: { type: 'integer' } } },
  })
}

test('a query parameter is an integer also when its schema is shared', () => {
  const size = { name: 'size', in: 'query', schema: { $ref: '#/components/schemas/Size' } }
  expect(renderRoutes(modelWith('/things', [size]))).toContain("integers: ['size']")
})

test('a stream has the type of the event that ends it with a problem', () => {
  const event = (type: string) => ({ type: 'object' as const, properties: { type: { type: 'string', enum: [type] } } })
  const media = {
    schema: { oneOf: [event('part'), event('end'), event('broken')] },
    'x-event-stream': { end: 'end', failure: 'broken' },
  } as OpenAPIV3.MediaTypeObject
  const responses = { 200: { description: 'Parts.', content: { 'text/event-stream': media } } }
  const model = modelOf({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1.0.0' },
    paths: { '/things': { get: { operationId: 'watchThings', responses } } },
  } as OpenAPIV3.Document)
  expect(renderRoutes(model)).toContain("failureEvent: 'broken'")
  expect(renderRoutes(modelWith('/things'))).not.toContain('failureEvent:')
})
