// Whatever a server answers, a call gives data of the promised shape or a FrontdeskError, and it ends.
import { expect, test } from 'vitest'
import { impatient } from '../testing/impatient.ts'
import { startServer, type Reaction } from '../testing/server.ts'
import { FrontdeskError, type Frontdesk } from './index.ts'

const bodies = [
  undefined,
  'null',
  '[]',
  '{}',
  '""',
  '0',
  '{"cases":[null]}',
  '{"cases":[],"nextCursor":null}',
  '{"cases":[{}],"nextCursor":"x"}',
  '{"executionId":"","status":"running"}',
  '{"executionId":"e"}',
  '{"key":"k","uploadUrl":"x:","headers":{},"expiresAt":0}',
  '{"key":"k","uploadUrl":"http://127.0.0.1:9/","headers":{"a b":"c\\n"},"expiresAt":{}}',
  '{"title":{},"detail":[],"type":1,"errors":[null,[],{"pointer":{}}],"requestId":null}',
  '{"__proto__":{"status":1},"constructor":null,"toString":null}',
  '<html>',
  '{"caseId":',
  '\ufeff{}',
]
const headers: Record<string, string>[] = [
  {},
  { 'retry-after': '0', etag: '', 'content-type': 'text/plain' },
  { 'retry-after': '-1e9', location: '//x', 'www-authenticate': 'Basic' },
]
const statuses = [200, 201, 202, 204, 205, 206, 300, 302, 304, 400, 401, 403, 404, 409, 412, 418, 429, 500, 503, 599]

const calls: Record<string, (frontdesk: Frontdesk) => PromiseLike<unknown>> = {
  get: ({ cases }) => cases.get('c'),
  revalidate: ({ cases }) => cases.get('c', { ifNoneMatch: '"1"' }),
  create: ({ cases }) => cases.create({ description: 'x' }),
  update: ({ cases }) => cases.update('c', { status: 'closed' }, { ifMatch: '"1"' }),
  delete: ({ customers }) => customers.delete('c'),
  list: ({ cases }) => cases.list(),
  toArray: ({ cases }) => cases.list().toArray({ max: 5 }),
  updateWith: ({ cases }) => cases.updateWith('c', () => ({ status: 'closed' })),
  upload: ({ cases }) => cases.upload('c', new Blob(['x'])),
  submitAndWait: ({ workflow }) => workflow.submitAndWait({ id: 'c' }, { timeout: 100 }),
  request: ({ request }) => request('GET', '/cases'),
}

const names = Object.keys(calls)

/** Each call meets every body as a success, and its share of the other pairs of status and body. */
const isMet = (name: string, status: number, pair: number) =>
  status === 200 || pair % names.length === names.indexOf(name)

test.each(names)(
  '%s',
  async (name) => {
    let reaction: Reaction = { status: 200 }
    await using server = await startServer(() => reaction)
    const frontdesk = impatient(server.url, { maxRetries: 1, baseDelay: 0, token: () => 'a-token' })
    let pair = 0
    for (const status of statuses) {
      for (const [index, body] of bodies.entries()) {
        if (!isMet(name, status, pair++)) continue
        const sent = headers[index % headers.length] ?? {}
        reaction = status === 204 || status === 304 ? { status, headers: sent } : { status, headers: sent, body }
        const outcome = await Promise.resolve(calls[name]?.(frontdesk)).then(
          (data) => ({ data }),
          (error: unknown) => ({ error }),
        )
        const said = `${status} ${body}: ${'error' in outcome ? String(outcome.error) : JSON.stringify(outcome.data)}`
        if ('error' in outcome) expect(outcome.error, said).toBeInstanceOf(FrontdeskError)
        else if (outcome.data === undefined) expect(['delete', 'revalidate', 'request'], said).toContain(name)
        else expect(outcome.data, said).toBeInstanceOf(Object)
      }
    }
  },
  30_000,
)
