// An operation that is offered to assistants, as a tool: its name, its flat arguments and what it does.
import type { Kind, Marking, Model, Operation, Parameter, Platform } from '../model.ts'
import { argumentName } from './argument-name.ts'
import type { JsonObject } from './definition.ts'
import { portable } from './portable.ts'
import { withRetirement } from '../model/retirement.ts'

export type Tool = {
  operation: Operation
  /** The operationId. */
  name: string
  title: string
  /** The text for the model. */
  description: string
  kind: Kind
  /** A person must agree to each call. */
  confirm: boolean
  platforms: Platform[]
  arguments: Argument[]
  inputSchema: JsonObject
  /** Absent when the operation's success has no JSON object. */
  outputSchema?: JsonObject
  annotations: {
    title: string
    readOnlyHint: boolean
    destructiveHint: boolean
    idempotentHint: boolean
    openWorldHint: boolean
  }
  scopes: string[]
}

export type Argument = {
  name: string
  in: 'path' | 'query' | 'header' | 'body'
  /** The name in the request. */
  wireName: string
  required: boolean
  schema: JsonObject
  description: string
}

/** A list's page for a model: 25 items of full length are as much as a model's context should take. */
const page = { size: 10, maximum: 25 }

/** The operations that are offered to any assistant. */
export function toolsOf(model: Model): Tool[] {
  return model.operations.flatMap((operation) => (operation.agents ? [toolOf(model, operation, operation.agents)] : []))
}

function toolOf(model: Model, operation: Operation, { to, description, kind, confirm }: Marking): Tool {
  const taken = argumentsOf(model, operation)
  const output = outputOf(model, operation)
  const title = operation.summary || operation.operationId
  return {
    operation,
    name: operation.operationId,
    title,
    description: withRetirement(operation, description ?? (operation.description || title)),
    kind,
    confirm,
    platforms: to,
    arguments: taken,
    inputSchema: inputSchemaOf(taken),
    ...(output && { outputSchema: output }),
    annotations: {
      title,
      readOnlyHint: kind === 'read',
      // MCP calls a tool destructive unless it only adds.
      destructiveHint: kind === 'update' || kind === 'delete',
      idempotentHint: operation.method !== 'post' || operation.sdk.repeat === 'content',
      // The tools reach this service alone.
      openWorldHint: false,
    },
    scopes: [...new Set(operation.security.flatMap((requirement) => Object.values(requirement).flat()))],
  }
}

/** Throws an error when two arguments have one name, or the body is no object. */
function argumentsOf(model: Model, operation: Operation): Argument[] {
  const taken = [
    ...operation.parameters.flatMap((parameter) => parameterOf(model, operation, parameter)),
    ...membersOf(model, operation),
  ]
  const names = taken.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`${operation.operationId} takes two arguments that are called ${twice}`)
  return taken
}

function parameterOf(model: Model, operation: Operation, parameter: Parameter): Argument[] {
  const { name: wireName, in: place, required, description } = parameter
  const name = argumentName(place, wireName)
  if (name === undefined) return []
  const schema = parameter.schema ? portable(model, parameter.schema) : { type: 'string' }
  const paged = operation.page && place === 'query' && wireName === 'limit' ? withModelPage(schema) : schema
  // Safe cast: argumentName knows the other places.
  return [argument(paged, { name, in: place as Argument['in'], wireName, required, description })]
}

function membersOf(model: Model, { operationId, body }: Operation): Argument[] {
  if (!body) return []
  const schema = body.json?.schema
  if (schema?.type !== 'object')
    throw new Error(`The body of ${operationId} is no JSON object, whose members are arguments`)
  return Object.entries(schema.properties ?? {}).map(([name, member]) => {
    const required = body.required && (schema.required ?? []).includes(name)
    return argument(portable(model, member), { name, in: 'body', wireName: name, required, description: '' })
  })
}

/** The parameter's own description says more than the one of its schema. */
function argument(schema: JsonObject, { description: own, ...rest }: Omit<Argument, 'schema'>): Argument {
  const description = own || (typeof schema.description === 'string' ? schema.description : '')
  return { ...rest, description, schema: { ...schema, ...(description && { description }) } }
}

function withModelPage(schema: JsonObject): JsonObject {
  const { maximum = page.maximum } = schema
  const largest = Math.min(Number(maximum), page.maximum)
  return { ...schema, maximum: largest, default: Math.min(page.size, largest) }
}

/** Without arguments it is closed too: models then send an empty object. */
export function inputSchemaOf(taken: Argument[]): JsonObject {
  const required = taken.filter((argument) => argument.required).map(({ name }) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(taken.map(({ name, schema }) => [name, schema])),
    required,
    additionalProperties: false,
  }
}

/** The schema of the first success with a JSON object. Pages are bounded by the tool's own limit. */
function outputOf(model: Model, { answers }: Operation): JsonObject | undefined {
  const success = answers.find(({ status, json }) => status >= 200 && status < 300 && json?.schema?.type === 'object')
  const schema = success?.json?.schema
  return schema && portable(model, schema)
}
