// A bare handler that answers a status, and writes the one line of its request as AWS documents it for Lambda: by
// Powertools' Logger. It checks no token.
import { Logger } from '@aws-lambda-powertools/logger'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { json } from './bare.ts'

const logger = new Logger({ serviceName: 'bench' })

export function create() {
  return ({ httpMethod: method, path }: APIGatewayProxyEvent) => {
    logger.info('request', { method, path, status: 200 })
    return Promise.resolve(json(200, { status: 'ok', timestamp: new Date().toISOString() }))
  }
}
