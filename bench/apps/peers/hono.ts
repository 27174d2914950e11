// Hono with @hono/zod-openapi, as its README has it.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { handle } from 'hono/aws-lambda'
import { answers } from '../../api/answers.ts'
import { operationId, resourceName } from '../../api/contract.ts'
import { resources } from '../served.ts'
import { schemas } from './zod-schemas.ts'

const app = new OpenAPIHono()
const content = <T>(schema: T) => ({ content: { 'application/json': { schema } } })
const answer = <T>(schema: T) => ({ description: 'The answer.', ...content(schema) })

for (const n of resources) {
  const { parcel, change, stored, path: params, query } = schemas(z)
  const collection = `/${resourceName(n)}`
  const item = `${collection}/{id}`
  const list = z.object({ items: z.array(stored) })
  const body = <T>(schema: T) => ({ required: true, ...content(schema) })
  app.openapi(
    createRoute({
      operationId: operationId('list', n),
      method: 'get',
      path: collection,
      request: { query },
      responses: { 200: answer(list) },
    }),
    (c) => c.json(answers.list(c.req.valid('query').limit) as never, 200),
  )
  app.openapi(
    createRoute({
      operationId: operationId('create', n),
      method: 'post',
      path: collection,
      request: { body: body(parcel) },
      responses: { 201: answer(stored) },
    }),
    (c) => c.json(answers.create(c.req.valid('json')) as never, 201),
  )
  app.openapi(
    createRoute({
      operationId: operationId('get', n),
      method: 'get',
      path: item,
      request: { params },
      responses: { 200: answer(stored) },
    }),
    (c) => c.json(answers.get(c.req.valid('param').id) as never, 200),
  )
  app.openapi(
    createRoute({
      operationId: operationId('update', n),
      method: 'put',
      path: item,
      request: { params, body: body(change) },
      responses: { 200: answer(stored) },
    }),
    (c) => c.json(answers.update(c.req.valid('param').id, c.req.valid('json')) as never, 200),
  )
  app.openapi(
    createRoute({
      operationId: operationId('delete', n),
      method: 'delete',
      path: item,
      request: { params },
      responses: { 204: { description: 'Deleted.' } },
    }),
    (c) => c.body(null, 204),
  )
}

export const handler = handle(app)
