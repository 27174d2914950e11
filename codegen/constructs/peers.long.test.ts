// What the table of constructs says of openapi-backend and Prism is measured.
import { describe, expect, test } from 'vitest'
import { contractOf } from './construct.ts'
import { constructs } from './index.ts'
import { peersOf } from './measured.ts'
import { stockBackend, stockPrism } from './peers.ts'

describe.each(constructs)('$name', (construct) => {
  const document = contractOf([construct])

  test('openapi-backend', async () => {
    expect(await stockBackend(document, construct)).toBe(peersOf(construct.name)?.backend)
  })

  test('Prism', async () => {
    expect(await stockPrism(document, construct)).toBe(peersOf(construct.name)?.prism)
  })
})
