// Calls that must not compile, each next to a call that must. The compiler reports an expectation without an error.
import { createFrontdesk, isProblemOf, type ProblemOf } from '@frontdesk/client-sdk'
import { observe } from '@frontdesk/client-sdk/observe'

const frontdesk = createFrontdesk({ baseUrl: 'http://localhost:3000' })

export async function wrongCalls() {
  await frontdesk.cases.create({ description: 'x' })
  // @ts-expect-error a missing field
  await frontdesk.cases.create({ metadata: {} })
  // @ts-expect-error an unknown member
  await frontdesk.cases.create({ description: 'x', priority: 1 })
  // @ts-expect-error a value that is none of the enum
  await frontdesk.cases.update('c', { status: 'done' })
  // @ts-expect-error a filter of another list
  frontdesk.cases.list({ category: 'kiosks' })
  // @ts-expect-error a missing id
  await frontdesk.cases.get()
  // @ts-expect-error cases cannot be deleted
  await frontdesk.cases.delete('c')
  // @ts-expect-error chat is called itself
  await frontdesk.chat.create({ message: 'x' })
  const { proposals } = await frontdesk.chat({ message: 'x' })
  for (const proposal of proposals) {
    if (proposal.operationId !== 'updateEvent') continue
    const { eventId, ...changes } = proposal.arguments
    await frontdesk.events.update(eventId, changes)
    // @ts-expect-error an argument of another operation
    void proposal.arguments.caseId
  }
  // @ts-expect-error a read is never proposed
  void proposals.find(({ operationId }) => operationId === 'listCases')
  // @ts-expect-error only creations take a key
  await frontdesk.cases.get('c', { idempotencyKey: 'k' })
  // @ts-expect-error a new item has no version
  await frontdesk.cases.create({ description: 'x' }, { ifMatch: '"1"' })

  const found = await frontdesk.cases.get('c')
  // @ts-expect-error a member that the answer has not
  void found.title
  const maybe = await frontdesk.cases.get('c', { ifNoneMatch: '"1"' })
  // @ts-expect-error not modified is no case
  void maybe.description
  for await (const file of frontdesk.cases.listFiles('c')) {
    // @ts-expect-error a file is no case
    void file.description
  }
  const { status } = await frontdesk.customers.put('c').withResponse()
  // @ts-expect-error put answers 200 or 201
  if (status === 204) return

  await frontdesk.request('GET', '/cases/{caseId}', { path: { caseId: 'c' } })
  // @ts-expect-error a path that does not exist
  await frontdesk.request('GET', '/case')
  // @ts-expect-error a method that the path has not
  await frontdesk.request('DELETE', '/cases')
  // @ts-expect-error a path without its parameters
  await frontdesk.request('GET', '/cases/{caseId}')
  // @ts-expect-error a list takes no key
  await frontdesk.request('GET', '/cases', { idempotencyKey: 'k' })
  // @ts-expect-error a body without what it needs
  await frontdesk.request('POST', '/cases', { body: {} })
}

export async function wrongOptions() {
  const baseUrl = 'http://localhost:3000'
  const logger = { error: (line: string) => line, info: (line: string) => line }
  createFrontdesk({ baseUrl, observe, log: logger, onRetry: async ({ delay }) => await Promise.resolve(delay) })
  createFrontdesk({ baseUrl, observe, log: undefined, onError: undefined, fetchOptions: undefined })
  // @ts-expect-error a level that the log has not
  createFrontdesk({ baseUrl, observe, log: 'verbose' })
  // @ts-expect-error a logger without info
  createFrontdesk({ baseUrl, observe, log: { error: (line: string) => line } })
  // @ts-expect-error a log is an option of clients
  await frontdesk.cases.get('c', { log: 'info' })
  // @ts-expect-error observe is that of the entry
  createFrontdesk({ baseUrl, observe: () => undefined })
  // @ts-expect-error an event has no body
  await frontdesk.cases.get('c', { onResponse: ({ body }) => void body })
  await frontdesk.cases.get('c', { onRequest: ({ headers }) => headers.set('x-one', '1') })
  // @ts-expect-error the headers of an event are set, not replaced by a promise
  frontdesk.cases.list({}, { onRequest: ({ headers }) => headers.set('x-one', Promise.resolve('1')) })

  await frontdesk.cases.get('c', { fetchOptions: { cache: 'no-store', dispatcher: {} } })
  // @ts-expect-error each attempt has a method of its own
  await frontdesk.cases.get('c', { fetchOptions: { method: 'POST' } })
  // @ts-expect-error a signal is an option of the call
  createFrontdesk({ baseUrl, fetchOptions: { signal: new AbortController().signal } })
  // @ts-expect-error a cache that fetch has not
  createFrontdesk({ baseUrl, fetchOptions: { cache: 'never' } })

  frontdesk.withOptions({ timeout: 5_000 }).withOptions({ observe, onRequest: () => undefined })
  // @ts-expect-error an option that no client has
  frontdesk.withOptions({ retries: 3 })

  const { etag } = await frontdesk.cases.get('c').withResponse()
  // @ts-expect-error a header may be missing
  etag.toUpperCase()
  // @ts-expect-error a header that the operation does not document
  void (await frontdesk.cases.get('c').withResponse()).location
  // @ts-expect-error JSON has no response with an unread stream
  void frontdesk.cases.get('c').asResponse()
}

export function wrongNarrowing(error: unknown) {
  if (isProblemOf('updateCase', error)) {
    if (error.status === 412) return error.detail
    // @ts-expect-error a status that updateCase cannot fail with
    if (error.status === 409) return error.detail
    if (error.type === '/docs/problems/precondition-failed') return error.title
    // @ts-expect-error a type of problem that the contract has not
    if (error.type === '/docs/problems/precondition-fialed') return error.title
    const [place] = error.errors
    // @ts-expect-error a place has pointer, parameter and detail
    void place?.path
  }
  // @ts-expect-error an operation that does not exist
  return isProblemOf('deleteCase', error)
}

// @ts-expect-error getCase knows no conflict
export const noConflict = (error: ProblemOf<'getCase'>): 409 => error.status

/** Under exactOptionalPropertyTypes: what may be missing may be undefined. The service ignores it. */
export async function absentValues(maybe: { text?: string; count?: number; status?: 'open'; signal?: AbortSignal }) {
  const { text, count, status, signal } = maybe
  const api = createFrontdesk({
    baseUrl: '/',
    token: text,
    apiKey: text,
    cacheScope: text,
    fetch: undefined,
    headers: undefined,
    maxRetries: count,
  })
  await api.cases.list({ status, limit: count, cursor: text }, { signal, timeout: count })
  await api.cases.list({ status }).toArray({ max: count })
  await api.cases.create({ description: 'x', metadata: undefined }, { idempotencyKey: text, signal })
  await api.cases.update('c', { description: text, status }, { ifMatch: text })
  await api.cases.upload('c', new Blob(), {
    fileName: text,
    contentType: text,
    contentLength: count,
    onProgress: undefined,
  })
  await api.cases.updateWith('c', () => ({ status }), { maxConflicts: count })
  await api.chat({ message: 'x', history: undefined })
  await api.workflow.submitAndWait({ id: 'c' }, { timeout: count, idempotencyKey: text })
  await api.request('GET', '/cases', { query: { status, limit: count }, signal })
  await api.request('GET', '/cases', { query: undefined })
  // @ts-expect-error what a body must have cannot be undefined
  await api.cases.create({ description: text })
}
