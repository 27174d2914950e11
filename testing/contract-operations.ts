// The contract's operations as the table-driven tests read them, derived from the model of codegen.
import type { Operation, Parameter as ModelParameter, Schema } from '../codegen/model.ts'
import { model } from '../local-cloud/model.ts'

export type { Schema } from '../codegen/model.ts'

export type Parameter = Omit<ModelParameter, 'in' | 'schema'> & { in: 'path' | 'query' | 'header'; schema: Schema }

export type ContractOperation = {
  operationId: string
  method: string
  path: string
  caller: 'anyone' | 'user' | 'apiKey'
  scopes: string[]
  parameters: Parameter[]
  body: { required: boolean; schema: Schema; examples: unknown[] } | undefined
  statuses: number[]
  /** Whether a successful answer names a new item's path in `Location`. */
  creates: boolean
  /** The body is a message of this protocol. The operation takes access tokens alone, and its errors have another form. */
  protocol: Operation['protocol']
}

export const operations: ContractOperation[] = model.operations.map(operationOf)

/** Path → its methods. */
export const methodsByPath = new Map(
  operations.map(({ path }) => [
    path,
    operations.filter((operation) => operation.path === path).map(({ method }) => method),
  ]),
)

/** A pattern for the paths of a template. */
export const templatePattern = (template: string) =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)

function operationOf({ operationId, method, path, caller, security, parameters, body, answers, protocol }: Operation) {
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    caller,
    scopes: security.flatMap((requirement) => Object.values(requirement).flat()),
    // Safe cast: the linter allows parameters in these places alone, each with a schema.
    parameters: parameters as Parameter[],
    body: body?.json && { required: body.required, schema: body.json.schema ?? {}, examples: body.json.examples },
    statuses: answers.map(({ status }) => status),
    protocol,
    creates: answers.some(
      ({ status, headers }) => status >= 200 && status < 300 && headers.some(({ name }) => name === 'Location'),
    ),
  }
}
