// The bare handler: routed by hand, nothing validated.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { answers, resourceName, served } from '../api.ts'

const headers = { 'Content-Type': 'application/json' }
export const json = (statusCode: number, body: object) => ({ statusCode, headers, body: JSON.stringify(body) })

export function create() {
  const names = new Set(served.resources().map(resourceName))
  // Async, because the other handlers give a promise too.
  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const { httpMethod, path, queryStringParameters: query } = event
    const [, name = '', id, more] = path.split('/')
    if (!names.has(name) || more !== undefined) return json(404, { title: 'Not found' })
    const body = () => JSON.parse(event.body ?? '{}') as object
    switch (`${httpMethod} ${id === undefined ? 'list' : 'item'}`) {
      case 'GET list':
        return json(200, answers.list(query?.limit === undefined ? undefined : Number(query.limit)))
      case 'POST list':
        return json(201, answers.create(body()))
      case 'GET item':
        return json(200, answers.get(id ?? ''))
      case 'PUT item':
        return json(200, answers.update(id ?? '', body()))
      case 'DELETE item':
        return { statusCode: 204, headers: {}, body: '' }
      default:
        return json(405, { title: 'Method not allowed' })
    }
  }
}
