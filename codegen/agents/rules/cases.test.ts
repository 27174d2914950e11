import { describe, expect, test } from 'vitest'
import { lint, type Finding } from '../lint/lint.ts'
import { change } from '../testing/change.ts'
import { allRules } from './index.ts'
import type { Platform } from './rule.ts'
import { amazonQCases, filled, filledAmazonQCases, template } from './testing/amazon-q-cases.ts'
import { broken, type Case } from './testing/case.ts'
import * as inputs from './testing/inputs-cases.ts'
import * as openapi from './testing/openapi-cases.ts'
import * as tools from './testing/tools-cases.ts'

type Table = { platform: Platform; good: unknown; cases: Case[] }

const tables: Record<string, Table> = {
  'Amazon Q': { platform: 'amazon-q', good: template, cases: amazonQCases },
  'Amazon Q, filled in': { platform: 'amazon-q', good: filled, cases: filledAmazonQCases },
  'create-plugin': { platform: 'create-plugin', good: inputs.pluginGood, cases: inputs.pluginCases },
  Quick: { platform: 'quick', good: openapi.quickGood, cases: openapi.quickCases },
  AgentCore: { platform: 'agentcore', good: openapi.agentcoreGood, cases: openapi.agentcoreCases },
  'references of AgentCore': { platform: 'agentcore', good: openapi.agentcoreGood, cases: openapi.documentCases },
  'a target': { platform: 'agentcore', good: inputs.targetGood, cases: inputs.targetCases },
  "a target's names": { platform: 'agentcore', good: inputs.targetGood, cases: inputs.targetNameCases },
  'Microsoft 365': { platform: 'm365', good: inputs.m365Good, cases: inputs.m365Cases },
  MCP: { platform: 'mcp', good: tools.mcpGood, cases: tools.mcpCases },
  'Quick, of MCP': { platform: 'quick', good: tools.mcpGood, cases: tools.quickMcpCases },
  'portable, in MCP': {
    platform: 'mcp',
    good: tools.mcpGood,
    cases: [
      ...tools.portableCases(['tools', 0, 'inputSchema']),
      ...tools.portableCountCase,
      ...tools.portableInlineCase,
    ],
  },
  'circles, in MCP': { platform: 'mcp', good: tools.mcpGood, cases: tools.portableReferenceCases },
  'portable, in Bedrock': {
    platform: 'bedrock',
    good: tools.bedrockGood,
    cases: tools.portableCases(['tools', 0, 'toolSpec', 'inputSchema', 'json']),
  },
  Bedrock: { platform: 'bedrock', good: tools.bedrockGood, cases: tools.bedrockCases },
  'inputs of Bedrock': { platform: 'bedrock', good: tools.bedrockGood, cases: tools.bedrockInputCases },
}

const nameOf = ({ platform, rule }: Pick<Finding, 'platform' | 'rule'>) => `${platform}/${rule}`
const nestedList = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

