import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultIn } from './json-fault.ts'
import { parseText } from './parse.ts'

describe('parseText', () => {
  test.each([
    ['a.json', '{"a": [1, "b"]}', 'json'],
    ['a.yaml', 'a: [1, b]', 'yaml'],
    ['a.yml', '{"a": [1, "b"]}', 'yaml'],
    ['/openapi', '\n {"a": [1, "b"]}', 'json'],
    ['/openapi', 'a: [1, b]', 'yaml'],
    ['a.json', '\uFEFF{"a": [1, "b"]}', 'json'],
  ])('%s: %j is %s', (name, text, format) => {
    expect(parseText(text, name)).toEqual({ value: { a: [1, 'b'] }, format })
  })

  test('takes the members of a merged anchor, as the parsers of the platforms do', () => {
    const text = 'base: &base {a: 1, b: 1}\none: {<<: *base, b: 2}'
    expect(parseText(text, 'a.yaml').value).toEqual({ base: { a: 1, b: 1 }, one: { a: 1, b: 2 } })
    expect(() => parseText('a: {<<: 7}', 'a.yaml')).toThrow(/^a\.yaml is not YAML/)
  })

  test.each([
    ['{"a": 1,}', 1, 9],
    ['{"a": 1', 1, 8],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['[1, 2]]', 1, 7],
    ['[1,, 2]', 1, 4],
    ['[01]', 1, 2],
    ['{a: 1}', 1, 2],
    ['["\t"]', 1, 2],
    ['[truely]', 1, 2],
    ['', 1, 1],
    ['nothing', 1, 1],
  ])('%j is no JSON: line %i, column %i', (text, line, column) => {
    expect(() => parseText(text, 'a.json')).toThrow(`a.json is not JSON: line ${line}, column ${column}`)
  })

  test.each([
    ['a: [1', 1, 6],
    ['a: 1\n b: 2', 1, 4],
    ['a: 1\na: 2', 2, 1],
  ])('%j is no YAML: line %i, column %i', (text, line, column) => {
    expect(() => parseText(text, 'a.yaml')).toThrow(`a.yaml is not YAML: line ${line}, column ${column}: `)
  })

  test.each([
    ['that nests too deep', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['whose aliases multiply', bomb()],
    ['whose alias lies in its own anchor', 'a: &a\n  b: *a'],
  ])('refuses YAML %s in one line', (_, text) => {
    let reason = ''
    try {
      parseText(text, 'a.yaml')
    } catch (error) {
      reason = (error as Error).message
      expect((error as Error).name).toBe('Unreadable')
    }
    expect(reason).toMatch(/^a\.yaml is not YAML[^\n]+line 1, column \d+: (it nests too deep|[^\n]*alias[^\n]*)$/)
  })
})

test('refuses YAML whose aliases make it larger than a file may be', () => {
  const text = `a: &a ${'x'.repeat(1_000_000)}\nb: [${Array(50).fill('*a').join(', ')}]`
  expect(() => parseText(text, 'a.yaml')).toThrow(/^a\.yaml is not YAML that can be read: .+ its aliases multiply/)
})

test('faultIn finds the place that JSON.parse finds', () => {
  const broken = fc
    .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '0', '\n'))
    .map(
      ([json, at, piece]) => json.slice(0, at % (json.length + 1)) + piece + json.slice((at % (json.length + 1)) + 1),
    )
  fc.assert(
    fc.property(broken, (text) => {
      let message = ''
      try {
        JSON.parse(text)
      } catch (error) {
        message = (error as Error).message
      }
      const [, position] = / at position (\d+)/.exec(message) ?? []
      if (position === undefined) return
      // A fault inside a text, a number or a word is told at its beginning.
      expect(faultIn(text)).toBeLessThanOrEqual(Number(position))
      expect(text.slice(faultIn(text), Number(position))).toMatch(/^([^\s{}[\],:"]*|".*)$/s)
    }),
    { numRuns: 300 },
  )
})

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 9; level += 1) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  }
  return lines.join('\n')
}
