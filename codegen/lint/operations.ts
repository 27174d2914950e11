// Operations as rules see them: parameters of path and operation together, and references followed.
import type {
  Location,
  Oas3Operation,
  Oas3Parameter,
  Oas3PathItem,
  Oas3Response,
  Oas3Visitor,
  UserContext,
} from '@redocly/openapi-core'
import { follow, values, type Place, type Schema } from './place.ts'

export type Operation = {
  node: Oas3Operation & {
    deprecated?: boolean
    'x-agents'?: unknown
    'x-deprecated-since'?: unknown
    'x-pagination'?: unknown
    'x-protocol'?: unknown
    'x-sdk'?: { upload?: unknown }
    'x-sunset'?: unknown
  }
  method: (typeof methods)[number]
  location: Location
  pathItem: Oas3PathItem
  parameters: Oas3Parameter[]
  parameterPlaces: Place<Oas3Parameter>[]
  responses: Map<string, Place<Oas3Response>>
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** A visitor that checks every operation. Callbacks are requests that the service sends, and no operations of it. */
export function eachOperation(check: (operation: Operation, ctx: UserContext) => void): Oas3Visitor {
  let callbacks = 0
  return {
    Callback: {
      enter: () => void (callbacks += 1),
      leave: () => void (callbacks -= 1),
    },
    PathItem(pathItem: Oas3PathItem, ctx: UserContext) {
      if (callbacks > 0) return
      for (const method of methods) {
        const node = pathItem[method]
        if (!node) continue
        const location = ctx.location.child(method)
        const parameterPlaces = [ctx.location, location].flatMap((place, index) => {
          const written = (index === 0 ? pathItem : node).parameters ?? []
          return written.flatMap(
            (parameter, at) => follow<Oas3Parameter>(ctx, parameter, place.child(['parameters', at])) ?? [],
          )
        })
        const parameters = parameterPlaces.map((place) => place.node)
        const responses = new Map(values<Oas3Response>(ctx, node.responses, location.child('responses')))
        check({ node, method, location, pathItem, parameters, parameterPlaces, responses }, ctx)
      }
    },
  }
}

export const takes = ({ parameters }: Operation, place: 'query' | 'header', name: string): boolean =>
  parameters.some((parameter) => parameter.in === place && parameter.name === name)

/** The schema of a response's JSON body. */
export function answer(ctx: UserContext, response: Place<Oas3Response> | undefined): Place<Schema> | undefined {
  const type = 'application/json'
  const schema = response?.node.content?.[type]?.schema
  return response && schema && follow<Schema>(ctx, schema, response.location.child(['content', type, 'schema']))
}
