// `npm run stages`: a line for each stage, in columns.
import { expect, test } from 'vitest'
import { tableOf } from './list-stages.ts'
import { stageNamed } from './names.ts'
import { stages } from './stages.ts'

test('each stage has a line with its stack, and the columns stand below their titles', () => {
  const [head = '', ...lines] = tableOf(Object.values(stages)).split('\n')
  expect(lines.map((line) => line.split(/ {2,}/)[1])).toEqual(Object.keys(stages).map(stageNamed))
  for (const title of head.split(/ {2,}/)) {
    const column = head.indexOf(title)
    for (const line of lines) expect(` ${line}`.slice(column, column + 2)).toMatch(/^ \S$/)
  }
  expect(lines[2]).toContain('kept, protected')
})
