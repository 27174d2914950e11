// The built-in rules and the assertions of redocly.yaml. Each finds the fault that was made for it.
import { expect, it } from 'vitest'
import { findings, type Edits } from './testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'
const create = 'things.yaml#/paths/~1things/post'
const remove = 'things.yaml#/paths/~1things~1{thingId}/delete'
const name = 'things.yaml#/paths/~1names~1{name}/put'
const parameters = 'things.yaml#/parameters'
const schemas = 'things.yaml#/schemas'
const created = `${create}/responses/201`
const input = `${create}/requestBody/content/application~1json`
const page = `${list}/responses/200/content/application~1json`

const size = { type: 'number', format: 'double', minimum: 0, maximum: 10, description: 'A part of the sizes.' }
const flag = (place: string, name: string) => ({
  name,
  in: place,
  description: 'Only old things.',
  schema: { type: 'string', maxLength: 3 },
})

const event = {
  source: 'things.api',
  detailType: 'ThingCreated',
  description: 'A thing was created.',
  detail: { type: 'object', description: 'The thing.' },
}

it('accepts the contract as it is', async () => {
  expect(await findings()).toEqual([])
})

it.each<[rule: string, edits: Edits, places?: string | string[]]>([
  // The document
  ['rule/openapi-version', { 'openapi.yaml#/openapi': '3.0.2' }],
  ['rule/no-root-security', { 'openapi.yaml#/security': [] }],
  ['rule/servers', { 'openapi.yaml#/servers/1/url': 'http://api.frontdesk.example' }],
  ['rule/server-description', { 'openapi.yaml#/servers/1/description': '' }],
  ['rule/info-description', { 'openapi.yaml#/info/description': '' }],
  ['info-contact', { 'openapi.yaml#/info/contact': undefined }],
  ['tag-description', { 'openapi.yaml#/tags/0/description': '' }],
  ['rule/security-scheme-description', { 'openapi.yaml#/components/securitySchemes/apiKey/description': undefined }],

  // Operations
  ['operation-operationId', { [`${list}/operationId`]: undefined }],
  ['operation-operationId-unique', { [`${list}/operationId`]: 'createThing' }, `${create}/createThing`],
  ['rule/operation-id', { [`${create}/operationId`]: 'thingsCreate' }],
  ['rule/operation-id', { [`${list}/operationId`]: 'list_things' }],
  ['rule/operation-id', { [`${list}/operationId`]: 'list' }],
  ['operation-summary', { [`${list}/summary`]: '' }],
  ['rule/summary', { [`${list}/summary`]: 'List things.' }],
  ['rule/summary', { [`${list}/summary`]: 'L'.repeat(61) }],
  ['operation-description', { [`${create}/description`]: '' }],
  ['operation-tag-defined', { [`${list}/tags`]: undefined }, list],
  ['operation-tag-defined', { [`${list}/tags`]: ['thing'] }, `${list}/tags/0`],
  ['rule/one-tag', { [`${list}/tags`]: [] }],
  ['operation-singular-tag', { [`${list}/tags`]: ['things', 'things'] }],
  ['contract/caller-rights', { [`${list}/security`]: [{ cognito: ['frontdesk/write'] }] }],
  ['contract/caller-rights', { [`${list}/security`]: [{ cognito: ['frontdesk/read', 'frontdesk/write'] }] }],
  ['contract/caller-rights', { [`${list}/security`]: [{ cognito: ['frontdesk/read'] }, {}] }],
  ['contract/caller-rights', { [`${create}/security`]: [{ cognito: ['frontdesk/read'] }] }],
  ['contract/caller-rights', { [`${create}/security`]: [{ cognito: ['frontdesk/write'], apiKey: [] }] }],
  [
    'security-scopes-defined',
    { 'openapi.yaml#/components/securitySchemes/cognito/flows/clientCredentials/scopes': { 'frontdesk/read': 'Read' } },
    [`${create}/security/0/cognito/0`, `${remove}/security/0/cognito/0`],
  ],

  // Responses
  ['rule/statuses', { [`${list}/responses/default`]: { $ref: '#/responses/500' } }],
  ['rule/statuses', { [`${list}/responses/4XX`]: { $ref: '#/responses/400' } }],
  ['rule/response-description', { [`${created}/description`]: '' }],
  ['contract/response-headers', { [`${created}/headers/Location`]: undefined }, created],
  ['rule/response-header-names', { 'things.yaml#/responses/400/headers/x-request-id': { $ref: '#/headers/ETag' } }],
  ['rule/response-header-names', { 'things.yaml#/responses/400/headers/Etag': { $ref: '#/headers/ETag' } }],
  ['rule/header-description', { 'things.yaml#/headers/ETag/description': '' }],

  ['no-unresolved-refs', { [`${schemas}/Thing/properties/id`]: { $ref: '#/schemas/ThingID' } }],

  // Parameters and request bodies
  ['parameter-description', { [`${parameters}/nameInPath/description`]: '' }],
  ['rule/parameter-names', { [`${list}/parameters/2`]: flag('query', 'is_old') }, `${list}/parameters/2/name`],
  ['rule/header-parameter-names', { [`${list}/parameters/2`]: flag('header', 'is-old') }, `${list}/parameters/2/name`],
  ['rule/parameter-place', { [`${list}/parameters/2`]: flag('cookie', 'isOld') }, `${list}/parameters/2/in`],
  ['rule/path-parameter-required', { [`${parameters}/nameInPath/required`]: undefined }],
  ['rule/path-parameter-required', { [`${parameters}/nameInPath/required`]: false }],
  ['rule/parameter-form', { [`${parameters}/limit/explode`]: false }, `${parameters}/limit/explode`],
  [
    'path-parameters-defined',
    { [`${name}/parameters`]: [{ ...flag('path', 'isOld'), required: true }] },
    `${name}/parameters/0/name`,
  ],
  ['rule/request-body-description', { [`${create}/requestBody/description`]: undefined }],

  // Paths
  [
    'paths-kebab-case',
    {
      'openapi.yaml#/paths/~1aboutThis': { $ref: 'things.yaml#/paths/~1about.json' },
      'openapi.yaml#/paths/~1about.json': undefined,
    },
    'things.yaml#/paths/~1about.json',
  ],

  // Examples
  ['rule/media-type', { [`${page}/example`]: undefined }, page],
  ['rule/examples-not-empty', { [`${input}/examples`]: {} }],
  ['rule/example-value', { [`${input}/examples/least`]: { summary: 'Nothing' } }],
  ['no-invalid-media-type-examples', { [`${input}/examples/least/value/labels/a`]: 1 }],
  ['no-invalid-media-type-examples', { [`${page}/example/things/0/id`]: 'not-a-uuid' }],
  ['no-invalid-media-type-examples', { [`${page}/example/things/0/seize`]: 4 }],
  ['no-invalid-parameter-examples', { [`${parameters}/limit/example`]: 101 }],
  ['no-invalid-parameter-examples', { [`${parameters}/thingIdInPath/example`]: 'not-a-uuid' }],
  ['no-invalid-schema-examples', { [`${schemas}/Thing/properties/size/example`]: 11 }],

  // Schemas
  ['contract/member-names', { [`${schemas}/Thing/properties/Is_Old`]: { type: 'boolean', description: 'Age.' } }],
  [
    'rule/array-items',
    { [`${schemas}/ThingInput/properties/parts/items`]: undefined },
    `${schemas}/ThingInput/properties/parts`,
  ],
  ['rule/typed-schemas', { [`${schemas}/Thing/properties/any`]: { description: 'Anything.' } }],
  ...['allOf', 'anyOf', 'oneOf'].map((key): [string, Edits] => [
    'rule/flat-schemas',
    {
      [`${schemas}/Thing/properties/size/${key}`]: [
        { ...size, maximum: 4 },
        { ...size, minimum: key === 'oneOf' ? 5 : 1 },
      ],
    },
  ]),
  ['rule/flat-schemas', { [`${schemas}/Thing/properties/size/not`]: { ...size, maximum: 1 } }],
  ['contract/null-bodies', { [`${schemas}/ThingInput/properties/name/nullable`]: true }],
  ['rule/whole-multiples', { [`${schemas}/Thing/properties/size/multipleOf`]: 0.01 }],
  [
    'no-required-schema-properties-undefined',
    { [`${schemas}/ThingInput/properties/parts/items/required`]: ['partNmber'] },
    `${schemas}/ThingInput/properties/parts/items/required/0`,
  ],
  [
    'component-name-unique',
    {
      'openapi.yaml#/components/schemas': { Name: { type: 'boolean', description: 'Another name.' } },
      [`${schemas}/Thing/properties/isNamed`]: { $ref: 'openapi.yaml#/components/schemas/Name' },
    },
    ['openapi.yaml#/components/schemas/Name', `${schemas}/Name`],
  ],
  ['struct', { [`${schemas}/Thing/requird`]: ['id'] }],

  // Extensions
  ['rule/gateway-catch-all', { 'openapi.yaml#/x-gateway-catch-all': false }],
  ['rule/event-stream', { [`${page}/x-event-stream`]: 'yes' }],
  ['rule/event-stream', { [`${page}/x-event-stream`]: { end: 'done' } }],
  ['rule/events', { [`${schemas}/Thing/x-event`]: 'yes' }],
  ['rule/proposes', { [`${schemas}/Thing/x-proposes`]: 'mcp' }],
  ['rule/personal', { 'things.yaml#/parameters/thingIdInPath/x-personal': false }],
  ['rule/protocol', { [`${list}/x-protocol`]: 'grpc' }],
  ['rule/sample-data', { [`${list}/x-sample-data`]: 'users' }],
  ['struct', { 'openapi.yaml#/x-events': [{ ...event, detailType: 1 }] }, 'openapi.yaml#/x-events/0/detailType'],
  [
    'contract/described-schemas',
    { 'openapi.yaml#/x-events': [{ ...event, detail: { type: 'object' } }] },
    'openapi.yaml#/x-events/0/detail',
  ],
  ['rule/sdk', { [`${list}/x-sdk`]: 'things' }],
])('%s finds %j', async (rule, edits, places = Object.keys(edits).slice(0, 1)) => {
  expect((await findings(edits)).sort()).toEqual([places].flat().map((place) => `${rule} ${place}`))
})
