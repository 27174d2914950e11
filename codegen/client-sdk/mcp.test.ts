// generated/client-sdk/mcp.ts: which calls of tools the bridge may repeat, for any contract.
import { expect, test } from 'vitest'
import { offering } from '../agents/testing/offering.ts'
import { renderMcp } from './mcp.ts'

const to = { 'x-agents': { to: ['mcp'] } }
const key = { name: 'Idempotency-Key', in: 'header', description: 'A key.', schema: { type: 'string' } }

const rowsOf = (source: string) =>
  new Function(`return ${/string> = (\{[^]*\})/.exec(source)?.[1] ?? ''}`)() as Record<string, unknown>

test('a call is repeated where the SDK would repeat the operation', () => {
  const model = offering({
    '/a': {
      get: { operationId: 'listA', ...to },
      put: { operationId: 'putA', ...to },
      delete: { operationId: 'deleteA', ...to },
      post: { operationId: 'createA', ...to },
    },
    '/b': { post: { operationId: 'createB', ...to, parameters: [key] } },
    '/c': { post: { operationId: 'createC', ...to, 'x-sdk': { repeat: 'content' } } },
    '/d': { get: { operationId: 'listD', 'x-agents': { to: ['quick'] } }, put: { operationId: 'putD' } },
  })
  expect(rowsOf(renderMcp(model))).toEqual({
    listA: true,
    putA: true,
    deleteA: true,
    createB: 'idempotencyKey',
    createC: true,
  })
})

test('the path is that of the operation with another protocol', () => {
  const model = offering({ '/talk': { post: { operationId: 'talk', 'x-protocol': 'json-rpc' } } })
  expect(renderMcp(model)).toContain("export const path = '/talk'")
})
