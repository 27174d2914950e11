// Operations that answer with the contract's examples. The examples agree: what a list shows can be fetched by its id.
import { randomUUID } from 'node:crypto'
import { eventsExample } from '../../codegen/client-sdk/mock-answer.ts'
import type { Model, Operation } from '../../codegen/model.ts'
import type { HttpRequest } from '../../server/http/message.ts'
import type { Result } from '../../server/http/response.ts'
import type { PrismAnswer } from './ask-prism.ts'
import type { MockFiles } from './files.ts'
import { pageOf } from './pages.ts'
import { preferencesOf } from './preferences.ts'

type Item = Record<string, unknown>
type Request = { path: Record<string, string>; query: Item }
type Context = { message: HttpRequest }
type Mocked = (request: Request, context: Context) => Promise<Result>
type Surroundings = { ask: (message: HttpRequest) => Promise<PrismAnswer>; files: MockFiles }

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
const uploadMilliseconds = 15 * 60_000

/** One for each operation of the contract, by its operationId. */
export function exampleOperations(model: Model, surroundings: Surroundings): Record<string, Mocked> {
  return Object.fromEntries(
    model.operations.map((operation) => [operation.operationId, mocked(model, operation, surroundings)]),
  )
}

function mocked(model: Model, operation: Operation, { ask, files }: Surroundings): Mocked {
  const played = playedBy(operation)
  return async (request, { message }) => {
    // Prism knows no streams. It has the failures that a caller wishes for.
    const { code = 0 } = preferencesOf(message.headers.prefer)
    if (played && code < 300) {
      const { status, contentType, events } = played
      return { status, contentType, body: inTurn(events) }
    }
    const { status, headers, contentType, body } = await ask(message)
    const given = {
      status,
      headers: documented(operation, status, headers),
      ...(contentType !== undefined && { contentType }),
    }
    if (status >= 400) return { ...given, body: isItem(body) ? ofThisRequest(body, message) : body }
    if (!isItem(body)) return { ...given, body }
    return { ...given, body: agreeing(model, operation, { request, body, files }) }
  }
}

type Played = { status: number; contentType: string; events: unknown[] }

/** The stream of the operation, if its success is one: the contract's examples of its events. */
function playedBy({ successes }: Operation): Played | undefined {
  for (const success of successes) {
    const media = success.content.find(({ events }) => events)
    if (media?.events)
      return { status: success.status, contentType: media.type, events: eventsExample(success, media.events) }
  }
  return undefined
}

async function* inTurn(events: unknown[]) {
  for (const event of events) yield await Promise.resolve(event)
}

/** The headers of the contract, spelled as it does. An ordinary answer lacks the optional ones; Retry-After is always of use. */
function documented({ answers }: Operation, status: number, given: Headers): Record<string, string> {
  const { headers = [] } = answers.find((answer) => answer.status === status) ?? {}
  const sent = headers.flatMap(({ name, required }): [string, string][] => {
    const value = required || name === 'Retry-After' ? given.get(name) : null
    return value === null ? [] : [[name, value]]
  })
  return Object.fromEntries(sent)
}

/** The problem names the request that it answers. */
const ofThisRequest = (body: Item, { path, requestId }: HttpRequest): Item => ({
  ...body,
  ...('instance' in body && { instance: path }),
  ...('requestId' in body && { requestId }),
})

type Answered = { request: Request; body: Item; files: MockFiles }

function agreeing(model: Model, operation: Operation, { request, body, files }: Answered): Item {
  const { path, query } = request
  if (operation.sdk.upload) return upload(operation, { request, body, files })
  const { page } = operation
  if (page) {
    const shown = body[page.member]
    const examples = Array.isArray(shown) ? shown.map((item) => withIds(operation, path, item)) : []
    const items = [...files.in(folderOf(operation, path)), ...examples.map((item) => files.example(item))]
    return { ...withoutCursor(body), ...pageOf(operation, items, query) }
  }
  return withIds(operation, path, operation.method === 'get' ? (listed(model, operation, path) ?? body) : body) as Item
}

/** Another page follows where there is one, and not because the example shows a cursor. */
const withoutCursor = ({ nextCursor: _, ...body }: Item): Item => body

/** The item of the list that the path names: `/cases/{caseId}` is one of `/cases`. */
function listed({ operations }: Model, { path: template }: Operation, path: Record<string, string>): unknown {
  const [, folder, parameter] = /^(.*)\/\{([^{}]+)\}$/.exec(template) ?? []
  if (folder === undefined || parameter === undefined) return undefined
  const list = operations.find(({ path: other, page }) => page && other === folder)
  const [example] = list?.answers.find(({ status }) => status === 200)?.json?.examples ?? []
  const items = isItem(example) && list?.page ? example[list.page.member] : undefined
  return Array.isArray(items) ? items.find((item) => isItem(item) && item[parameter] === path[parameter]) : undefined
}

/** The item has the ids of the path: in members of a parameter's name, and where texts have the parameter's example. */
function withIds({ parameters }: Operation, path: Record<string, string>, item: unknown): unknown {
  if (!isItem(item)) return item
  const ids = parameters.filter(({ in: place }) => place === 'path')
  const changed = Object.entries(item).map(([member, value]): [string, unknown] => {
    if (typeof value !== 'string') return [member, value]
    if (ids.some(({ name }) => name === member)) return [member, path[member]]
    return [member, ids.reduce((text, { name, example }) => replaced(text, example, path[name]), value)]
  })
  return Object.fromEntries(changed)
}

/** A short example is part of other words. */
const leastLength = 8

const replaced = (text: string, example: unknown, id: unknown) =>
  typeof example === 'string' && example.length >= leastLength ? text.replaceAll(example, String(id)) : text

/** What the files of one item have in common: the path without the last segment. */
function folderOf({ path: template }: Operation, path: Record<string, string>): string {
  const segments = template.split('/').slice(0, -1)
  return segments.map((segment) => segment.replace(/\{([^{}]+)\}/g, (_, name: string) => path[name] ?? '')).join('/')
}

/** The example with a URL that this machine serves, for the file that the query describes. */
function upload(operation: Operation, { request: { path, query }, body, files }: Answered): Item {
  const folder = folderOf(operation, path)
  const fileName = typeof query.fileName === 'string' ? query.fileName : 'file'
  const contentType = typeof query.contentType === 'string' ? query.contentType : 'application/octet-stream'
  const length = typeof query.contentLength === 'number' ? query.contentLength : undefined
  const key = `${folder.slice(1)}/${randomUUID()}/${fileName}`
  const uploadUrl = files.promise({ folder, key, fileName, contentType, ...(length !== undefined && { length }) })
  const headers = { 'content-type': contentType, ...(length !== undefined && { 'if-none-match': '*' }) }
  const expiresAt = new Date(Date.now() + uploadMilliseconds).toISOString()
  return { ...body, uploadUrl, key, headers, expiresAt }
}
