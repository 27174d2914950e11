// A server of the contract that answers with its examples: the generated routes find an operation, and the generated
// validators judge the request. Replace `answers` by your own operations.
import type { ErrorObject, ValidateFunction } from 'ajv'
import { routes } from '../../../generated/routes.ts'
import { validators, type BodyValidators, type Validators } from '../../../generated/validators/index.ts'
import { faultsOf } from '../../../server/http/faults.ts'
import type { HttpRequest } from '../../../server/http/message.ts'
import { readPath } from '../../../server/http/path.ts'
import { Problem } from '../../../server/http/problem.ts'
import { readRequest } from '../../../server/http/read-request.ts'
import { createRouter } from '../../../server/http/router.ts'
import { answers, type Answer } from './answers.ts'
import { problemAnswer, refusal } from './refusal.ts'

export type Asked = {
  method: string
  path: string
  query: Record<string, string[]>
  headers: Record<string, string>
  body?: Buffer
}

const router = createRouter(routes)

export async function handle(asked: Asked): Promise<Answer> {
  try {
    return await answerOf(asked)
  } catch (error) {
    if (error instanceof Problem) return problemAnswer(error)
    throw error
  }
}

async function answerOf(asked: Asked): Promise<Answer> {
  const { method } = asked
  const { path, malformed } = readPath(asked.path)
  const match = router.match(method.toLowerCase(), path)
  if (Array.isArray(match)) {
    if (match.length === 0) return refusal(404, 'There is no such route.')
    return refusal(405, `This route has ${match.join(', ').toUpperCase()}.`, { Allow: match.join(', ').toUpperCase() })
  }
  const { route, parameters } = match
  const context: Context = {
    request: { ...asked, requestId: '' },
    malformed,
    headers: asked.headers,
    params: parameters,
    query: {},
    body: undefined,
  }
  readRequest(context, route)
  const errors = await faultsIn(context, route.operationId)
  if (errors.length > 0) return refusal(400, 'The request does not match the contract.', {}, faultsOf(errors))
  return answers[route.operationId] ?? refusal(501, `${route.operationId} has no answer.`)
}

/** What reading a request adds to it. */
type Context = {
  request: HttpRequest
  malformed: boolean
  headers: Record<string, string>
  params: Record<string, unknown>
  query: Record<string, unknown>
  header?: Record<string, unknown>
  cookie?: Record<string, unknown>
  body: unknown
  mediaType?: string
}

async function faultsIn(context: Context, operationId: string) {
  // Safe cast: the table has the validators of each route.
  const load = validators as unknown as Record<string, () => Promise<Record<string, Validators>>>
  const own = (await load[operationId]?.())?.[operationId]
  if (!own) throw new Error(`${operationId} has no validators`)
  const { params: path, query, headers, header = headers, cookie = {}, body, mediaType } = context
  const { body: validBody }: BodyValidators = mediaType === undefined ? own : (own.media?.[mediaType] ?? {})
  return [
    ...errorsOf(own.params, { path, query, header, cookie }),
    ...errorsOf(validBody, body === undefined ? {} : { requestBody: body }),
  ]
}

function errorsOf(validate: ValidateFunction | undefined, value: object): ErrorObject[] {
  try {
    return !validate || validate(value) ? [] : (validate.errors ?? [])
  } catch (error) {
    // The stack has no room for a value that is nested too deeply.
    if (!(error instanceof RangeError)) throw error
    return [
      { keyword: 'size', instancePath: '/requestBody', schemaPath: '', params: {}, message: 'is nested too deeply' },
    ]
  }
}
