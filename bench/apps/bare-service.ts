// The bare handler with a token check and DynamoDB, by the libraries that Frontdesk uses and as they are documented.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { answers, resourceName } from '../api.ts'
import { createServices } from './as-documented.ts'
import { json } from './bare.ts'

const collection = `/${resourceName(0)}`

export function create() {
  const { authenticate, store } = createServices()

  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const { httpMethod: method, path, queryStringParameters: query } = event
    await authenticate(event.headers.Authorization)
    switch (`${method} ${path.slice(0, collection.length + 1)}`) {
      case `POST ${collection}`: {
        const parcel = answers.create(JSON.parse(event.body ?? '{}') as object)
        await store.put(parcel)
        return json(201, parcel)
      }
      case `GET ${collection}/`:
        return json(200, (await store.get(path.slice(collection.length + 1))) ?? {})
      case `GET ${collection}`:
        return json(200, { items: await store.list(Number(query?.limit ?? 25)) })
      default:
        return json(404, { title: 'Not found' })
    }
  }
}
