// The floor: routed by hand, nothing validated.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { answers } from '../api/answers.ts'
import { resourceName } from '../api/contract.ts'
import { resources } from './served.ts'

const names = new Set(resources.map(resourceName))
const headers = { 'Content-Type': 'application/json' }
const json = (statusCode: number, body: object) => ({ statusCode, headers, body: JSON.stringify(body) })

// A promise, as the others give it, also of what it throws.
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const { httpMethod, path, queryStringParameters: query } = event
  const [, name = '', id, more] = path.split('/')
  if (!names.has(name) || more !== undefined) return json(404, { title: 'Not found' })
  const body = () => JSON.parse(event.body ?? '{}') as object
  switch (`${httpMethod} ${id === undefined ? 'all' : 'one'}`) {
    case 'GET all':
      return json(200, answers.list(query?.limit === undefined ? undefined : Number(query.limit)))
    case 'POST all':
      return json(201, answers.create(body()))
    case 'GET one':
      return json(200, answers.get(id ?? ''))
    case 'PUT one':
      return json(200, answers.update(id ?? '', body()))
    case 'DELETE one':
      return { statusCode: 204, headers: {}, body: '' }
    default:
      return json(405, { title: 'Method not allowed' })
  }
}
