// 10,000 generated bodies for the MCP endpoint: `npm run test:long`. `npm test` sends 500.
import { expect, test } from 'vitest'
import { sendGenerated } from '../../testing/mcp-bodies.ts'

test('10,000 generated bodies: no 5xx, and every answer is one of the protocol', { timeout: 600_000 }, async () => {
  const seen = await sendGenerated(10_000)
  for (const kind of ['200', '202', 'complete', 'isError', '-32600', '-32601', '-32602', '-32020']) {
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(20)
  }
  console.log([...seen].map(([kind, count]) => `${kind} ${count}`).join(', '))
})
