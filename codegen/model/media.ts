// Bodies, answers and their headers, with references resolved and examples at hand.
import type { OpenAPIV3 } from 'openapi-types'
import { nameIn, type Ref, type Resolver, type Schema } from './references.ts'

export type MediaType = {
  type: string
  schema: Schema | undefined
  /** The name of the schema, where the contract refers to one of its components. */
  schemaName: string | undefined
  /** The schema as the document has it, for those that validate with the document's own references. */
  written: OpenAPIV3.SchemaObject | Ref | undefined
  examples: unknown[]
}

export type Body = { required: boolean; description: string; content: MediaType[]; json: MediaType | undefined }

export type Header = { name: string; required: boolean; example: unknown; written: OpenAPIV3.HeaderObject }

export type Answer = {
  status: number
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
  const media = Object.entries(content).map(([type, { schema, example, examples }]): MediaType => ({
    type,
    get schema() {
      return schema && resolver.schemaOf(schema)
    },
    schemaName: nameIn(schema),
    written: schema,
    examples: examplesOf(resolver, example, examples),
  }))
  return { content: media, json: media.find(({ type }) => type === 'application/json') }
}

export function bodyOf(resolver: Resolver, written: OpenAPIV3.RequestBodyObject | Ref | undefined): Body | undefined {
  if (!written) return undefined
  const { required = false, description = '', content } = resolver.follow(written)
  return { required, description, ...contentOf(resolver, content) }
}

export function answerOf(resolver: Resolver, status: string, written: OpenAPIV3.ResponseObject | Ref): Answer {
  const { description, headers = {}, content } = resolver.follow(written)
  const named = Object.entries(headers).map(([name, header]): Header => {
    const object = resolver.follow<OpenAPIV3.HeaderObject>(header)
    return { name, required: object.required ?? false, example: object.example, written: object }
  })
  return {
    status: Number(status),
    name: nameIn(written),
    description,
    headers: named,
    ...contentOf(resolver, content),
  }
}