describe.each(Object.entries(tables))('%s', (_, { platform, good, cases }) => {
  test('the good document breaks no rule', () => {
    const isFilled = cases.every((one) => one.filled)
    expect(lint(good, { platforms: [platform], filled: isFilled })).toEqual([])
  })

  test.each(cases)('breaks $rule alone, at $place', (one) => {
    const { rule, named = '', filled: isFilled = false, format } = one
    const findings = lint(broken(good, one), { platforms: [platform], filled: isFilled, format })
    const names = new Set(findings.map(nameOf))
    expect([...names].map((name) => name.split('/')[1])).toEqual([rule])
    const told = findings.filter((finding) => finding.rule === rule)
    expect(told.map(({ what }) => what).join('\n')).toContain(named)
    for (const { pointer } of told) expect(pointer).toMatch(/^(\/[^/]*)*(#(\/[^/]*)*)?$/)
  })
})

test('every rule has a case', () => {
  const covered = Object.values(tables).flatMap(({ platform, good, cases }) =>
    cases.flatMap((one) =>
      lint(broken(good, one), { platforms: [platform], filled: one.filled ?? false, format: one.format })
        .filter(({ rule }) => rule === one.rule)
        .map(nameOf),
    ),
  )
  const names = new Set([...covered, 'document/nesting', 'document/length', 'document/effort'])
  expect(allRules.map(({ platform, id }) => `${platform}/${id}`).filter((name) => !names.has(name))).toEqual([])
})

test('the ids are unique, and each rule says what it asks, what to do, and where it is documented', () => {
  const names = allRules.map(({ platform, id }) => `${platform}/${id}`)
  expect(new Set(names).size).toBe(names.length)
  for (const { says, fix, source } of allRules) {
    expect(says).toMatch(/^.+\.$/)
    expect(fix).toMatch(/^.+\.$/)
    expect(source.document).not.toBe('')
    expect(URL.canParse(source.url)).toBe(true)
  }
})

describe('nesting', () => {
  const rulesOf = (value: unknown) => lint(value).map(nameOf)

  test('a document that nests deeper than parsers take is told, and nothing else', () => {
    expect(rulesOf(change(template, ['x-deep'], nestedList(10_000)))).toEqual(['document/nesting'])
    expect(rulesOf(change(template, ['x-deep'], nestedList(900)))).not.toContain('document/nesting')
  })

  test('so is one that contains itself', () => {
    const circle: Record<string, unknown> = { openapi: '3.0.3' }
    circle.paths = { '/a': circle }
    expect(rulesOf(circle)).toEqual(['document/nesting'])
  })
})

test('a list or an object of very many entries is told, and nothing else', () => {
  const rulesOf = (value: unknown) => lint(value).map(nameOf)
  const many = (count: number) => Array.from({ length: count }, () => null)
  const members = Object.fromEntries(many(50_001).map((_, index) => [`x-${index}`, null]))
  expect(rulesOf({ ...template, tags: many(50_001) })).toEqual(['document/length'])
  expect(rulesOf({ ...template, components: members })).toEqual(['document/length'])
  expect(rulesOf({ ...template, tags: many(50_000) })).not.toContain('document/length')
  // Findings below a long name repeat it.
  expect(rulesOf({ ...template, [`x-${'a'.repeat(1000)}`]: null })).toEqual(['document/length'])
})

test('a document of very many values, or of places in long names, is told, and nothing else', () => {
  const rulesOf = (value: unknown) => lint(value).map(nameOf)
  const lists = Array.from({ length: 6 }, () => Array.from({ length: 50_000 }, () => []))
  expect(rulesOf({ ...template, 'x-lists': lists })).toEqual(['document/length'])
  expect(rulesOf({ ...template, 'x-lists': lists.slice(2) })).not.toContain('document/length')
  const inNames = (depth: number) => {
    let value: unknown = {}
    for (let level = 0; level < depth; level += 1) value = { ['a'.repeat(100)]: value }
    return { ...template, 'x-deep': value }
  }
  expect(rulesOf(inNames(100))).toEqual(['document/length'])
  expect(rulesOf(inNames(98))).not.toContain('document/length')
})

test('what the findings of one rule say is bounded, however long the pointers of its places', () => {
  let schema: object = { type: 'object', properties: Object.fromEntries(Array.from({ length: 5000 }, badProperty)) }
  for (let level = 0; level < 450; level += 1) schema = { type: 'object', properties: { member: schema } }
  const findings = lint({ tools: [{ name: 'a', description: 'A.', inputSchema: schema }] }, { platforms: ['mcp'] })
  const sizes = new Map<string, number>()
  for (const { rule, pointer, what } of findings) sizes.set(rule, (sizes.get(rule) ?? 0) + pointer.length + what.length)
  expect(sizes.get('array-items')).toBeGreaterThan(200_000)
  for (const size of sizes.values()) expect(size).toBeLessThan(270_000)
  expect(findings.map(({ what }) => what)).toContainEqual(
    expect.stringMatching(/^4\d+ more findings of this rule are left out$/),
  )
})

const badProperty = (_: unknown, index: number) => [`p${index}`, { type: 'array', nullable: true }]

test('a small document in which many parts share a large one is told, and nothing else', () => {
  const rulesOf = (value: unknown) => lint(value).map(nameOf)
  const list = <T>(part: T, length = 3000) => Array.from({ length }, () => part)
  const operations = (operation: object) =>
    Object.fromEntries(list(operation).map((item, index) => [`/p${index}`, { post: item }]))
  const shared = { $ref: '#/x-shared' }
  expect(rulesOf({ openapi: '3.0.3', paths: operations({ parameters: shared }), 'x-shared': list({}) })).toEqual([
    'document/effort',
  ])
})

test('messages name an operation or a tool with a long name by its beginning', () => {
  const name = 'a'.repeat(1_000_000)
  const parameters = Array.from({ length: 1000 }, () => ({}))
  const findings = lint({ openapi: '3.0.3', paths: { '/a': { get: { operationId: name, parameters } } } })
  const properties = Object.fromEntries(parameters.map((schema, index) => [`p${index}`, schema]))
  findings.push(...lint({ tools: [{ name, inputSchema: { type: 'object', properties } }] }))
  expect(findings.length).toBeGreaterThan(2000)
  for (const { what } of findings) expect(what.length).toBeLessThan(400)
})

test('the places of a rule are listed up to a thousand, and the rest is counted', () => {
  const tools = Array.from({ length: 1200 }, () => null)
  const findings = lint({ tools }, { platforms: ['mcp'] }).filter(({ rule }) => rule === 'name')
  expect(findings).toHaveLength(1001)
  expect(findings.at(-1)).toMatchObject({ pointer: '', what: '200 more findings of this rule are left out' })
})

test.each(['result', 'toolConfig'])('too many tools are told at the list in %s', (member) => {
  const tools = Array.from({ length: 41 }, () => ({}))
  const found = lint({ [member]: { tools } }).filter(({ rule }) => rule === 'tool-count')
  expect(found.map(({ pointer }) => pointer)).toEqual([`/${member}/tools`])
})

test('a template is not taken as filled in', () => {
  const rules = lint(template, { platforms: ['amazon-q'], filled: true }).map(({ rule }) => rule)
  expect(rules).toEqual(['no-placeholders', 'https-server', 'oauth-host', 'oauth-host'])
})

test('an empty document is told what it lacks, rather than failing', () => {
  const rules = lint({ openapi: undefined }, { platforms: ['amazon-q'], filled: true }).map(({ rule }) => rule)
  expect(rules).toEqual(['openapi-version', 'one-server', 'operation-count'])
})
