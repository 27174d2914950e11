// A server of the contract that answers with its examples: the generated routes find an operation, and the generated
// validators judge the request. Replace `answers` by your own operations.
import { routes } from '../../../generated/routes.ts'
import { validators, type Validators } from '../../../generated/validators/index.ts'
import { readBody } from '../../../server/http/body.ts'
import { faultsOf } from '../../../server/http/faults.ts'
import { readPath } from '../../../server/http/path.ts'
import { Problem } from '../../../server/http/problem.ts'
import { readQuery } from '../../../server/http/query.ts'
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

async function answerOf({ method, path: sent, query, headers, body }: Asked): Promise<Answer> {
  const { path, malformed } = readPath(sent)
  const match = router.match(method.toLowerCase(), path)
  if (Array.isArray(match)) {
    if (match.length === 0) return refusal(404, 'There is no such route.')
    return refusal(405, `This route has ${match.join(', ').toUpperCase()}.`, { Allow: match.join(', ').toUpperCase() })
  }
  if (malformed) return refusal(400, 'The path has an escape that is not UTF-8.')
  const { route, parameters } = match
  const value = route.hasBody
    ? readBody({ method, path, query, headers, requestId: '', ...(body && { body }) }, route)
    : undefined
  // Safe cast: the table has the validators of each route.
  const load = validators as unknown as Record<string, () => Promise<Record<string, Validators>>>
  const own = (await load[route.operationId]?.())?.[route.operationId]
  if (!own) throw new Error(`${route.operationId} has no validators`)
  const request = { path: parameters, query: readQuery(query, route.integers), header: headers, cookie: {} }
  const errors = [
    ...(own.params(request) ? [] : (own.params.errors ?? [])),
    ...(!own.body || own.body(value === undefined ? {} : { requestBody: value }) ? [] : (own.body.errors ?? [])),
  ]
  if (errors.length > 0) return refusal(400, 'The request does not match the contract.', {}, faultsOf(errors))
  return answers[route.operationId] ?? refusal(501, `${route.operationId} has no answer.`)
}
