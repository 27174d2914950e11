// Lists of tools for MCP and Converse: a good one for each, and one that breaks exactly one rule for each rule.
import type { Place } from '../../testing/change.ts'
import { cases, type Case } from './case.ts'

const inputSchema = {
  type: 'object',
  properties: {
    caseId: { type: 'string', description: 'The case, from listCases.' },
    tags: { type: 'array', description: 'Words.', items: { type: 'string' } },
    place: { type: 'object', description: 'Where.', properties: { city: { type: 'string' } }, required: ['city'] },
  },
  required: ['caseId'],
  additionalProperties: false,
}
const none = { type: 'object', additionalProperties: false }
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }
const common = { title: 'A case', description: 'Returns a case.', annotations }

export const mcpGood = {
  resultType: 'complete',
  ttlMs: 60_000,
  cacheScope: 'private',
  tools: [
    { name: 'getCase', ...common, inputSchema, outputSchema: { type: 'object' } },
    { name: 'getStatus', ...common, inputSchema: none, icons: [{ src: 'https://helpdesk.org/icon.png' }] },
  ],
}

const tool: Place = ['tools', 0]
const toolsUpTo = (length: number) =>
  Array.from({ length }, (_, index) => ({ name: `getCase${index}`, ...common, inputSchema }))

export const mcpCases = cases([
  ['list', ['tools'], {}],
  ['list', ['tools'], null],
  ['name', [...tool, 'name'], '', "''"],
  ['unique-name', [...tool, 'name'], 'getStatus'],
  ['input-schema', [...tool, 'inputSchema'], undefined],
  ['input-schema', [...tool, 'inputSchema'], true],
  ['input-schema', [...tool, 'inputSchema'], []],
  ['output-schema', [...tool, 'outputSchema'], true],
  ['annotations', [...tool, 'annotations', 'readOnlyHint'], 'yes', 'readOnlyHint'],
  ['icons', ['tools', 1, 'icons', 0, 'src'], 'http://helpdesk.org/icon.png'],
  ['cache', ['ttlMs'], -1, 'ttlMs'],
  ['cache', ['cacheScope'], 'shared', 'shared'],
  ['hints', [...tool, 'annotations', 'openWorldHint'], undefined, 'openWorldHint'],
  ['hints', [...tool, 'annotations'], undefined],
  ['title', [...tool, 'title'], undefined],
  ['description', [...tool, 'description'], '', 'getCase'],
  ['closed-without-arguments', ['tools', 1, 'inputSchema', 'additionalProperties'], undefined, 'getStatus'],
  ['no-header-arguments', [...tool, 'inputSchema', 'properties', 'caseId', 'x-mcp-header'], 'Case'],
  ['some-tool', ['tools'], []],
])

export const quickMcpCases = cases([
  ['mcp-tool-count', ['tools'], toolsUpTo(101), '101'],
  ['mcp-schema-draft', [...tool, 'inputSchema', '$schema'], 'http://json-schema.org/draft-04/schema#', 'draft-04'],
])

/** `schema` is the place of the first tool's schema. */
export function portableCases(schema: Place): Case[] {
  const property: Place = [...schema, 'properties', 'tags']
  return cases([
    ['root-object', [...schema, 'type'], undefined],
    ['root-object', [...schema, 'type'], 'string'],
    ['plain-root', [...schema, 'anyOf'], [{ type: 'object' }], 'anyOf'],
    ['plain-root', [...schema, 'not'], { type: 'string' }, 'not'],
    ['plain-root', [...schema, 'enum'], [{}], 'enum'],
    ['one-type', [...schema, 'properties', 'caseId', 'type'], ['string', 'null']],
    ['array-items', [...property, 'items'], undefined],
    ['no-boolean-schemas', [...property, 'items'], true],
    ['required-list', [...schema, 'required'], true],
    ['required-list', [...schema, 'properties', 'caseId', 'required'], true],
    ['no-nullable', [...schema, 'properties', 'caseId', 'nullable'], true],
    ['exclusive-numbers', [...schema, 'properties', 'caseId', 'exclusiveMinimum'], true],
    ['described-arguments', [...schema, 'properties', 'caseId', 'description'], undefined, 'caseId'],
    ['short-name', [...schema.slice(0, schema.includes('toolSpec') ? 3 : 2), 'name'], 'x'.repeat(41), '41'],
  ])
}

export const portableCountCase = cases([['tool-count', ['tools'], toolsUpTo(41), '41']])

const itself = { type: 'object', properties: { next: { $ref: '#/tools/0/inputSchema' } } }
/** A reference is a breach as well: a circle needs one. */
export const portableReferenceCases = cases([
  ['acyclic', [...tool, 'inputSchema', 'properties', 'next'], { ...itself, description: 'Next.' }],
])
export const portableInlineCase = cases([
  ['inline', [...tool, 'inputSchema', 'properties', 'caseId'], { $ref: '#/tools/0/inputSchema/properties/place' }],
])

export const bedrockGood = {
  tools: [
    { toolSpec: { name: 'getCase', description: 'Returns a case.', inputSchema: { json: inputSchema } } },
    { toolSpec: { name: 'getStatus', description: 'Returns the status.', inputSchema: { json: none }, strict: true } },
    { cachePoint: { type: 'default' } },
  ],
  toolChoice: { auto: {} },
}

const spec: Place = ['tools', 0, 'toolSpec']

export const bedrockCases = cases([
  ['tools', ['tools'], []],
  ['tools', ['tools', 2], { cachePoint: {}, toolSpec: undefined }],
  ['name', [...spec, 'name'], 7],
  ['unique-name', [...spec, 'name'], 'getStatus'],
  ['description', [...spec, 'description'], ''],
  ['description', [...spec, 'description'], undefined],
  ['strict', [...spec, 'strict'], 'yes'],
  ['tool-choice', ['toolChoice'], { none: {} }],
  ['tool-choice', ['toolChoice'], { auto: {}, any: {} }],
  ['tool-choice', ['toolChoice'], { tool: { name: 'deleteCase' } }, 'deleteCase'],
])

export const bedrockInputCases = cases([['input-schema', [...spec, 'inputSchema'], {}]])
