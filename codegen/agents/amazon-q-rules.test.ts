import { describe, expect, test } from 'vitest'
import { amazonQRules, amazonQViolations } from './amazon-q-rules.ts'
import { change } from './testing/change.ts'
import type { Place } from './testing/change.ts'

const template = {
  openapi: '3.0.3',
  info: { title: 'Sample', version: '1.0.0' },
  servers: [{ url: '${SERVER_URL}' }],
  paths: {
    '/cases': {
      post: {
        operationId: 'createCase',
        description: 'Creates a case.',
        security: [{ oauth: ['write'] }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  // These are names of members, neither keywords nor extensions.
                  items: { type: 'string', 'x-amzn-form-display-name': 'Items' },
                  'x-site': { type: 'string', default: { $ref: 'data' } },
                },
              },
            },
          },
        },
        responses: {
          201: {
            description: 'Created',
            content: {
              'application/json': {
                schema: { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } },
              },
            },
          },
        },
      },
      get: {
        operationId: 'listCases',
        description: 'Lists cases, as text and/or JSON.',
        security: [],
        parameters: [{ name: 'status', in: 'query', description: 'Status', schema: { type: 'string' } }],
        responses: { 200: { description: 'Cases', content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
  },
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://${COGNITO_DOMAIN}/oauth2/authorize',
            tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token',
            scopes: { write: 'Write' },
          },
        },
      },
    },
  },
}

const flow: Place = ['components', 'securitySchemes', 'oauth', 'flows', 'authorizationCode']
const filled = change(
  change(
    change(template, ['servers', 0, 'url'], 'https://api.frontdesk.org/prod'),
    [...flow, 'authorizationUrl'],
    'https://frontdesk.auth.us-east-1.amazoncognito.com/oauth2/authorize',
  ),
  [...flow, 'tokenUrl'],
  'https://frontdesk.auth.us-east-1.amazoncognito.com/oauth2/token',
)

const post: Place = ['paths', '/cases', 'post']
const get: Place = ['paths', '/cases', 'get']
const bodySchema: Place = [...post, 'requestBody', 'content', 'application/json', 'schema']
const answerSchema: Place = [...get, 'responses', '200', 'content', 'application/json', 'schema']
const parameter: Place = [...get, 'parameters', 0]
const manyOperations = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [
    `/more/${index}`,
    { get: { ...template.paths['/cases'].get, operationId: `get${index}` } },
  ]),
)
const manyMembers = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`member${index}`, { type: 'string' }]))

