// `npm run stages`: a line for each stage, in columns.
import { expect, test } from 'vitest'
import { tableOf } from './list-stages.ts'
import { stageNamed } from './names.ts'
import { stages } from './stages.ts'
import { everything } from './testing/every-setting.ts'

test('each stage has a line with its stack, and the columns stand below their titles', () => {
  const [head = '', ...lines] = tableOf(Object.values(stages)).split('\n')
  expect(lines.map((line) => line.split(/ {2,}/)[1])).toEqual(Object.keys(stages).map(stageNamed))
  for (const title of head.split(/ {2,}/)) {
    const column = head.indexOf(title)
    for (const line of lines) expect(` ${line}`.slice(column, column + 2)).toMatch(/^ \S$/)
  }
  expect(lines[2]).toContain('kept, protected')
})

test('the choices of a stage are in its line', () => {
  const [, line = ''] = tableOf([everything]).split('\n')
  expect(line).toContain('x86_64')
  expect(line).toContain('read 5–100 at 70 %, write 2–50 at 60 %')
  const [, dev = ''] = tableOf([stages.dev]).split('\n')
  expect(dev).toContain('arm64')
  expect(dev).toContain('on-demand')
})
