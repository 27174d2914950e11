// The record of requests: lines belong to their request, what it must not show, and its limits.
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRequestRecord } from './request-record.ts'

const answer = (path: string, more: object = {}) => ({
  method: 'GET',
  path,
  status: 200,
  durationMs: 1.5,
  requestId: `id of ${path}`,
  headers: { 'content-type': 'application/json' },
  body: '{"secret":1}',
  ...more,
})
const line = (message: string) =>
  `${JSON.stringify({ level: 'INFO', message, timestamp: '2026-11-20T09:30:00.000Z', service: 'any', count: 2 })}\n`

test('lines of concurrent requests stay apart, also those without an id; others belong to none', async () => {
  const record = createRequestRecord()
  const request = (path: string, milliseconds: number) =>
    record.during(async () => {
      record.logged(line(`first of ${path}`))
      await setTimeout(milliseconds)
      record.logged(`CONTRACT VIOLATION of ${path}\n`)
      record.answered(answer(path))
    })
  await Promise.all([request('/a', 20), request('/b', 1)])
  record.logged(line('of nobody'))
  expect(record.recent().map(({ path, lines }) => [path, lines.map(({ text }) => text)])).toEqual([
    ['/a', ['INFO first of /a count=2', 'CONTRACT VIOLATION of /a']],
    ['/b', ['INFO first of /b count=2', 'CONTRACT VIOLATION of /b']],
  ])
})

test('a failed request has its problem, under the path of the log; no other body is kept', () => {
  const record = createRequestRecord()
  const problem = { type: '/docs/problems/not-found', instance: '/customers/alice@example.com' }
  record.during(() => record.answered(answer('/b')))
  record.during(() =>
    record.answered(
      answer('/customers/{id}', {
        status: 404,
        headers: { 'Content-Type': 'application/problem+json' },
        body: JSON.stringify(problem),
      }),
    ),
  )
  const [failed, good] = record.recent()
  expect(failed?.problem).toEqual({ ...problem, instance: '/customers/{id}' })
  expect(good).not.toHaveProperty('problem')
  expect(JSON.stringify(record.recent())).not.toMatch(/alice|secret/)
})

test('it keeps the last hundred, and a hundred lines of each', () => {
  const record = createRequestRecord()
  for (let n = 0; n < 150; n += 1) {
    record.during(() => {
      for (let m = 0; m < 150; m += 1) record.logged('x'.repeat(30_000))
      record.answered(answer(`/${n}`))
    })
  }
  expect(record.recent()).toHaveLength(100)
  expect(record.recent()[0]?.path).toBe('/149')
  expect(record.recent()[0]?.lines).toHaveLength(100)
  expect(record.recent()[0]?.lines[0]?.text.length).toBe(20_000)
})
