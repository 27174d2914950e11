// The pool's JSON protocol, as the AWS SDK speaks it: an operation's name in a header, its input in the body.
import type { IncomingMessage } from 'node:http'
import type { Answer } from './routes.ts'
import { CognitoError, type Operations } from './users.ts'

const type = 'application/x-amz-json-1.1'

const failed = (error: CognitoError): Answer => ({
  status: 400,
  headers: { 'content-type': type, 'x-amzn-errortype': `${error.type}:` },
  body: { __type: error.type, message: error.message },
})

function parseObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Text that is no JSON is refused below, like JSON that is no object.
  }
  throw new CognitoError('SerializationException', 'The request body is not a JSON object')
}

export function answerProtocol(operations: Operations, { headers }: IncomingMessage, body: string): Answer {
  const target = String(headers['x-amz-target'])
  const operation = operations.get(target.replace(/^AWSCognitoIdentityProviderService\./, ''))
  try {
    if (!operation) throw new CognitoError('UnknownOperationException', `No such operation: ${target}`)
    return { status: 200, body: operation(parseObject(body)), headers: { 'content-type': type } }
  } catch (error) {
    if (error instanceof CognitoError) return failed(error)
    throw error
  }
}
