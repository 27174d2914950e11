// Bodies, answers and their headers, with references resolved and examples at hand.
import type { OpenAPIV3 } from 'openapi-types'
import { nameIn, type Ref, type Resolver, type Schema } from './references.ts'

export type MediaType = {
  type: string
  kind: MediaKind
  schema: Schema | undefined
  /** The name of the schema, where the contract refers to one of its components. */
  schemaName: string | undefined
  /** The schema as the document has it, for those that validate with the document's own references. */
  written: OpenAPIV3.SchemaObject | Ref | undefined
  examples: unknown[]
  /** Of a stream of events: what its schema, that of one event, is about. */
  events: EventTypes | undefined
  /** Of forms: how members are sent that are not sent as their types tell. */
  encoding: Record<string, OpenAPIV3.EncodingObject>
}

/** The types of a stream's events: all of them, the one that ends the stream, and the one that ends it with a problem. */
export type EventTypes = { all: string[]; end: string; failure: string }

/** How a body is read and written: `text` is carried as text, `binary` as bytes. */
export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'binary'

export type Body = { required: boolean; description: string; content: MediaType[]; json: MediaType | undefined }

export type Header = { name: string; required: boolean; example: unknown; written: OpenAPIV3.HeaderObject }

export type Answer = {
  /** Of a range its first status; 0 for `default`. */
  status: number
  /** The status as the contract writes it: `200`, `4XX` or `default`. */
  key: string
  /** The name of the shared response, where the operation refers to one. */
  name: string | undefined
  description: string
  headers: Header[]
  content: MediaType[]
  json: MediaType | undefined
}

type Examples = Record<string, OpenAPIV3.ExampleObject | Ref> | undefined

/** All examples of a node, the single one first. */
export function examplesOf({ follow }: Resolver, example: unknown, examples: Examples): unknown[] {
  const named = Object.values(examples ?? {}).map((found): unknown => follow<OpenAPIV3.ExampleObject>(found).value)
  return example === undefined ? named : [example, ...named]
}

function contentOf(resolver: Resolver, content: Record<string, OpenAPIV3.MediaTypeObject> = {}) {
  const media = Object.entries(content).map(
    ([type, { schema, example, examples, encoding = {}, ...extensions }]): MediaType => ({
      type,
      kind: isRange(type) && schema && isStructured(resolver.schemaOf(schema)) ? 'json' : kindOf(type),
      get schema() {
        return schema && resolver.schemaOf(schema)
      },
      schemaName: nameIn(schema),
      written: schema,
      examples: examplesOf(resolver, example, examples),
      get events() {
        return eventsOf(resolver, schema, extensions)
      },
      encoding,
    }),
  )
  const json = media.find(({ type }) => type === 'application/json') ?? media.find(({ kind }) => kind === 'json')
  return { content: media, json }
}

/** The value of `x-event-stream`, which a body of events has. Undefined for an extension of another maker. */
export function endsOf(media: object): Pick<EventTypes, 'end' | 'failure'> | undefined {
  const { 'x-event-stream': written } = media as { 'x-event-stream'?: { end?: unknown; failure?: unknown } | null }
  const { end, failure } = written ?? {}
  return typeof end === 'string' && typeof failure === 'string' ? { end, failure } : undefined
}

function eventsOf(
  { schemaOf }: Resolver,
  schema: OpenAPIV3.SchemaObject | Ref | undefined,
  extensions: object,
): EventTypes | undefined {
  const ends = endsOf(extensions)
  if (!ends || !schema) return undefined
  const { oneOf = [] } = schemaOf(schema)
  return { all: oneOf.flatMap(({ properties = {} }) => (properties.type?.enum ?? []).map(String)), ...ends }
}

/** A type without a star, for those that send a body or an answer. */
export function concreteType({ type, kind }: Pick<MediaType, 'type' | 'kind'>): string {
  if (!type.includes('*')) return type
  if (kind === 'json') return 'application/json'
  return kind === 'text' ? 'text/plain' : 'application/octet-stream'
}

/** Frameworks that ask for no media type write such a range. */
const isRange = (type: string) => /^(?:\*|application)\/\*$/.test(type.split(';')[0]?.trim() ?? '')

/** Whether the values are no texts and no bytes: in a body or an answer of any type they are JSON. */
function isStructured({ type, enum: values, properties, items, oneOf, anyOf, allOf }: Schema): boolean {
  if (type !== undefined) return type !== 'string'
  const parts = [...(oneOf ?? []), ...(anyOf ?? []), ...(allOf ?? [])]
  // Safe cast: the resolver has resolved the parts.
  return Boolean(values ?? properties ?? items) || parts.some((part) => isStructured(part))
}

/** The kind of a media type, whose parameters do not matter. */
export function kindOf(type: string): MediaKind {
  const name = type.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^(application|text)\/(.+\+)?json$/.test(name)) return 'json'
  if (name === 'application/x-www-form-urlencoded') return 'form'
  if (name === 'multipart/form-data') return 'multipart'
  return /^text\/|[/+]xml$/.test(name) ? 'text' : 'binary'
}

export function bodyOf(resolver: Resolver, written: OpenAPIV3.RequestBodyObject | Ref | undefined): Body | undefined {
  if (!written) return undefined
  const { required = false, description = '', content } = resolver.follow(written)
  return { required, description, ...contentOf(resolver, content) }
}

export function answerOf(resolver: Resolver, key: string, written: OpenAPIV3.ResponseObject | Ref): Answer {
  const { description, headers = {}, content } = resolver.follow(written)
  const named = Object.entries(headers).map(([name, header]): Header => {
    const object = resolver.follow<OpenAPIV3.HeaderObject>(header)
    return { name, required: object.required ?? false, example: object.example, written: object }
  })
  return {
    status: key === 'default' ? 0 : Number(key.replace(/XX$/i, '00')),
    key,
    name: nameIn(written),
    description,
    headers: named,
    ...contentOf(resolver, content),
  }
}
