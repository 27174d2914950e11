// The API that every app serves: its contract, and the answers of its operations.
import type { Contract } from '../codegen/contract.ts'

/** A resource's path, which is also its tag. */
export const resourceName = (n: number) => `parcels${n}`

export const operationsOfResource = ['list', 'create', 'get', 'update', 'delete'] as const
type Verb = (typeof operationsOfResource)[number]
export const operationId = (verb: Verb, n: number) => `${verb}Parcel${n}`

/**
 * Five operations for each resource, with bodies like those of Frontdesk.
 *
 * @param secured Whether callers need a token, as in Frontdesk.
 */
export function contractOf(operations: number, secured = false): Contract {
  const resources = Array.from({ length: operations / operationsOfResource.length }, (_, n) => n)
  return {
    openapi: '3.0.3',
    info: { title: 'Parcels', version: '1.0.0' },
    servers: [{ url: '/' }],
    ...(secured && { security: [{ cognito: [] }] }),
    paths: Object.assign({}, ...resources.map(pathsOf)) as Contract['paths'],
    components: {
      schemas: Object.assign({ Id: id, Problem: problem }, ...resources.map(schemasOf)) as Record<string, object>,
      securitySchemes: {
        cognito: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
    },
    'x-problem-types': {},
  }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const answer = (description: string, schema: object) => ({ description, ...json(schema) })
const failed = { 400: answer('The request is not valid.', ref('Problem')) }

const id = { type: 'string', pattern: '^[0-9a-f]{32}$' }
const problem = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } }

const members = {
  name: { type: 'string', minLength: 1, maxLength: 120 },
  description: { type: 'string', maxLength: 2000 },
  category: { type: 'string', enum: ['letter', 'small', 'large', 'freight'] },
  quantity: { type: 'integer', minimum: 0, maximum: 100_000 },
  price: { type: 'number', minimum: 0, maximum: 9_999_999.99 },
  dispatchDate: { type: 'string', format: 'date' },
  labels: { type: 'object', maxProperties: 20, additionalProperties: { type: 'string', maxLength: 256 } },
  recipient: {
    type: 'object',
    required: ['name', 'city'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 120 },
      city: { type: 'string', minLength: 1, maxLength: 120 },
      postcode: { type: 'string', pattern: '^[0-9A-Z -]{3,10}$' },
    },
  },
}
const requiredMembers = ['name', 'category', 'quantity', 'price', 'dispatchDate', 'recipient']

function schemasOf(n: number): Record<string, object> {
  const stored = { id: ref('Id'), ...members }
  return {
    [`NewParcel${n}`]: { type: 'object', required: requiredMembers, additionalProperties: false, properties: members },
    [`ParcelChange${n}`]: { type: 'object', minProperties: 1, additionalProperties: false, properties: members },
    [`Parcel${n}`]: { type: 'object', required: ['id', ...requiredMembers], properties: stored },
  }
}

function pathsOf(n: number): Record<string, object> {
  const tags = [resourceName(n)]
  const parcelRef = ref(`Parcel${n}`)
  const parameters = [{ name: 'id', in: 'path', required: true, schema: ref('Id') }]
  const body = (schema: string) => ({ required: true, ...json(ref(schema)) })
  const operation = (verb: Verb, rest: object) => ({ operationId: operationId(verb, n), tags, ...rest })
  const list = { type: 'object', required: ['items'], properties: { items: { type: 'array', items: parcelRef } } }
  return {
    [`/${resourceName(n)}`]: {
      get: operation('list', {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
          { name: 'category', in: 'query', schema: members.category },
        ],
        responses: { 200: answer('A page.', list), ...failed },
      }),
      post: operation('create', {
        requestBody: body(`NewParcel${n}`),
        responses: { 201: answer('Created.', parcelRef), ...failed },
      }),
    },
    [`/${resourceName(n)}/{id}`]: {
      parameters,
      get: operation('get', { responses: { 200: answer('The parcel.', parcelRef), ...failed } }),
      put: operation('update', {
        requestBody: body(`ParcelChange${n}`),
        responses: { 200: answer('Changed.', parcelRef), ...failed },
      }),
      delete: operation('delete', { responses: { 204: { description: 'Deleted.' }, ...failed } }),
    },
  }
}

// What an app serves. The bundler puts these values in.
declare const CONTRACT: Contract
declare const RESOURCES: number
declare const QUICK: boolean

export const served = {
  contract: () => CONTRACT,
  /** Whether openapi-backend skips the check of the document. */
  quick: () => QUICK,
  resources: () => Array.from({ length: RESOURCES }, (_, n) => n),
}

// The answers of each operation. Every app has the same fixed values, so that only the frameworks differ.

export const parcelId = '0123456789abcdef0123456789abcdef'

export const parcel = {
  name: 'Spare drum',
  description: 'For the kiosk at gate A4.',
  category: 'small',
  quantity: 3,
  price: 19.99,
  dispatchDate: '2027-05-08',
  labels: { site: 'A4', floor: '2' },
  recipient: { name: 'Facilities', city: 'Utrecht', postcode: '3511 AB' },
}

export const answers = {
  list: (limit = 25) => ({ items: Array.from({ length: Math.min(limit, 2) }, () => ({ id: parcelId, ...parcel })) }),
  create: (body: object) => ({ id: parcelId, ...body }),
  get: (id: string) => ({ id, ...parcel }),
  update: (id: string, body: object) => ({ id, ...parcel, ...body }),
}

// The user pool whose tokens the apps accept. Each app fetches its keys.
export const userPoolId = 'eu-central-1_Benchmark'
export const clientId = 'benchclient'
export const issuer = `https://cognito-idp.eu-central-1.amazonaws.com/${userPoolId}`
