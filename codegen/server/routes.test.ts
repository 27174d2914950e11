// The route table of made-up contracts: refused paths, and integers behind references.
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

test.each([
  '/{name}.json',
  '/things/v{version}',
  '/things/{one}-{other}',
  '/things/{}',
  '/things/{name',
  '/name}/things',
])('%s is refused: a parameter is a whole segment', (path) => {
  expect(() => renderRoutes(modelWith(path))).toThrow(`${path}: the segment `)
})

test('/things/{name}/parts.json has whole segments', () => {
  expect(renderRoutes(modelWith('/things/{name}/parts.json'))).toContain("path: '/things/{name}/parts.json'")
})

test('a query parameter is an integer also when its schema is shared', () => {
  const size = { name: 'size', in: 'query', schema: { $ref: '#/components/schemas/Size' } }
  expect(renderRoutes(modelWith('/things', [size]))).toContain("integers: ['size']")
})
