// A wrong command line is refused in one sentence.
import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'
import { Refusal } from './failure.ts'

const read = (...args: string[]) =>
  readArguments('The help.', { name: { type: 'string' }, all: { type: 'boolean' } }, args)

test.each([
  [['--other'], "Unknown option '--other'. --help shows the options."],
  [['-x'], "Unknown option '-x'. --help shows the options."],
  [['--name'], "Option '--name <value>' argument missing. --help shows the options."],
  [['--name', '--all'], "Option '--name' argument is ambiguous. --help shows the options."],
  [['--all=yes'], "Option '--all' does not take an argument. --help shows the options."],
  [['--name', 'a', '--name', 'b'], '--name is given twice.'],
])('%j', (args, sentence) => {
  expect(() => read(...args)).toThrow(new Refusal(sentence))
})

test('options and names are read', () => {
  expect(read('cases', '--name', 'Acme')).toMatchObject({ values: { name: 'Acme' }, positionals: ['cases'] })
})
