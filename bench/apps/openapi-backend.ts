// openapi-backend as its README has it: the document read, validated and compiled at start.
import addFormats from 'ajv-formats'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context as LambdaContext } from 'aws-lambda'
import { OpenAPIBackend, type Context, type Document } from 'openapi-backend'
import { answers } from '../api/answers.ts'
import { operationId } from '../api/contract.ts'
import { contract, resources } from './served.ts'

const headers = { 'Content-Type': 'application/json' }
const json = (statusCode: number, body: object) => ({ statusCode, headers, body: JSON.stringify(body) })
const bodyOf = ({ request }: Context) => request.requestBody as object
const idOf = ({ request }: Context) => request.params.id as string

const api = new OpenAPIBackend({
  // Sound: the contract is an OpenAPI 3.0 document, for which the two packages have types of their own.
  definition: contract() as unknown as Document,
  coerceTypes: true,
  customizeAjv: (ajv) => {
    addFormats.default(ajv)
    return ajv
  },
})

api.register({
  validationFail: (c: Context) => json(400, { title: 'Invalid', errors: c.validation.errors }),
  notFound: () => json(404, { title: 'Not found' }),
  methodNotAllowed: () => json(405, { title: 'Method not allowed' }),
})
for (const n of resources) {
  api.register({
    [operationId('list', n)]: (c: Context) => json(200, answers.list(c.request.query.limit as unknown as number)),
    [operationId('create', n)]: (c: Context) => json(201, answers.create(bodyOf(c))),
    [operationId('get', n)]: (c: Context) => json(200, answers.get(idOf(c))),
    [operationId('update', n)]: (c: Context) => json(200, answers.update(idOf(c), bodyOf(c))),
    [operationId('delete', n)]: () => ({ statusCode: 204, headers: {}, body: '' }),
  })
}
void api.init()

export const handler = (event: APIGatewayProxyEvent, context: LambdaContext): Promise<APIGatewayProxyResult> =>
  api.handleRequest(
    {
      method: event.httpMethod,
      path: event.path,
      query: (event.queryStringParameters ?? {}) as Record<string, string>,
      body: event.body,
      headers: event.headers as Record<string, string>,
    },
    event,
    context,
  )
