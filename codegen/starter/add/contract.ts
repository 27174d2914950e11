// The contract of a new resource, spec/<name>.yaml: five operations on items that are stored.
import { capitalize } from '../../identifiers.ts'
import type { Field } from './fields.ts'
import { hasDefault, requiredFields, valueOf, type NewResource } from './resource.ts'
import { responses, securityOf } from './responses.ts'
import type { Words } from './words.ts'

/** An id for examples, which no item has. */
const exampleId = '5b0e9c1a-7d42-4e63-8f15-3c2a9d4b6e70'

const indent = (text: string, spaces: number) => text.replace(/^(?=.)/gm, ' '.repeat(spaces))

export function renderContract(resource: NewResource): string {
  const { words } = resource
  return `# ${capitalize(words.many)}: say here what they are.

paths:
  /${words.name}:
${indent(createOperation(resource) + listOperation(resource), 4)}  /${words.name}/{${words.id}}:
    parameters:
      - $ref: '#/parameters/${words.schema}IdInPath'
${indent(getOperation(resource) + updateOperation(resource) + deleteOperation(resource), 4)}
parameters:
  ${words.schema}IdInPath:
    name: ${words.id}
    in: path
    required: true
    description: Id of the ${words.one}, as \`list${words.schemas}\` gives it.
    schema: { $ref: '#/schemas/${words.schema}Id' }
    example: ${exampleId}

schemas:
${indent(schemas(resource), 2)}`
}

const agents = ({ access }: NewResource, confirm = false) => {
  if (access === 'api-key') return ''
  const to = '[quick, agentcore, m365, mcp, assistant]'
  return `  x-agents: ${confirm ? `{ to: ${to}, confirm: true }` : to}\n`
}

function head(
  resource: NewResource,
  method: string,
  id: string,
  texts: { summary: string; description: string },
  right: 'read' | 'write',
) {
  return `${method}:
  operationId: ${id}
  tags: [${resource.words.name}]
  summary: ${texts.summary}
  description: ${texts.description}
${agents(resource, method === 'delete')}  security: ${securityOf(resource, right)}
`
}

const etag = `    ETag: { $ref: 'conventions.yaml#/headers/ETag' }\n`

function createOperation(resource: NewResource): string {
  const { words } = resource
  const start = hasDefault(resource)
    ? `, with \`${resource.filter.name}\` \`${String(resource.filter.values[0])}\` unless the body says otherwise`
    : ''
  return `${head(resource, 'post', `create${words.schema}`, { summary: `Create ${words.aOne}`, description: `Creates ${words.aOne}${start}, and returns it with its id.` }, 'write')}  parameters:
    - $ref: 'conventions.yaml#/parameters/IdempotencyKey'
  requestBody:
    required: true
    description: What the ${words.one} is made of.
    content:
      application/json:
        schema: { $ref: '#/schemas/${words.schema}Input' }
        example:
${indent(members(requiredFields(resource)) || '{}\n', 10)}  responses:
    '201':
      description: The ${words.one} was created, or had been by the same request before.
      headers:
${indent(etag, 4)}        Location:
          description: Path of the new ${words.one}.
          required: true
          schema: { type: string, maxLength: 2048 }
          example: /${words.name}/${exampleId}
        Idempotent-Replayed: { $ref: 'conventions.yaml#/headers/IdempotentReplayed' }
      content:
        application/json:
          schema: { $ref: '#/schemas/${words.schema}' }
          example: &${words.variable}
${indent(item(resource), 12)}${responses(resource, 'write', ['413', '415', '422'])}`
}

