// A token checked as Frontdesk checks it: remembered once it is verified.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createDependencies } from '../ours/dependencies-with-services.ts'

const { authenticate } = createDependencies()

export async function handler({ headers, httpMethod: method, path }: APIGatewayProxyEvent) {
  const request = { method, path, query: {}, headers: { authorization: headers.Authorization ?? '' }, requestId: '' }
  const { id } = await authenticate(request, [])
  return { statusCode: 200, body: id }
}
