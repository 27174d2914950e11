// Generated TypeScript has the style of hand-written code, without a formatter in generate.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { check, format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { projectRoot } from '../contract.ts'
import { valueOf } from './literal.ts'
import { hardline, maxWidth, print } from './print.ts'
import { arrow, call, callWith, destructured, object, parameters } from './syntax.ts'

const entries = await readdir(join(projectRoot, 'generated'), { recursive: true })
const files = entries.filter((path) => path.endsWith('.ts'))
// The path decides the parser alone: the project ignores generated/ when it formats.
const options = { ...(await resolveConfig(join(projectRoot, 'package.json'))), parser: 'typescript' }

test('there are files of every kind', () => {
  expect(files).toEqual(expect.arrayContaining(['api.ts', 'routes.ts', 'client-sdk/client.ts', 'validators/index.ts']))
})

test.each(files)('%s is as prettier would write it, and has no line that could be shorter', async (file) => {
  const source = await readFile(join(projectRoot, 'generated', file), 'utf8')
  if (!(await check(source, options))) expect(source).toBe(await format(source, options))
  // A URL of an example has no place where it could be wrapped.
  const long = source.split('\n').filter((line) => line.length > maxWidth && !/\S{80}/.test(line))
  expect(long).toEqual([])
})

const name = 'n'.repeat(60)
const send = (count: number) => call('client.send', Array<string>(count).fill(name))
const taken = (count: number, ...others: string[]) => {
  const names = Array.from({ length: count }, (_, index) => `n${index}`)
  return destructured(
    names,
    names.map((each) => `${each}: A`),
    others,
  )
}
test.each([
  ['a short call', send(1)],
  ['a long call', send(2)],
  ['a function with a long body', ['const f = ', arrow({ parameters: '(a)', body: send(2) })]],
  ['a function as last argument', callWith('list', [name], { parameters: '(page)', body: send(1) })],
  ['a function with a long head', callWith('list', [name, name], { parameters: '(page)', body: send(1) })],
  ['a long object', ['const o = ', object([name, name])]],
  ['long parameters', ['function f', parameters([`${name}: A`, `${name}2: B`]), ' {}']],
  ['names taken apart', ['const f = ', arrow({ parameters: taken(2), body: send(1) })]],
  ['many names taken apart', ['const f = ', arrow({ parameters: taken(12), body: send(1) })]],
  ['many names taken apart beside others', ['const f = ', arrow({ parameters: taken(10, 'other'), body: send(1) })]],
  ['names too many for a line', ['const f = ', arrow({ parameters: taken(30, 'other'), body: send(1) })]],
  ['a long list, and names taken apart', callWith('list', [name], { parameters: taken(12), body: send(1) })],
  ['texts', ['const t = ', valueOf(['it’s', 'it\'s "so"', "it's"])]],
  [
    'a long text',
    [
      'const t = ',
      valueOf({
        text: 'x'.repeat(130),
        'a-b': [
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ],
      }),
    ],
  ],
])('%s is printed as prettier would', async (_, doc) => {
  const source = print([doc, hardline])
  expect(source).toBe(await format(source, options))
})