function listOperation(resource: NewResource): string {
  const { words, filter } = resource
  const schema = schemaOf(words, filter)
  return `${head(resource, 'get', `list${words.schemas}`, { summary: `List ${words.many}`, description: `Lists ${words.many}, the newest first, all of them or those with one \`${filter.name}\`.` }, 'read').replace('  security:', `  x-pagination: { items: ${words.property} }\n  security:`)}  parameters:
    - name: ${filter.name}
      in: query
      description: Only ${words.many} with this \`${filter.name}\`.
      schema: { $ref: '#/schemas/${schema}' }
      example: ${String(valueOf(filter))}
    - $ref: 'conventions.yaml#/parameters/Limit'
    - $ref: 'conventions.yaml#/parameters/Cursor'
  responses:
    '200':
      description: A page of ${words.many}.
      content:
        application/json:
          schema: { $ref: '#/schemas/${words.schema}List' }
          example:
            ${words.property}: [*${words.variable}]
            nextCursor: eyJ2IjoxfQ.c2FtcGxl
${responses(resource, 'read', [])}`
}

function getOperation(resource: NewResource): string {
  const { words } = resource
  return `${head(resource, 'get', `get${words.schema}`, { summary: `Get ${words.aOne}`, description: `Returns one ${words.one} by its id.` }, 'read')}  parameters:
    - $ref: 'conventions.yaml#/parameters/IfNoneMatch'
  responses:
    '200':
      description: The ${words.one}.
      headers:
${indent(etag, 4)}      content:
        application/json:
          schema: { $ref: '#/schemas/${words.schema}' }
          example: *${words.variable}
    '304': { $ref: 'conventions.yaml#/responses/NotModified' }
${responses(resource, 'read', ['404'])}`
}

function updateOperation(resource: NewResource): string {
  const { words, filter } = resource
  return `${head(resource, 'put', `update${words.schema}`, { summary: `Update ${words.aOne}`, description: `Changes the given members of ${words.aOne} and leaves the others.` }, 'write')}  parameters:
    - $ref: 'conventions.yaml#/parameters/IfMatch'
  requestBody:
    required: true
    description: The members to change, at least one.
    content:
      application/json:
        schema: { $ref: '#/schemas/${words.schema}Patch' }
        example: { ${filter.name}: ${String(valueOf(filter, true))} }
  responses:
    '200':
      description: The ${words.one} as it is now.
      headers:
${indent(etag, 4)}      content:
        application/json:
          schema: { $ref: '#/schemas/${words.schema}' }
          example: *${words.variable}
${responses(resource, 'write', ['404', '412', '413', '415'])}`
}

function deleteOperation(resource: NewResource): string {
  const { words } = resource
  return `${head(resource, 'delete', `delete${words.schema}`, { summary: `Delete ${words.aOne}`, description: `Deletes one ${words.one} by its id.` }, 'write')}  parameters:
    - $ref: 'conventions.yaml#/parameters/IfMatch'
  responses:
    '204':
      description: The ${words.one} was deleted.
${responses(resource, 'write', ['404', '412'])}`
}

const text = (value: string | number | boolean, type: Field['type']) =>
  type === 'date' ? `'${String(value)}'` : String(value)

const members = (fields: Field[]) =>
  fields.map((field) => `${field.name}: ${text(valueOf(field), field.type)}\n`).join('')

function item(resource: NewResource): string {
  return `${resource.words.id}: ${exampleId}
${members(resource.fields)}createdAt: '2026-11-20T09:30:00.000Z'
updatedAt: '2026-11-20T09:30:00.000Z'
`
}