/** A rule, the changed place, its new value, and a text in the violation. */
const mutations: [rule: string, place: Place, value: unknown, named: string][] = [
  ['size', ['info', 'title'], 'x'.repeat(1_000_000), 'document'],
  ['openapi-version', ['openapi'], '2.0', '2.0'],
  ['openapi-version', ['openapi'], undefined, 'missing'],
  ['one-server', ['servers'], undefined, 'servers: 0'],
  ['one-server', ['servers', 1], { url: 'https://api.frontdesk.org' }, 'servers: 2'],
  ['https-server', ['servers', 0, 'url'], 'http://api.frontdesk.org', 'http://api.frontdesk.org'],
  ['https-server', ['servers', 0, 'url'], 'https://localhost:3000', 'localhost'],
  ['operation-count', ['paths'], {}, '0 operations'],
  ['operation-count', ['paths'], { '/cases': template.paths['/cases'], ...manyOperations }, '22 operations'],
  ['path-slash', ['paths', 'cases'], { get: { ...template.paths['/cases'].get, operationId: 'getAll' } }, "'cases'"],
  ['operation-id', [...post, 'operationId'], undefined, 'POST /cases'],
  ['operation-id', [...post, 'operationId'], 'listCases', 'listCases: operationId'],
  ['operation-description', [...post, 'description'], undefined, 'createCase: description'],
  ['parameter-name', [...parameter, 'name'], undefined, 'listCases: parameters[0]'],
  ['parameter-description', [...parameter, 'description'], '', 'listCases: parameter status'],
  ['parameter-place', [...parameter, 'in'], 'header', 'listCases: parameter status'],
  ['parameter-count', [...bodySchema, 'properties'], manyMembers, 'createCase: 11 parameters'],
  [
    'no-body-on-get-or-delete',
    [...get, 'requestBody'],
    template.paths['/cases'].post.requestBody,
    'listCases: requestBody',
  ],
  [
    'json-body',
    [...post, 'requestBody', 'content', 'text/plain'],
    { schema: { type: 'string' } },
    'createCase: requestBody',
  ],
  ['json-body', bodySchema, undefined, 'createCase: requestBody'],
  ['no-composition', [...parameter, 'schema', 'oneOf'], [{ type: 'string' }], 'listCases: parameter status has oneOf'],
  [
    'no-composition',
    [...bodySchema, 'properties', 'items', 'not'],
    { enum: ['x'] },
    'requestBody properties.items has not',
  ],
  ['no-arrays', [...parameter, 'schema', 'type'], 'array', 'listCases: parameter status has type'],
  [
    'no-arrays',
    [...bodySchema, 'additionalProperties'],
    { type: 'array' },
    'requestBody additionalProperties has type',
  ],
  ['some-response', [...get, 'responses'], {}, 'listCases: responses'],
  [
    'success-responses',
    [...get, 'responses', '404'],
    template.paths['/cases'].get.responses[200],
    'listCases: response 404',
  ],
  ['json-response', [...get, 'responses', '204'], { description: 'None' }, 'listCases: response 204'],
  ['json-response', answerSchema, undefined, 'listCases: response 200'],
  ['typed-members', [...answerSchema, 'properties'], { total: { description: 'How many' } }, 'total has no type'],
  ['oauth-code', [...flow, 'scopes'], undefined, 'securitySchemes.oauth'],
  ['oauth-code', ['components', 'securitySchemes', 'oauth', 'type'], 'apiKey', 'securitySchemes.oauth'],
  ['oauth-host', [...flow, 'tokenUrl'], 'http://auth.frontdesk.org/token', 'http://auth.frontdesk.org/token'],
  ['security', [...post, 'security'], undefined, 'createCase: security is missing'],
  ['security', [...post, 'security'], [{ apiKey: [] }], 'createCase: security names apiKey'],
  ['security', [...post, 'security'], [{ oauth: ['admin'] }], 'createCase: security names the scope admin'],
  [
    'no-references',
    [...answerSchema, 'additionalProperties'],
    { $ref: '#/components/schemas/X' },
    'listCases responses.200',
  ],
  ['known-extensions', [...post, 'x-agents'], ['amazon-q'], 'createCase: x-agents'],
  ['known-extensions', ['x-problem-types'], {}, 'document: x-problem-types'],
  ['no-links-in-descriptions', [...get, 'description'], 'See https://frontdesk.org.', 'listCases'],
  ['no-links-in-descriptions', [...parameter, 'description'], 'As /cases has it.', 'listCases parameters[0]'],
  ['no-empty-components', ['components', 'schemas'], {}, 'components.schemas'],
]
const filledMutations: typeof mutations = [
  ['https-server', ['servers', 0, 'url'], 'http://api.frontdesk.org', 'http://api.frontdesk.org'],
  ['oauth-host', [...flow, 'authorizationUrl'], 'https://cognito/oauth2/authorize', 'https://cognito/'],
  ['no-placeholders', [...get, 'description'], 'Lists ${WHAT}.', '${WHAT}'],
]

const rulesOf = (violations: string[]) => violations.map((violation) => violation.slice(0, violation.indexOf(':')))

describe('amazonQViolations', () => {
  test('a template breaks no rule, and neither does the same filled in', () => {
    expect(amazonQViolations(template, { filled: false })).toEqual([])
    expect(amazonQViolations(filled, { filled: true })).toEqual([])
  })

  test.each(mutations)('%s, for %j = %j', (rule, place, value, named) => {
    const violations = amazonQViolations(change(template, place, value), { filled: false })
    expect(new Set(rulesOf(violations))).toEqual(new Set([rule]))
    expect(violations.join('\n')).toContain(named)
  })

  test.each(filledMutations)('filled in: %s, for %j = %j', (rule, place, value, named) => {
    const violations = amazonQViolations(change(filled, place, value), { filled: true })
    expect(new Set(rulesOf(violations))).toEqual(new Set([rule]))
    expect(violations.join('\n')).toContain(named)
  })

  test('every rule is broken by one of them', () => {
    const broken = new Set([...mutations, ...filledMutations].map(([rule]) => rule))
    expect([...broken].sort()).toEqual(Object.keys(amazonQRules).sort())
  })

  test('a template is not taken as filled in: its server, its OAuth URLs and the rest are told', () => {
    const violations = amazonQViolations(template, { filled: true })
    expect(rulesOf(violations)).toEqual(['https-server', 'oauth-host', 'oauth-host', 'no-placeholders'])
  })

  test('an empty document is told what it lacks, rather than failing', () => {
    const violations = amazonQViolations({}, { filled: true })
    expect(rulesOf(violations)).toEqual(['openapi-version', 'one-server', 'operation-count'])
  })
})
