// Documents for Quick and AgentCore: a good one for each, and one that breaks exactly one rule for each rule.
import { change, type Place } from '../../testing/change.ts'
import { template } from './amazon-q-cases.ts'
import { cases } from './case.ts'

const list: Place = ['paths', '/cases', 'get']
const create: Place = ['paths', '/cases', 'post']
const body: Place = [...create, 'requestBody', 'content', 'application/json', 'schema']
const answer: Place = [...list, 'responses', '200', 'content', 'application/json', 'schema']
const parameter: Place = [...list, 'parameters', 0]
const scheme: Place = ['components', 'securitySchemes', 'oauth']

const manyPaths = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `/things/${index}`,
      { get: { operationId: `getThing${index}`, description: 'Gets it.', responses: {} } },
    ]),
  )
const deep = (depth: number): object =>
  depth === 0 ? { type: 'string' } : { type: 'object', properties: { a: deep(depth - 1) } }
const circle = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } }
const withCircle = (good: object) =>
  change(change(good, ['components'], { ...template.components, schemas: { Node: circle } }), answer, {
    $ref: '#/components/schemas/Node',
  })

export const quickGood = change(template, ['info'], { title: 'Sample', description: 'A sample.', version: '1.0.0' })

export const quickCases = [
  ...cases([
    ['size', ['info', 'description'], 'x'.repeat(1_000_000)],
    ['openapi-version', ['openapi'], '2.0', '2.0'],
    ['openapi-version', ['openapi'], 3, '3'],
    ['info', ['info', 'description'], undefined, 'info.description is missing'],
    ['info', ['info', 'version'], 1, 'info.version'],
    ['info', ['info'], undefined],
    ['servers', ['servers'], []],
    ['servers', ['servers', 0, 'url'], '/v1', '/v1'],
    ['operation-count', ['paths'], {}, '0 operations'],
    ['operation-count', ['paths'], manyPaths(101), '101 operations'],
    ['operation-id', [...list, 'operationId'], undefined, 'missing'],
    ['operation-id', [...list, 'operationId'], 'list-cases', 'list-cases'],
    ['operation-id', [...list, 'operationId'], 'createCase', 'not unique'],
    ['operation-description', [...list, 'description'], 'x'.repeat(5001), '5001'],
    ['operation-description', [...list, 'description'], undefined],
    ['parameter-description', [...parameter, 'description'], 'x'.repeat(5001), '5001'],
    ['json-body', [...create, 'requestBody', 'content', 'text/csv'], { schema: { type: 'string' } }],
    ['json-response', [...list, 'responses', '200', 'content', 'text/csv'], { schema: { type: 'string' } }],
    ['no-composition', [...answer, 'oneOf'], [{ type: 'object' }], 'oneOf'],
    ['no-composition', [...body, 'allOf'], [{ type: 'object' }], 'allOf'],
    ['no-arrays', [...parameter, 'schema'], { type: 'array', items: { type: 'string' } }],
    ['acyclic', [], withCircle(quickGood)],
    ['oauth', [...scheme], { type: 'openIdConnect', openIdConnectUrl: 'https://helpdesk.org' }],
    ['oauth', [...scheme], { type: 'apiKey', in: 'cookie', name: 'key' }],
    ['oauth', [...scheme, 'flows'], { implicit: {} }],
    ['operation-type', [...list, 'x-amzn-operation-type'], 'delete', 'delete'],
    ['marked-writes', [...create, 'operationId'], 'searchCases'],
    ['answer-arrays', answer, { type: 'array', items: { type: 'object' } }, 'an array itself'],
    ['answer-arrays', answer, { type: ['array', 'null'], items: { type: 'object' } }, 'an array itself'],
    ['shallow-schemas', answer, deep(7)],
  ]),
  ...cases([['json', ['info', 'title'], 'Sample', 'YAML']], { format: 'yaml' }),
  ...cases([['no-placeholders', ['servers'], [{ url: 'https://api.helpdesk.org' }], 'COGNITO_DOMAIN']], {
    filled: true,
  }),
]

const { post, get } = template.paths['/cases']
const { security: _post, ...openPost } = post
const { security: _get, ...openGet } = get

export const agentcoreGood = {
  openapi: '3.0.3',
  info: template.info,
  servers: [{ url: 'https://api.helpdesk.org/prod' }],
  paths: { '/cases': { post: openPost, get: openGet } },
}

export const agentcoreCases = cases([
  ['size', ['info', 'description'], 'x'.repeat(1_000_000)],
  ['openapi-version', ['openapi'], '3.2.0', '3.2.0'],
  ['openapi-version', ['openapi'], null],
  ['operation-count', ['paths'], {}, '0 operations'],
  ['operation-count', ['paths'], manyPaths(1001), '1001 operations'],
  ['operation-id', [...list, 'operationId'], undefined],
  ['operation-id', [...list, 'operationId'], 'createCase', 'not unique'],
  ['tool-name', [...list, 'operationId'], 'x'.repeat(154), '154'],
  ['short-tool-name', [...list, 'operationId'], 'x'.repeat(41), '41'],
  ['servers', ['servers'], undefined],
  ['servers', ['servers', 0, 'url'], 'https://{stage}.helpdesk.org'],
  ['servers', ['servers', 0, 'url'], 'https://10.0.0.7/prod'],
  ['servers', ['servers', 0, 'url'], 'http://localhost:3000'],
  ['servers', ['servers', 0, 'url'], 'http://my-server:8080'],
  ['servers', ['servers', 0, 'url'], '/prod'],
  ['no-composition', [...body, 'anyOf'], [{ type: 'object' }], 'anyOf'],
  ['plain-parameters', [...parameter, 'schema'], { type: 'array', items: { type: 'string' } }],
  ['plain-parameters', [...parameter, 'content'], { 'application/json': { schema: { type: 'string' } } }],
  ['no-security', ['security'], []],
  ['no-security', [...list, 'security'], []],
  ['no-security', ['components'], { securitySchemes: {} }],
  ['no-callbacks', [...create, 'callbacks'], {}],
  ['no-callbacks', ['webhooks'], {}],
  ['no-callbacks', [...list, 'responses', '200', 'links'], {}],
  ['operation-description', [...list, 'description'], undefined],
])

export const documentCases = cases([
  ['references', answer, { $ref: '#/components/schemas/Missing' }, 'leads nowhere'],
  ['references', answer, { $ref: 'https://helpdesk.org/openapi.json#/x' }, 'another document'],
  ['references', answer, { $ref: './case.yaml' }, 'another document'],
  ['references', answer, { $ref: '#/paths/%zz' }, 'leads nowhere'],
  ['references', answer, { $ref: null }, 'not a text'],
])
