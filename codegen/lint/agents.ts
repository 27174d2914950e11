// Operations that are offered to assistants, as the rules of the portable profile see them.
import type { Location, Oas3RequestBody, Oas3Visitor, UserContext } from '@redocly/openapi-core'
import { platforms, type Platform } from '../model/agents.ts'
import { eachOperation, type Operation } from './operations.ts'
import { follow, values, type Place, type Schema } from './place.ts'

/** The platform that refuses something, its rule, and the document that says so. */
export type Clause = { platform: string; rule: string; source: string }

type Reportable = { source: Location['source']; pointer: string }
export type Report = (clause: Clause, what: string, location: Reportable) => void
type Check = (operation: Operation, report: Report, ctx: UserContext, offered: Platform[]) => void

/** A visitor that checks every marked operation. A place that operations share is reported once for each clause. */
export function eachOffered(check: Check): Oas3Visitor {
  const told = new Set<string>()
  return eachOperation((operation, ctx) => {
    const offered = offeredTo(operation.node['x-agents'])
    if (offered.length === 0) return
    const report: Report = ({ platform, rule, source }, what, location) => {
      const key = `${location.source.absoluteRef}${location.pointer} ${platform} ${rule} ${what}`
      if (told.has(key)) return
      told.add(key)
      ctx.report({ message: `${platform}, ${rule}: ${what} Source: ${source}.`, location })
    }
    check(operation, report, ctx, offered)
  })
}

function offeredTo(marking: unknown): Platform[] {
  const to: unknown = typeof marking === 'object' && marking !== null && 'to' in marking ? marking.to : marking
  return platforms.filter((platform) => Array.isArray(to) && to.includes(platform))
}

export type Input = { name: string; in: string; place: Place<Schema> }

/** The JSON body's schema. */
export function bodyOf({ node, location }: Operation, ctx: UserContext): Place<Schema> | undefined {
  const body = node.requestBody && follow<Oas3RequestBody>(ctx, node.requestBody, location.child('requestBody'))
  const type = 'application/json'
  const schema = body?.node.content[type]?.schema
  return schema && follow<Schema>(ctx, schema, body.location.child(['content', type, 'schema']))
}

/** The schemas of the parameters, and of the members of the JSON body. */
export function inputsOf(operation: Operation, ctx: UserContext): Input[] {
  const ofParameters = operation.parameterPlaces.flatMap(({ node, location }) => {
    const place = node.schema && follow<Schema>(ctx, node.schema, location.child('schema'))
    return place ? [{ name: node.name, in: node.in ?? '', place }] : []
  })
  const body = bodyOf(operation, ctx)
  const members = body ? values<Schema>(ctx, body.node.properties, body.location.child('properties')) : []
  return [...ofParameters, ...members.map(([name, place]) => ({ name, in: 'body', place }))]
}

/** A schema in its place; `objects` counts the objects and maps around it, `inArray` says that it is an item. */
type Nested = Place<Schema> & { objects: number; inArray: boolean; isCircular: boolean }

/** The schema and all schemas below it, at every place where they are used. */
export function* nestedIn(ctx: UserContext, root: Place<Schema>, objects = 0, open: Schema[] = []): Generator<Nested> {
  const { node, location } = root
  const inArray = open.at(-1)?.items !== undefined
  const isCircular = open.includes(node)
  yield { node, location, objects, inArray, isCircular }
  if (isCircular) return
  const { properties, items, additionalProperties, allOf, anyOf, oneOf, not } = node
  const parts = values<Schema>(ctx, properties, location.child('properties'))
  const single = Object.entries({ items, additionalProperties, not })
  const listed = Object.entries({ allOf, anyOf, oneOf }).flatMap(([keyword, schemas = []]) =>
    schemas.map((schema, index) => [`${keyword}/${index}`, schema] as const),
  )
  for (const [key, part] of [...single, ...listed]) {
    const place = typeof part === 'object' && follow<Schema>(ctx, part, location.child(key.split('/')))
    if (place) parts.push([key, place])
  }
  const depth = objects + (node.type === 'object' ? 1 : 0)
  for (const [, part] of parts) yield* nestedIn(ctx, part, depth, [...open, node])
}