function schemas(resource: NewResource): string {
  const { words, fields, filter } = resource
  const reference = (field: Field) => `${field.name}: { $ref: '#/schemas/${schemaOf(words, field)}' }\n`
  const references = indent(fields.map(reference).join(''), 4)
  const required = requiredFields(resource).map(({ name }) => name)
  const stored = fields.filter(({ isOptional }) => !isOptional).map(({ name }) => name)
  const start = hasDefault(resource) ? ` Without \`${filter.name}\` it is \`${String(filter.values[0])}\`.` : ''
  const requiredLine = required.length > 0 ? `  required: [${required.join(', ')}]\n` : ''
  return `${words.schema}Id:
  type: string
  format: uuid
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
  maxLength: 36
  description: Id of the ${words.one}, a UUID in lower case.
${fields.map((field) => fieldSchema(resource, field)).join('')}${words.schema}Input:
  type: object
  description: What a new ${words.one} is made of.${start}
${requiredLine}  additionalProperties: false
  properties:
${references}${words.schema}Patch:
  type: object
  description: The members of ${words.aOne} to change.
  minProperties: 1
  additionalProperties: false
  properties:
${references}${words.schema}:
  type: object
  description: ${capitalize(words.aOne)} as it is stored.
  required: [${[words.id, ...stored, 'createdAt', 'updatedAt'].join(', ')}]
  properties:
    ${words.id}: { $ref: '#/schemas/${words.schema}Id' }
${references}    createdAt:
      type: string
      format: date-time
      description: When the ${words.one} was created (RFC 3339, UTC, milliseconds).
    updatedAt:
      type: string
      format: date-time
      description: When the ${words.one} was last changed (RFC 3339, UTC, milliseconds).
${words.schema}List:
  type: object
  description: A page of ${words.many}.
  required: [${words.property}]
  properties:
    ${words.property}:
      type: array
      maxItems: 100
      description: The ${words.many}, the newest first.
      items: { $ref: '#/schemas/${words.schema}' }
    nextCursor: { $ref: 'conventions.yaml#/schemas/NextCursor' }
`
}

/** The schemas of the resource itself have these names already. */
const ownSchemas = new Set(['Id', 'Input', 'Patch', 'List'])

function schemaOf({ schema }: Words, { name }: Field): string {
  const own = capitalize(name)
  return `${schema}${own}${ownSchemas.has(own) ? 'Field' : ''}`
}

function fieldSchema(resource: NewResource, field: Field): string {
  const { words, filter } = resource
  const label = field.name.replace(/([A-Z])/g, ' $1').toLowerCase()
  const of = `${capitalize(label)} of the ${words.one}`
  // A filter stands in the address, in which API Gateway leaves little room.
  const longest = field === filter ? 60 : 200
  const lines = {
    string: [
      'type: string',
      'minLength: 1',
      `maxLength: ${longest}`,
      `description: ${of}, 1 to ${longest} characters.`,
    ],
    text: ['type: string', 'minLength: 1', 'maxLength: 8000', `description: ${of}, 1 to 8,000 characters.`],
    integer: ['type: integer', 'minimum: 0', 'maximum: 1000000', `description: ${of}, 0 to 1,000,000.`],
    number: ['type: number', 'format: double', 'minimum: 0', 'maximum: 1000000', `description: ${of}, 0 to 1,000,000.`],
    boolean: ['type: boolean', `description: Whether the ${words.one} is ${label}.`],
    date: [
      'type: string',
      'format: date',
      `pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
      'maxLength: 10',
      `description: ${of}, \`YYYY-MM-DD\`.`,
    ],
    enum: [
      'type: string',
      `enum: [${field.values.join(', ')}]`,
      ...constantNames(resource, field),
      `description: ${of}.`,
    ],
  }[field.type]
  return `${schemaOf(words, field)}:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** Generators of other languages make a constant of each value: one that another enum has needs a name of its own. */
function constantNames({ takenConstants, words, fields }: NewResource, field: Field): string[] {
  const others = fields.filter((other) => other !== field).flatMap(({ values }) => values)
  const isTaken = (value: string) => takenConstants.has(value.replaceAll('_', '')) || others.includes(value)
  if (!field.values.some(isTaken)) return []
  const parts = (value: string) => value.split('_').map(capitalize).join('')
  return [
    `x-enum-varnames: [${field.values.map((value) => `${words.schema}${capitalize(field.name)}${parts(value)}`).join(', ')}]`,
  ]
}
