// Items as text: which attributes become columns, and values that JSON does not have.
import { expect, test } from 'vitest'
import { cellOf, columnsOf, jsonOf } from './item-text.ts'

const items = ['a', 'b', 'c'].map((name, n) => ({
  id: name,
  kind: 'same',
  text: `a longer text of ${name}`,
  title: `title ${name}`,
  stock: n,
  createdAt: `2026-11-2${n}T09:30:00.000Z`,
  updatedAt: '2026-11-29T09:30:00.000Z',
  listKey: 'x',
  incarnation: `i${name}`,
  nested: { a: 1 },
  ...(n === 0 && { rare: 'once' }),
}))

test('columns tell items apart: the short text first, then others, and a time last', () => {
  expect(columnsOf(items, ['id', 'listKey'])).toEqual(['title', 'text', 'createdAt'])
  expect(columnsOf([], ['id'])).toEqual([])
  expect(columnsOf([{ id: 'a', n: 1 }], ['id'])).toEqual(['n'])
})

test('a cell is one short text', () => {
  expect(cellOf('2026-11-20T09:30:00.123Z')).toBe('2026-11-20 09:30:00')
  expect(cellOf('x'.repeat(500))).toBe(`${'x'.repeat(120)}…`)
  expect([cellOf(undefined), cellOf(null), cellOf(7), cellOf(new Set(['a']))]).toEqual(['', 'null', '7', '["a"]'])
})

test('JSON has the members before the keys, sets as lists and bytes as base64', () => {
  const json = jsonOf({ listKey: 'l', b: new Set([1]), version: 1, a: new Uint8Array([255]), n: 9n }, ['listKey'])
  expect(json).toBe('{\n  "b": [\n    1\n  ],\n  "a": "/w==",\n  "n": "9",\n  "listKey": "l",\n  "version": 1\n}')
})
