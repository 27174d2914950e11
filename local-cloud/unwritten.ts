// Operations of the contract that have no function yet: they answer 501, or the contract's example.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { existsSync, readFileSync } from 'node:fs'
import type { Model } from '../codegen/model.ts'
import { readPath } from '../server/http/path.ts'
import type { Result } from '../server/http/response.ts'
import type { Handler } from './emulators/api-gateway/index.ts'

type Operation = Model['operations'][number]
type Request = { query: Record<string, unknown> }

/** Tells the answers of this file from those of written operations. It never leaves the local cloud. */
const marker = 'x-local-unwritten'
export const notImplemented = 501
const operationsFolder = new URL('../server/operations/', import.meta.url)

export type Unwritten = { operationId: string; file: string }

/** Gives each operation without a function one that answers for it. Returns those operations. */
export function fillIn(
  table: object,
  { operations }: Pick<Model, 'operations'>,
  { examples }: { examples: boolean },
): Unwritten[] {
  const missing = operations.filter(({ operationId }) => !Object.hasOwn(table, operationId))
  const filled = missing.map((operation) => [operation.operationId, unwritten(operation, examples)])
  Object.assign(table, Object.fromEntries(filled))
  return missing.map((operation) => ({ operationId: operation.operationId, file: placeOf(operation) }))
}

/** The file in which the function is missing, and the table if the table does not name that file. */
export function placeOf({ tag }: Pick<Operation, 'tag'>, folder = operationsFolder): string {
  const path = `server/operations/${tag}.ts`
  const isListed = readFileSync(new URL('index.ts', folder), 'utf8').includes(`'./${tag}.ts'`)
  if (isListed) return path
  const isThere = existsSync(new URL(`${tag}.ts`, folder))
  return `${path}${isThere ? '' : ' (a new file)'}, and add the file to server/operations/index.ts`
}

function unwritten(operation: Operation, examples: boolean) {
  const answer = examples ? exampleOf(operation) : undefined
  return ({ query }: Request): Result => {
    const headers = { [marker]: operation.operationId }
    if (!answer || 'lacks' in answer) {
      const reason = answer ? ` The contract has no example to answer with: ${answer.lacks}.` : ''
      return { status: notImplemented, headers, body: `${messageOf(operation)}${reason}` }
    }
    const body = operation.page && 'cursor' in query ? lastPage(answer.body) : answer.body
    return { ...answer, body, headers: { ...answer.headers, ...headers } }
  }
}

const messageOf = (operation: Operation) =>
  `The operation ${operation.operationId} has no function yet. Write it in ${placeOf(operation)}.`

/** The example of the first success that the contract documents. */
export function exampleOf({ answers }: Pick<Operation, 'answers'>): Result | { lacks: string } {
  const answer = answers.find(({ status }) => status >= 200 && status < 300)
  if (!answer) return { lacks: 'it documents no success' }
  const { status } = answer
  const headers: Record<string, string> = {}
  for (const { name, example, written } of answer.headers) {
    const { schema } = written
    const value: unknown = example ?? (schema && 'example' in schema ? (schema.example as unknown) : undefined)
    if (value !== undefined) headers[name] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  if (answer.content.length === 0) return { status, headers }
  for (const { type, examples, schema } of answer.content) {
    const [body = schema?.example as unknown] = examples
    if (body !== undefined) return { status, body, headers: { ...headers, 'Content-Type': type } }
  }
  return { lacks: `its ${status} has none` }
}

/** An example names the same next page each time, and a client would ask for it without end. */
function lastPage(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'nextCursor'))
}

/** The handler, whose answers for unwritten operations become the problem, or the example in its own media type. */
export function answeringUnwritten(handler: Handler): Handler {
  return async (event) => {
    const answer = await handler(event)
    const { [marker]: operationId, ...headers } = answer.headers ?? {}
    if (operationId === undefined) return answer
    if (answer.statusCode === notImplemented) {
      const type = { 'Content-Type': 'application/problem+json' }
      return {
        ...answer,
        headers: { ...headers, ...type },
        body: problemOf(event, headers['X-Request-Id'], answer.body),
      }
    }
    if (answer.body === '') {
      // A 204 or a 304.
      const { 'Content-Type': _, ...bodyless } = headers
      return { ...answer, headers: bodyless }
    }
    const isJson = /[/+]json\b/.test(String(headers['Content-Type'] ?? 'json'))
    const value: unknown = isJson ? answer.body : JSON.parse(answer.body)
    return { ...answer, headers, body: typeof value === 'string' ? value : answer.body }
  }
}

/** No problem type of the contract says this, because no deployed service answers it. */
function problemOf({ path }: APIGatewayProxyEvent, requestId: unknown, text: string): string {
  const title = 'Not implemented'
  // Safe cast: the body is the text that the function of the unwritten operation has returned, as JSON.
  const detail = JSON.parse(text) as string
  const { instance } = readPath(path)
  const own = { type: 'about:blank', title, status: notImplemented, detail, instance, requestId }
  return JSON.stringify({ ...own, error: title, message: detail })
}
