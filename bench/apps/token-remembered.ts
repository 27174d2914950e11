// As Frontdesk checks a token that it has seen before: it remembers a verified one.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { ourDependenciesWithServices } from './ours-services.ts'

export function create() {
  const { authenticate } = ourDependenciesWithServices()
  return async ({ headers, httpMethod: method, path }: APIGatewayProxyEvent) => {
    const request = { method, path, query: {}, headers: { authorization: headers.Authorization ?? '' }, requestId: '' }
    const { id } = await authenticate(request, [])
    return { statusCode: 200, body: id }
  }
}
