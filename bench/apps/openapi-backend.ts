// openapi-backend as its README shows it: it reads, validates and compiles the document at start. Its examples for
// Lambda set `quick`: then it skips the check of the document, and compiles a validator at first use.
import addFormats from 'ajv-formats'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context as LambdaContext } from 'aws-lambda'
import { OpenAPIBackend, type Context } from 'openapi-backend'
import { answers, operationId, served } from '../api.ts'
import { json } from './bare.ts'

/** A request that the engine has validated. */
type Valid = Context<object, { id: string }, { limit?: number }>

export function create() {
  const api = new OpenAPIBackend({
    definition: served.contract(),
    quick: served.quick(),
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
  for (const n of served.resources()) {
    api.register({
      [operationId('list', n)]: ({ request }: Valid) => json(200, answers.list(request.query.limit)),
      [operationId('create', n)]: ({ request }: Valid) => json(201, answers.create(request.requestBody)),
      [operationId('get', n)]: ({ request }: Valid) => json(200, answers.get(request.params.id)),
      [operationId('update', n)]: ({ request }: Valid) =>
        json(200, answers.update(request.params.id, request.requestBody)),
      [operationId('delete', n)]: () => ({ statusCode: 204, headers: {}, body: '' }),
    })
  }
  void api.init()

  return (event: APIGatewayProxyEvent, context: LambdaContext): Promise<APIGatewayProxyResult> =>
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
}
