// Powertools for AWS Lambda's event handler with its own validation, by Zod.
import { HttpStatusCodes, RequestValidationError, Router } from '@aws-lambda-powertools/event-handler/http'
import type { Context } from 'aws-lambda'
import { z } from 'zod'
import { answers } from '../../api/answers.ts'
import { resourceName } from '../../api/contract.ts'
import { resources } from '../served.ts'
import { schemas } from './zod-schemas.ts'

const app = new Router()

// Its own answer is 422.
app.errorHandler(RequestValidationError, async ({ message }) => ({
  statusCode: HttpStatusCodes.BAD_REQUEST,
  title: message,
}))

for (const n of resources) {
  const { parcel, change, path, query } = schemas(z)
  const collection = `/${resourceName(n)}` as const
  const item = `${collection}/:id` as const
  app.get(collection, ({ valid }) => answers.list(valid.req.query.limit), { validation: { req: { query } } })
  app.post(collection, ({ valid }) => ({ statusCode: HttpStatusCodes.CREATED, body: answers.create(valid.req.body) }), {
    validation: { req: { body: parcel } },
  })
  app.get(item, ({ valid }) => answers.get(valid.req.path.id), { validation: { req: { path } } })
  app.put(item, ({ valid }) => answers.update(valid.req.path.id, valid.req.body), {
    validation: { req: { path, body: change } },
  })
  app.delete(item, () => new Response(null, { status: 204 }), { validation: { req: { path } } })
}

export const handler = (event: unknown, context: Context) => app.resolve(event, context)
