// Which of the compiler's messages --watch shows.
import { expect, test } from 'vitest'
import { errorsToShow, readErrors } from './type-errors.ts'

const output = `server/a.ts(3,7): error TS2322: Type 'string' is not assignable.
  Types of property 'b' are incompatible.
server/b(c).ts(12,1): error TS2304: Cannot find name 'x'.
`
const [first, second] = readErrors(output)

test('a message keeps its place, and its indented lines', () => {
  expect(readErrors(output)).toEqual([
    {
      file: 'server/a.ts',
      text: "server/a.ts:3:7 error TS2322: Type 'string' is not assignable.\n  Types of property 'b' are incompatible.",
    },
    { file: 'server/b(c).ts', text: "server/b(c).ts:12:1 error TS2304: Cannot find name 'x'." },
  ])
  expect(readErrors('')).toEqual([])
})

test('errors of saved files are shown each time, those of other files once', () => {
  const errors = readErrors(output)
  expect(errorsToShow(errors, new Set(['server/a.ts']), errors)).toEqual([first])
  expect(errorsToShow(errors, new Set(['server/a.ts']), [])).toEqual([first, second])
  expect(errorsToShow(errors, new Set(['server/a.ts']), undefined)).toEqual([first])
})
