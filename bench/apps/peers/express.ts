// Express with express-openapi-validator, behind the adapter for Lambda.
import { configure as serverlessExpress } from '@codegenie/serverless-express'
import express, { type ErrorRequestHandler, type Request } from 'express'
import { middleware } from 'express-openapi-validator'
import { answers } from '../../api/answers.ts'
import { resourceName } from '../../api/contract.ts'
import { contract, resources } from '../served.ts'

const app = express()
app.use(express.json())
app.use(
  middleware({
    apiSpec: contract() as never,
    validateRequests: true,
    validateResponses: false,
    // As it comes it takes the 30th of February.
    ajvFormats: { mode: 'full' },
  }),
)

for (const n of resources) {
  const collection = `/${resourceName(n)}`
  const item = `${collection}/:id`
  app.get(collection, (req, res) => void res.json(answers.list(req.query.limit as unknown as number)))
  app.post(collection, (req, res) => void res.status(201).json(answers.create(req.body as object)))
  app.get(item, (req: Request<{ id: string }>, res) => void res.json(answers.get(req.params.id)))
  app.put(item, (req: Request<{ id: string }>, res) => {
    res.json(answers.update(req.params.id, req.body as object))
  })
  app.delete(item, (_req, res) => void res.status(204).end())
}

const failed: ErrorRequestHandler = (
  error: { status?: number; message: string; errors?: object },
  _req,
  res,
  _next,
) => {
  res.status(error.status ?? 500).json({ title: error.message, errors: error.errors })
}
app.use(failed)

export const handler = serverlessExpress({ app })
