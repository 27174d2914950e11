// Generated bodies for the MCP endpoint, from nearly right to any JSON, and what every answer to them has in common.
import fc from 'fast-check'
import { expect } from 'vitest'
import { tools } from '../generated/mcp-tools.ts'
import { createMcp, headersOf, metaOf, type Mcp } from './mcp.ts'
import { openFrontDoor } from './front-door.ts'
import { seed } from './tally.ts'

const value = fc.jsonValue({ maxDepth: 3 })
/** Texts that are special to JavaScript, to a path, to a header or to JSON. */
const odd = fc.oneof(
  { arbitrary: fc.constantFrom('constructor', '../..', '%2e%2e', 'a\r\nx: y', '"', '*', ''), weight: 12 },
  fc.constantFrom('__proto__', '\0', '\ud800'),
)

const names = Object.keys(tools)
const argumentNames = [...new Set(Object.values(tools).flatMap((tool) => Object.keys(tool.arguments)))]
const args = fc.dictionary(
  fc.oneof({ arbitrary: fc.constantFrom(...argumentNames), weight: 6 }, odd),
  fc.oneof(value, odd, fc.constantFrom('00000000-0000-4000-8000-000000000000', '2027-05-08', 5)),
)
const state = fc.oneof(
  value,
  value.map((content) => `${Buffer.from(JSON.stringify(content)).toString('base64url')}.x`),
)
const params = fc.record(
  {
    name: fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 6 }, odd, value),
    arguments: fc.oneof({ arbitrary: args, weight: 4 }, value),
    uri: fc.oneof(value, odd),
    cursor: fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, value),
    inputResponses: fc.oneof(
      value,
      fc.record({ confirm: fc.record({ action: fc.constant('accept'), content: value }) }),
    ),
    requestState: state,
    _meta: fc.oneof({ arbitrary: fc.constant(metaOf({ elicitation: {} })), weight: 6 }, value),
  },
  { requiredKeys: ['_meta'] },
)
const methods = ['tools/call', 'tools/call', 'tools/list', 'resources/read', 'resources/list', 'initialize', 'ping']
const message = fc.record(
  {
    jsonrpc: fc.oneof({ arbitrary: fc.constant('2.0'), weight: 20 }, value),
    id: fc.oneof({ arbitrary: fc.nat(), weight: 15 }, value),
    method: fc.oneof({ arbitrary: fc.constantFrom(...methods), weight: 20 }, odd, value),
    params: fc.oneof({ arbitrary: params, weight: 15 }, value),
  },
  { requiredKeys: ['jsonrpc', 'method', 'params'] },
)
const body = fc.oneof({ arbitrary: message, weight: 9 }, value)

/** The headers that fit the body, or those of another message. */
const headersFor = (sent: unknown, fitting: boolean) => {
  const { method, params: given } = (sent ?? {}) as { method?: unknown; params?: { name?: unknown; uri?: unknown } }
  const name = given?.name ?? given?.uri
  if (!fitting) return headersOf('tools/call', 'getCase')
  const isNamed = (method === 'tools/call' || method === 'resources/read') && typeof name === 'string'
  return headersOf(typeof method === 'string' ? method : '', isNamed ? name : undefined)
}

/** Sends so many bodies, and returns how often each kind of answer was given. */
export async function sendGenerated(numRuns: number): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  const rejected: unknown[] = []
  const note = (reason: unknown) => rejected.push(reason)
  process.on('unhandledRejection', note)
  const door = await openFrontDoor()
  const mcp = createMcp(door)
  try {
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('none', 'fitting', 'fitting', 'other'), async (sent, headers) => {
        const given = headers === 'none' ? {} : headersFor(sent, headers === 'fitting')
        const kind = await kindOf(mcp, sent, given)
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
      }),
      { seed, numRuns },
    )
    await new Promise(setImmediate)
  } finally {
    process.off('unhandledRejection', note)
    await door.close()
  }
  expect(rejected).toEqual([])
  return seen
}

async function kindOf(mcp: Mcp, sent: unknown, headers: Record<string, string>): Promise<string> {
  const { status, json } = await mcp.post(sent, headers)
  expect([200, 202, 400, 404]).toContain(status)
  if (status === 202) return '202'
  expect(json).toMatchObject({ jsonrpc: '2.0' })
  expect(json.id).not.toBeNull()
  expect(['result', 'error'].filter((member) => member in json)).toHaveLength(1)
  if (json.error) return String(json.error.code)
  return json.result?.isError ? 'isError' : String(json.result?.resultType ?? status)
}
