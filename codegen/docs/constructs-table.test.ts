// The table of constructs says what the tests hold, and nothing of it is missing.
import { expect, test } from 'vitest'
import { constructs } from '../constructs/index.ts'
import { peersOf } from '../constructs/measured.ts'
import { renderConstructs } from './constructs-table.ts'

test('each construct has a row, with a measured value for each peer', () => {
  // Without the spaces that align the cells.
  const rows = renderConstructs()
    .replaceAll(/ +/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  for (const { name } of constructs) {
    expect(rows.filter((row) => row.startsWith(`| ${name} |`))).toHaveLength(1)
    expect(peersOf(name), name).toBeDefined()
  }
  expect(rows).toHaveLength(constructs.length + 2 * 3)
})
