// The zod schemas of one operation: its path, query, headers, cookies and body, all of them as a request, and its answer.
import { namesIn } from '../../contract-names.ts'
import type { Written } from '../../model/normal/schema.ts'
import type { Answer, MediaType, Model, Parameter } from '../../model.ts'
import type { Doc } from '../../typescript/print.ts'
import { array, call, table } from '../../typescript/syntax.ts'
import { eventsOf, type Method } from '../facade.ts'
import { isFile } from '../media-types.ts'
import { expressionOf, type Scope } from './expression.ts'

export type Part = {
  name: string
  expression: Doc
  text: string
  notes?: string[]
  /** The type, where the compiler cannot infer it. */
  type?: string | undefined
}

export function partsOf(model: Model, method: Method, scopeFor: (isRequest: boolean) => Scope): Part[] {
  const names = namesIn(model)
  const { operation, path, query, headerParameters, cookies, body } = method
  const { operationId, summary } = operation
  const title = summary || operationId
  const part = (name: string, what: string, schema: Written, isClosed = true): Part => {
    const scope = scopeFor(true)
    const whole = isClosed ? { ...schema, additionalProperties: false } : schema
    return {
      name,
      expression: expressionOf(scope, whole),
      text: `The ${what} of "${title}".`,
      notes: scope.found.notes,
    }
  }
  const groups: [member: string, part: Part, isRequired: boolean][] = [
    ...group('path', path, () => part(names.path(operationId), 'ids', objectOf(path))),
    ...group('query', query, () => part(names.query(operationId), 'query', objectOf(query))),
    ...group('headers', headerParameters, () =>
      part(names.headers(operationId), 'headers', objectOf(headerParameters), false),
    ),
    ...group('cookies', cookies, () => part(names.cookies(operationId), 'cookies', objectOf(cookies), false)),
  ]
  const bodyPart = body && bodyOf(body.media, scopeFor(true))
  if (body && bodyPart !== undefined)
    groups.push([
      'body',
      { ...bodyPart, name: names.body(operationId), text: `The body of "${title}".` },
      body.required,
    ])
  const whole = table(
    groups.map(([member, { name }, isRequired]): Doc => `${member}: ${isRequired ? name : `z.optional(${name})`}`),
  )
  const request: Part = {
    name: names.request(operationId),
    expression: ['z.strictObject(', whole, ')'],
    text: `All that "${title}" takes: ${groups.map(([member]) => member).join(', ')}.`,
  }
  return [
    ...groups.map(([, own]) => own),
    ...(groups.length > 0 ? [request] : []),
    ...answerOf(names.answer(operationId), method, scopeFor(false)),
  ]
}

const group = (member: string, parameters: Parameter[], make: () => Part): [string, Part, boolean][] =>
  parameters.length > 0 ? [[member, make(), parameters.some(({ required }) => required)]] : []

function objectOf(parameters: Parameter[]): Written {
  const schemaOf = ({ written }: Parameter): Written => {
    const [media] = Object.values(written.content ?? {})
    // Safe cast: the document writes its schemas in this form.
    return (written.schema ?? media?.schema ?? {}) as Written
  }
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, schemaOf(parameter)])),
    ...(required.length > 0 && { required }),
  }
}

function bodyOf(media: MediaType, scope: Scope): Pick<Part, 'expression' | 'notes'> | undefined {
  const { kind, written, schema } = media
  if (kind === 'binary') return { expression: 'z.instanceof(Blob)' }
  if (!written) return undefined
  // Safe cast: the document writes its schemas in this form.
  const own = written as Written
  if (kind !== 'multipart') return { expression: expressionOf(scope, own), notes: scope.found.notes }
  const files = new Set(
    Object.entries(schema?.properties ?? {}).flatMap(([name, member]) => (isFile(member) ? name : [])),
  )
  const direct = own.$ref === undefined ? own : scope.follow(own.$ref)
  return { expression: expressionOf({ ...scope, files }, files.size > 0 ? direct : own), notes: scope.found.notes }
}

function answerOf(name: string, { operation }: Method, scope: Scope): Part[] {
  const { successes, method, summary, operationId } = operation
  if (method === 'head') return []
  const found = successes.map((answer) => expressionFor(answer, scope))
  // Not by flatMap: an expression may be a list of its parts.
  const [first, ...others] = found.filter((expression) => expression !== undefined)
  // Of files, and of answers without a body, there is nothing to check.
  if (first === undefined || others.length + 1 < found.length) return []
  const distinct = [first, ...others.filter((other) => JSON.stringify(other) !== JSON.stringify(first))]
  const expression = distinct.length > 1 ? call('z.union', [array(distinct)]) : first
  const what = eventsOf(operation) ? 'An event of' : 'The answer of'
  return [{ name, expression, text: `${what} "${summary || operationId}".`, notes: scope.found.notes }]
}

function expressionFor({ content, json }: Answer, scope: Scope): Doc | undefined {
  const media = json ?? content[0]
  if (media?.kind === 'text' && !media.events) return 'z.string()'
  // Safe cast: the document writes its schemas in this form.
  const isValue = media?.kind === 'json' || media?.events !== undefined
  return isValue && media.written ? expressionOf(scope, media.written as Written) : undefined
}
