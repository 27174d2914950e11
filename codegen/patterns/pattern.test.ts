// Patterns: their faults, their form for the Unicode mode, and their run in linear time.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slowness, syntaxFault } from './fault.ts'
import { linearPattern } from './linear-pattern.js'
import { portablePattern } from './portable.ts'
import { programOf } from './program.ts'

test.each(['^(a+)+$', '^(a|a)*$', '^(a+-?)*$', '\\s*x\\s*$', '^(?:.*,)*x$', '[a-z]+$', '(a?){60}b'])(
  '%s is slow',
  (pattern) => {
    expect(slowness(pattern)).toMatch(/time/)
    expect(syntaxFault(pattern)).toBeUndefined()
  },
)

test.each(['^[a-z]+$', '^a$', 'a', '^\\d{4}-\\d{2}$', '^(a|b)+$', '^[\\w.-]+@[a-z]+$', '', '^a{3,5}$'])(
  '%s is sound',
  (pattern) => {
    expect(slowness(pattern)).toBeUndefined()
  },
)

test.each(['(?i)a', '[a', '\\A', '(?P<x>a)', 'a**', '(?<=a', '[[:alpha:]]+('])(
  '%s is none of JavaScript',
  (pattern) => {
    expect(syntaxFault(pattern)).toMatch(/no regular expression of JavaScript/)
  },
)

test.each([
  ['^[\\w-.]+$', ['a-b.c', 'a'], ['a b', 'ä']],
  ['^\\_a\\-b\\:$', ['_a-b:'], ['\\_a']],
  ['^[a-z\\_]+$', ['a_b'], ['a-b']],
  ['^{a}$', ['{a}'], ['a']],
  ['^a]$', ['a]'], ['a']],
  ['^#\\!$', ['#!'], ['#']],
])('%s is read as without the Unicode mode', (pattern, fitting, others) => {
  const portable = new RegExp(portablePattern(pattern) ?? '', 'u')
  for (const text of [...fitting, ...others]) expect(portable.test(text)).toBe(new RegExp(pattern).test(text))
  expect(fitting.every((text) => portable.test(text))).toBe(true)
})

const patterns = [
  '^(a+)+$',
  '^bytes=((\\d*-\\d*,? ?)+)$',
  '^[a-z0-9]+(-?[a-z0-9]*)*$',
  '(a|b)*abb',
  '^(?:a{2,3}|b?){2}$',
  '\\bab\\b',
  'a.b',
  '^\\p{L}+\\s?$',
  'x*',
  '^(?<year>\\d{2,})-\\u0041?$',
  'a\\B.',
  '^[^a-b\\]]+$',
  '^(?!^[-,]*$)[-,]?1*\\d*,?\\d*$',
  '^(?=.*\\d)(?=.*[a-z]).{2,}$',
  '^(?!-)(?!.*--)[a-z-]+$',
  '^(?=a|b)[^x]*',
  '^(?=a)b',
]

test.each(patterns)('the program of %s says what the expression says', (pattern) => {
  const program = programOf(pattern)
  expect(program).toBeDefined()
  const linear = linearPattern(program ?? [])
  const expression = new RegExp(pattern, 'u')
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab]- ,x12A=bytes\n'), maxLength: 12 }),
    ...(/\\b|\(\?[=!]/i.test(pattern) ? [] : [fc.stringMatching(expression)]),
  )
  fc.assert(
    fc.property(text, (value) => linear.test(value) === expression.test(value)),
    { seed: 1, numRuns: 150 },
  )
})

test('the program of a slow pattern reads a text that would stop the expression', () => {
  const linear = linearPattern(programOf('^(a+)+$') ?? [])
  expect(linear.test(`${'a'.repeat(5000)}b`)).toBe(false)
  expect(linear.test('a'.repeat(5000))).toBe(true)
})

test.each(['^a(?=b)', '(?!\\s).*', '^(?=a)b|c', '^(?=(?=a)b)c', '(a)\\1', '(?<=a)b', '^a{1,5000}$'])(
  '%s has no program',
  (pattern) => {
    expect(programOf(pattern)).toBeUndefined()
  },
)
