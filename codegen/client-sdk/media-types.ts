// The bodies and answers of an operation as types of the SDK, and how they are written and read.
import { namesIn } from '../contract-names.ts'
import type { Answer, MediaType, Model, Operation, Schema } from '../model.ts'
import { quote } from '../typescript/syntax.ts'

export type MethodBody = {
  type: string
  description: string
  required: boolean
  media: MediaType
  /** The function of the runtime that writes it; JSON needs none. */
  write: 'formOf' | 'multipartOf' | 'asIs' | undefined
  /** The header, where it is not `application/json`; null: the platform says it. */
  contentType: string | null | undefined
}

export type MethodData = {
  type: string
  /** The function of the runtime that reads it; JSON needs none. */
  read: 'readText' | 'readBlob' | 'readAny' | undefined
  /** The media type to ask for, where the service has several, or not JSON. */
  accept: string | undefined
}

/** Of several media types JSON is sent; else the first one. */
export function bodyOf(model: Model, operation: Operation): MethodBody | undefined {
  const { body, operationId } = operation
  const media = body?.json ?? body?.content[0]
  if (!body || !media) return undefined
  const { required } = body
  // Such a body can hold nothing, so the method does not ask for it.
  if (!required && media.kind === 'json' && media.schema && hasNoMembers(media.schema)) return undefined
  const others = body.content.filter((other) => other !== media).map(({ type }) => `\`${type}\``)
  const note = others.length > 0 ? `Sent as \`${media.type}\`; the service takes ${others.join(', ')} too.` : ''
  const description = [body.description, note].filter(Boolean).join(' ')
  return { type: bodyType(model, operationId, media), required, description, media, ...writingOf(media) }
}

function bodyType(model: Model, operationId: string, { kind, schema, schemaName }: MediaType): string {
  if (kind === 'text') return 'string'
  if (kind === 'binary') return 'Blob | BufferSource'
  if (kind === 'json' && schemaName !== undefined) return namesIn(model).schema(schemaName)
  if (kind === 'json' && !schema) return 'unknown'
  if (!schema) return kind === 'form' ? 'URLSearchParams' : 'FormData'
  return namesIn(model).body(operationId)
}

/** The declaration of a body's own type in models.ts; undefined where the body has a name of a schema, or none. */
export function bodySource({
  operation,
  body,
}: {
  operation: Operation
  body: MethodBody | undefined
}): string | undefined {
  if (!body) return undefined
  const { kind, schema, schemaName, type } = body.media
  if (!schema || kind === 'text' || kind === 'binary' || (kind === 'json' && schemaName !== undefined)) return undefined
  const source = `NonNullable<operations[${quote(operation.operationId)}]['requestBody']>['content'][${quote(type)}]`
  const files = Object.entries(schema.properties ?? {}).filter(([, member]) => isFile(member))
  if (kind !== 'multipart' || files.length === 0) return source
  return `WithFiles<${source}, ${files.map(([name]) => quote(name)).join(' | ')}>`
}

/** A member that is sent as a file. */
export const isFile = (schema: Schema): boolean =>
  schema.items ? isFile(schema.items) : schema.type === 'string' && schema.format === 'binary'

function writingOf({ kind, type }: MediaType): Pick<MethodBody, 'write' | 'contentType'> {
  switch (kind) {
    case 'json':
      return { write: undefined, contentType: /^application\/json$|\*/.test(type) ? undefined : type }
    case 'form':
      return { write: 'formOf', contentType: null }
    case 'multipart':
      return { write: 'multipartOf', contentType: null }
    case 'text':
    case 'binary':
      return { write: 'asIs', contentType: type.includes('*') ? null : type }
  }
}

export function dataOf(model: Model, { operationId, method, successes }: Operation): MethodData {
  const parts = method === 'head' ? [] : successes.map((answer) => partOf(model, operationId, answer))
  const types = parts.length > 0 ? [...new Set(parts.map(({ type }) => type))] : ['undefined']
  const kinds = new Set(parts.flatMap(({ kind }) => kind ?? []))
  const accept = parts.flatMap((part) => part.accept ?? [])
  return {
    type: types.join(' | '),
    read: readingOf(kinds),
    accept: accept.length > 0 ? [...new Set(accept)].join(', ') : undefined,
  }
}

function readingOf(kinds: Set<Kind>): MethodData['read'] {
  if (kinds.size === 0 || (kinds.size === 1 && kinds.has('json'))) return undefined
  if (kinds.size > 1) return 'readAny'
  return kinds.has('text') ? 'readText' : 'readBlob'
}

type Kind = 'json' | 'text' | 'binary'
type Part = { type: string; kind?: Kind; accept?: string }

/** The data of one answer: JSON where the service has it, else its first media type. */
function partOf(model: Model, operationId: string, { key, content, json }: Answer): Part {
  const media = json ?? content[0]
  if (!media) return { type: 'undefined' }
  const accept = content.length > 1 || media.type !== 'application/json' ? { accept: media.type } : {}
  if (media.kind === 'text' && !media.events) return { type: 'string', kind: 'text', ...accept }
  if (media.kind !== 'json' && !media.events) return { type: 'Blob', kind: 'binary', ...accept }
  if (!media.schema) return { type: 'unknown', kind: 'json', ...accept }
  const own = `operations[${quote(operationId)}]['responses'][${/^\d+$/.test(key) ? key : quote(key)}]['content'][${quote(media.type)}]`
  return {
    type: media.schemaName === undefined ? own : namesIn(model).schema(media.schemaName),
    kind: 'json',
    ...accept,
  }
}

/** A closed object that names no member. */
const hasNoMembers = ({ additionalProperties, properties = {}, oneOf, anyOf, allOf }: Schema) =>
  additionalProperties === false && Object.keys(properties).length === 0 && !oneOf && !anyOf && !allOf
