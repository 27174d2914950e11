// The contract, read and resolved once: what renderers, tests and the emulator know of it.
import type { OpenAPIV3 } from 'openapi-types'
import type { Contract, ProblemType, RootExtensions } from './contract.ts'
import { answerOf, type Answer } from './model/media.ts'
import { namesOf, type Names } from './model/names.ts'
import { operationsOf, type Operation } from './model/operations.ts'
import { normalForm } from './model/normal/index.ts'
import { retirementHeaders } from './model/retirement.ts'
import { createResolver, followIn, type Schema } from './model/references.ts'

export type { Contract } from './contract.ts'
export type { Kind, Marking, Platform } from './model/agents.ts'
export type { Answer, Body, Header, MediaKind, MediaType } from './model/media.ts'
export type { Caller, Operation } from './model/operations.ts'
export type { Parameter, Scalar } from './model/parameters.ts'
export type { Schema } from './model/references.ts'

export type Model = {
  /** The bundled document itself, for renderers whose job is the document. */
  document: Contract
  /** The document in its normal form: `allOf` is merged, and requests and answers have schemas of their own. */
  normal: Contract
  names: Names
  version: string
  /** The introduction, in Markdown. */
  description: string
  /** Variables in addresses have their defaults. */
  servers: { url: string; description: string }[]
  /** Tags in the contract's order, and then those that only operations name. `title` is the name for people. */
  tags: { name: string; title: string; description: string }[]
  operations: Operation[]
  schemas: Record<string, Schema>
  /** The name of a component's schema. */
  nameOf: (schema: Schema | undefined) => string | undefined
  securitySchemes: Record<string, OpenAPIV3.SecuritySchemeObject>
  /** The scopes of all OAuth schemes, in the contract's order. */
  scopes: string[]
  problemTypes: Record<string, ProblemType>
  /** The answers that operations share, by name. */
  sharedAnswers: Record<string, Answer>
  /** The headers of every answer. */
  responseHeaders: Record<string, string>
  cors: RootExtensions['x-cors']
  events: EventType[]
  /** The SDK's error classes by status; `5XX` stands for every other failure of the service. */
  sdkErrors: Record<string, string>
}

export type EventType = { source: string; detailType: string; description: string; detail: Schema }

/** A tag as the contract writes it. */
type Tag = OpenAPIV3.TagObject & { 'x-displayName'?: string }

const mapValues = <T, R>(record: Record<string, T> | undefined, map: (value: T, name: string) => R) =>
  Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, map(value, name)]))

/**
 * Parts that few readers ask for are made when they are read.
 *
 * @param name Stands in names in place of the contract's title.
 */
export function modelOf(document: Contract, name?: string): Model {
  const normal = normalForm(document, followIn)
  const resolver = createResolver(normal)
  const { info, components = {}, servers = [] } = normal
  const operations = operationsOf(normal, resolver)
  const securitySchemes = mapValues(components.securitySchemes, (scheme) => resolver.follow(scheme))
  return {
    document,
    normal,
    names: namesOf(info.title, name),
    version: info.version,
    description: info.description ?? '',
    servers: servers.map((server) => ({ url: addressOf(server), description: server.description ?? '' })),
    tags: tagsOf(document, operations),
    operations,
    get schemas() {
      return mapValues(components.schemas, (schema) => resolver.schemaOf(schema))
    },
    nameOf: resolver.nameOf,
    securitySchemes,
    scopes: scopesOf(Object.values(securitySchemes)),
    problemTypes: document['x-problem-types'] ?? {},
    get sharedAnswers() {
      return mapValues(components.responses, (answer) => answerOf(resolver, '', answer))
    },
    responseHeaders: document['x-response-headers'] ?? {},
    cors: corsOf(document, operations),
    get events() {
      return (normal['x-events'] ?? []).map((event) => ({ ...event, detail: resolver.schemaOf(event.detail) }))
    },
    sdkErrors: document['x-sdk-errors'] ?? {},
  }
}

/** Pages of other origins may read the end of an operation, once one has an end. */
function corsOf({ 'x-cors': cors }: Contract, operations: Operation[]): Model['cors'] {
  const { allowHeaders, exposeHeaders } = cors ?? { allowHeaders: [], exposeHeaders: [] }
  const own = operations.some(({ retirement }) => retirement) ? retirementHeaders : []
  return { allowHeaders, exposeHeaders: [...new Set([...exposeHeaders, ...own])] }
}

function tagsOf({ tags = [] }: Contract, operations: Operation[]): Model['tags'] {
  const declared = tags.map(({ name, description = '', 'x-displayName': title = name }: Tag) => ({
    name,
    title,
    description,
  }))
  const known = new Set(declared.map(({ name }) => name))
  const used = new Set(operations.flatMap(({ tag, tags }) => [tag, ...tags]))
  const others = [...used].filter((name) => !known.has(name))
  return [...declared, ...others.map((name) => ({ name, title: name, description: '' }))]
}

/** The address with the default of each of its variables. */
const addressOf = ({ url, variables = {} }: OpenAPIV3.ServerObject) =>
  url.replace(/\{([^{}]+)\}/g, (written, name: string) => variables[name]?.default ?? written)

function scopesOf(schemes: OpenAPIV3.SecuritySchemeObject[]): string[] {
  const flows = schemes.flatMap((scheme) => (scheme.type === 'oauth2' ? Object.values(scheme.flows) : []))
  return [...new Set(flows.flatMap(({ scopes }) => Object.keys(scopes)))]
}
