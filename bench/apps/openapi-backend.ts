// openapi-backend as its README has it: the document read, validated and compiled at start; or, as its examples for
// Lambda have it, with `quick`, which leaves out the validation of the document and compiles validators when needed.
import addFormats from 'ajv-formats'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context as LambdaContext } from 'aws-lambda'
import { OpenAPIBackend, type Context } from 'openapi-backend'
import { answers } from '../api/answers.ts'
import { operationId } from '../api/contract.ts'
import { contract, quick, resources } from './served.ts'

const headers = { 'Content-Type': 'application/json' }
const json = (statusCode: number, body: object) => ({ statusCode, headers, body: JSON.stringify(body) })
/** A request of which the engine has checked these. */
type Valid = Context<object, { id: string }, { limit?: number }>
const bodyOf = ({ request }: Valid) => request.requestBody

const api = new OpenAPIBackend({
  definition: contract(),
  quick: quick(),
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
    [operationId('list', n)]: (c: Valid) => json(200, answers.list(c.request.query.limit)),
    [operationId('create', n)]: (c: Valid) => json(201, answers.create(bodyOf(c))),
    [operationId('get', n)]: ({ request }: Valid) => json(200, answers.get(request.params.id)),
    [operationId('update', n)]: (c: Valid) => json(200, answers.update(c.request.params.id, bodyOf(c))),
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
