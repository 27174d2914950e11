// What goes from a file, when a name goes: members of lists, statements, tests and rows of tests, and nothing else.
import { expect, test } from 'vitest'
import { cut } from './cut.ts'

const isGone = (word: string) => /^(events|listEvents)$/.test(word)
const source = (text: string) => cut('a.ts', text, false, isGone).replace(/\s+/g, ' ').trim()
const tests = (text: string) => cut('a.test.ts', text, true, isGone).replace(/\s+/g, ' ').trim()

test('members of objects, arrays, types and unions', () => {
  expect(source('export const a = { cases: 1, events: 2 }')).toBe('export const a = { cases: 1, }')
  expect(source('export const a = [cases, events(1), other]')).toBe('export const a = [cases, other]')
  expect(source('export type A = { cases: 1; events: 2 }')).toBe('export type A = { cases: 1; }')
  expect(source("export type A = 'cases' | 'events'")).toBe("export type A = 'cases'")
})

test('imports, with the declaration when nothing is left', () => {
  expect(source("import * as events from './events.ts'\nexport const a = { ...events, ...cases }")).toBe(
    'export const a = { ...cases }',
  )
  expect(source("import { cases, events } from './all.ts'\nexport const a = [cases, events]")).toBe(
    "import { cases, } from './all.ts' export const a = [cases, ]",
  )
})

test('a row of a table goes as a whole', () => {
  expect(source("export const a = new Map([['cases', 1], ['events', 2]])")).toBe(
    "export const a = new Map([['cases', 1], ])",
  )
})

test('what only the removed part used goes too', () => {
  expect(source("import { x } from './x.ts'\nconst helper = () => x\nexport const a = { events: helper() }")).toBe(
    'export const a = { }',
  )
})

test('a test goes alone, and a group when no test is left', () => {
  const text = "test('one', () => { call('listEvents') })\ntest('two', () => { call('listCases') })"
  expect(tests(text)).toBe("test('two', () => { call('listCases') })")
  expect(
    tests("describe('group', () => {\n  test('one', () => { call('listEvents') })\n})\ntest('two', () => {})"),
  ).toBe("test('two', () => {})")
})

test('a row of test.each goes, and the test stays', () => {
  expect(tests("test.each([\n  ['listEvents', 1],\n  ['listCases', 2],\n])('%s', () => {})")).toBe(
    "test.each([ ['listCases', 2], ])('%s', () => {})",
  )
  expect(tests("const costs = {\n  listEvents: [1],\n  listCases: [2],\n}\ntest('x', () => { check(costs) })")).toBe(
    "const costs = { listCases: [2], } test('x', () => { check(costs) })",
  )
})

test('a file without the name stays as it is', () => {
  const text = "const unused = 1\ntest('one', () => {  })\n"
  expect(cut('a.test.ts', text, true, isGone)).toBe(text)
})
