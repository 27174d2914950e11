// Documents for Amazon Q: a good template, the same filled in, and one that breaks exactly one rule for each rule.
import { change, type Place } from '../../testing/change.ts'
import { cases } from './case.ts'

export const template = {
  openapi: '3.0.3',
  info: { title: 'Sample', version: '1.0.0' },
  servers: [{ url: '${SERVER_URL}' }],
  paths: {
    '/cases': {
      post: {
        operationId: 'createCase',
        description: 'Creates a case.',
        security: [{ oauth: ['helpdesk/write'] }],
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
        parameters: [
          { name: 'status', in: 'query', description: 'Status', schema: { type: 'string', enum: ['open'] } },
        ],
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
            scopes: { 'helpdesk/write': 'Write' },
          },
        },
      },
    },
  },
}

const flow: Place = ['components', 'securitySchemes', 'oauth', 'flows', 'authorizationCode']
export const filled = change(
  change(
    change(template, ['servers', 0, 'url'], 'https://api.helpdesk.org/prod'),
    [...flow, 'authorizationUrl'],
    'https://helpdesk.auth.us-east-1.amazoncognito.com/oauth2/authorize',
  ),
  [...flow, 'tokenUrl'],
  'https://helpdesk.auth.us-east-1.amazoncognito.com/oauth2/token',
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

export const amazonQCases = cases([
  ['size', ['info', 'description'], 'x'.repeat(1_000_000), 'document'],
  ['openapi-version', ['openapi'], '2.0', '2.0'],
  ['openapi-version', ['openapi'], undefined, 'missing'],
  ['one-server', ['servers'], undefined, 'servers: 0'],
  ['one-server', ['servers', 1], { url: 'https://api.helpdesk.org' }, 'servers: 2'],
  ['https-server', ['servers', 0, 'url'], 'http://api.helpdesk.org', 'http://api.helpdesk.org'],
  ['https-server', ['servers', 0, 'url'], 'https://localhost:3000', 'localhost'],
  ['https-server', ['servers', 0, 'url'], 'https://api.helpdesk.org:99999', '99999'],
  ['operation-count', ['paths'], {}, '0 operations'],
  ['operation-count', ['paths'], [], '0 operations'],
  ['operation-count', ['paths'], { '/cases': template.paths['/cases'], ...manyOperations }, '22 operations'],
  ['path-slash', ['paths', 'cases'], { get: { ...template.paths['/cases'].get, operationId: 'getAll' } }, "'cases'"],
  ['operation-id', [...post, 'operationId'], undefined, 'POST /cases'],
  ['unique-operation-id', [...post, 'operationId'], 'listCases', 'listCases: operationId'],
  ['operation-description', [...post, 'description'], undefined, 'createCase: description'],
  ['parameter-name', [...parameter, 'name'], undefined, 'listCases: the parameter has no name'],
  ['parameter-description', [...parameter, 'description'], '', 'listCases: parameter status'],
  ['parameter-place', [...parameter, 'in'], 'header', 'listCases: parameter status'],
  ['parameter-count', [...bodySchema, 'properties'], manyMembers, 'createCase: 11 inputs'],
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
  ['no-composition', [...parameter, 'schema', 'oneOf'], [{ type: 'string' }], 'listCases: the schema has oneOf'],
  ['no-composition', [...bodySchema, 'properties', 'items', 'not'], { enum: ['x'] }, 'createCase: the schema has not'],
  ['no-arrays', [...parameter, 'schema', 'type'], 'array', 'listCases: the schema is an array'],
  ['no-arrays', [...bodySchema, 'additionalProperties'], { type: 'array' }, 'createCase: the schema is an array'],
  ['some-response', [...get, 'responses'], {}, 'listCases: responses'],
  [
    'success-responses',
    [...get, 'responses', '404'],
    template.paths['/cases'].get.responses[200],
    'listCases: response 404',
  ],
  ['json-response', [...get, 'responses', '204'], { description: 'None' }, 'listCases: response 204'],
  ['json-response', answerSchema, undefined, 'listCases: response 200'],
  ['typed-members', [...answerSchema, 'properties'], { total: { description: 'How many' } }, "'total' has no type"],
  ['oauth-code', [...flow, 'scopes'], undefined, 'securitySchemes.oauth'],
  ['oauth-code', ['components', 'securitySchemes', 'oauth', 'type'], 'apiKey', 'securitySchemes.oauth'],
  ['oauth-host', [...flow, 'tokenUrl'], 'http://auth.helpdesk.org/token', 'http://auth.helpdesk.org/token'],
  ['security', [...post, 'security'], undefined, 'createCase: security is missing'],
  ['security', [...post, 'security'], [{ apiKey: [] }], 'createCase: security names apiKey'],
  ['security', [...post, 'security'], [{ oauth: ['admin'] }], 'createCase: security names the scope admin'],
  ['references', [...answerSchema, 'additionalProperties'], { $ref: '#/components/schemas/X' }, 'leads nowhere'],
  ['known-extensions', [...post, 'x-agents'], ['amazon-q'], 'x-agents'],
  ['known-extensions', ['x-problem-types'], {}, 'x-problem-types'],
  ['no-links-in-descriptions', [...get, 'description'], 'See https://helpdesk.org.', 'refers to a URL'],
  ['no-links-in-descriptions', [...parameter, 'description'], 'As /cases has it.', 'refers to a URL'],
  ['documented-version', ['openapi'], '3.1.0', '3.1.0'],
  ['documented-method', ['paths', '/cases', 'patch'], { ...template.paths['/cases'].post, operationId: 'changeCase' }],
  ['documented-keywords', [...answerSchema, 'nullable'], true, 'nullable'],
  ['operation-id-form', [...post, 'operationId'], 'caseCreation', 'caseCreation'],
  ['operation-id-form', [...post, 'operationId'], 'createCase_1', 'createCase_1'],
  ['operation-id-form', [...post, 'operationId'], 'create.case', 'create.case'],
  [
    'flat-inputs',
    [...bodySchema, 'properties', 'place'],
    { type: 'object', properties: { city: { type: 'string' } } },
    'place',
  ],
  ['named-ids', [...parameter, 'name'], 'id', "'id'"],
  ['source-of-ids', [...parameter, 'name'], 'caseId', 'caseId'],
  [
    'formats-and-enums',
    parameter,
    { ...template.paths['/cases'].get.parameters[0], name: 'dueDate', schema: { type: 'string' } },
    'dueDate',
  ],
  [
    'page-limit',
    [...answerSchema, 'properties'],
    { cases: { type: 'array', items: { type: 'string' } } },
    'size of a page',
  ],
  [
    'acyclic',
    [...answerSchema, 'properties'],
    {
      next: {
        type: 'object',
        properties: { again: { $ref: '#/paths/~1cases/get/responses/200/content/application~1json/schema' } },
      },
    },
  ],
  ['no-secrets', [...parameter, 'name'], 'password', 'password'],
  ['no-secrets', [...parameter, 'description'], 'As AKIAIOSFODNN7EXAMPLE', 'secret'],
  ['short-title', ['info', 'title'], 'x'.repeat(61), '61'],
  ['no-methods-in-descriptions', [...get, 'description'], 'Does a GET of all.', 'method'],
  [
    'cognito-scopes',
    [...flow],
    {
      ...template.components.securitySchemes.oauth.flows.authorizationCode,
      tokenUrl: 'https://x.auth.eu-west-1.amazoncognito.com/oauth2/token',
      scopes: { 'helpdesk/write': 'Write', read: 'Read' },
    },
    'read',
  ],
  ['no-empty-components', ['components', 'schemas'], {}, 'components.schemas'],
])

export const filledAmazonQCases = cases(
  [
    ['https-server', ['servers', 0, 'url'], 'http://api.helpdesk.org', 'http://api.helpdesk.org'],
    ['oauth-host', [...flow, 'authorizationUrl'], 'https://cognito/oauth2/authorize', 'https://cognito/'],
    ['no-placeholders', [...get, 'description'], 'Lists ${WHAT}.', '${WHAT}'],
  ],
  { filled: true },
)
