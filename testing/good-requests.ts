// A request that succeeds for every operation of the contract, with an item, an allowed caller and a body that fits.
import { scopes } from '../generated/names.ts'
import type { HttpRequest, HttpResponse } from '../server/http/message.ts'
import { methodsByPath, operations, templatePattern, type ContractOperation } from './contract-operations.ts'
import { apiKeyId, type FrontDoor } from './front-door.ts'
import { fits } from './scalar-cases.ts'
import { sampleOf } from './schema-cases.ts'

/** Replacements for parts of the good request. */
export type Changes = {
  path?: string
  query?: string
  headers?: Record<string, string | undefined>
  /** A value that is sent as JSON. A Buffer is sent as it is. */
  body?: unknown
  anonymous?: boolean
}

export type GoodRequests = ReturnType<typeof createGoodRequests>

/** Creates an item whose path has this template. */
type Maker = { template: string; create: () => Promise<string> }

const templates = [...methodsByPath.keys()].filter((path) => path.includes('{'))
const parameterNames = new Set(
  operations.flatMap(({ path }) => [...path.matchAll(/\{([^}]+)\}/g)].map(([, one]) => one)),
)

type RequestFor = ReturnType<typeof createRequestFor>

export function createGoodRequests(door: FrontDoor) {
  const { newName, withNewIds, bodyFor } = createBodies()
  const requestFor = createRequestFor(door, bodyFor)
  const freshPath = createFreshPath(door, newName, requestFor)

  return {
    withNewIds,
    bodyFor,
    freshPath,
    /** Sends the good request with these changes. Without a path it goes to a new item. */
    send: async (operation: ContractOperation, changes: Changes = {}): Promise<HttpResponse> => {
      const path = changes.path ?? (await freshPath(operation))
      const { method, url, rest } = requestFor(operation, path, changes)
      return door.send(method, url, rest)
    },
  }
}

function createBodies() {
  let count = 0

  const newName = () => `new-${(count += 1)}`

  /** The body with new ids in the members that hold the item's id. Otherwise the item would exist already. */
  const withNewIds = (body: object, except = ''): object => {
    const ids = Object.keys(body).filter((name) => parameterNames.has(name) && name !== except)
    return { ...body, ...Object.fromEntries(ids.map((name) => [name, newName()])) }
  }
  const bodyFor = ({ body }: ContractOperation) => body && withNewIds(sampleOf(body.schema, body.examples) as object)
  return { newName, withNewIds, bodyFor }
}

/** The returned function gives the request an allowed caller, and a body that fits. */
function createRequestFor(door: FrontDoor, bodyFor: (operation: ContractOperation) => unknown) {
  const idToken = `Bearer ${door.idToken()}`
  const accessToken = `Bearer ${door.accessToken(scopes.join(' '))}`

  return (operation: ContractOperation, path: string, changes: Changes = {}) => {
    const { query = '', anonymous = false } = changes
    const value: unknown = 'body' in changes ? changes.body : bodyFor(operation)
    const body = Buffer.isBuffer(value) || value === undefined ? value : Buffer.from(JSON.stringify(value))
    const given: Record<string, string | undefined> = {
      ...(operation.caller === 'user' && !anonymous && { authorization: operation.protocol ? accessToken : idToken }),
      ...(body && { 'content-type': 'application/json' }),
      ...changes.headers,
    }
    const headers = Object.entries(given).filter((header): header is [string, string] => header[1] !== undefined)
    const rest: Partial<HttpRequest> = {
      headers: Object.fromEntries(headers),
      ...(body && { body }),
      ...(operation.caller === 'apiKey' && !anonymous && { apiKeyId }),
    }
    return { method: operation.method, url: (changes.path ?? path) + query, rest }
  }
}

/** The returned function answers the operation's path, with a new item's id where the path has an id. */
function createFreshPath(door: FrontDoor, newName: () => string, requestFor: RequestFor) {
  let makers: Promise<Maker[]> | undefined

  return async ({ path }: ContractOperation): Promise<string> => {
    if (!path.includes('{')) return path
    const maker = (await (makers ??= findMakers(door, newName, requestFor))).find(
      ({ template }) => path === template || path.startsWith(`${template}/`),
    )
    if (!maker) throw new Error(`No operation creates what ${path} is about.`)
    return path.replace(maker.template, await maker.create())
  }
}

/** Calls each operation that creates items once, and so learns which paths it creates. */
async function findMakers(door: FrontDoor, newName: () => string, requestFor: RequestFor): Promise<Maker[]> {
  const makers: Maker[] = []
  for (const operation of operations.filter(({ creates }) => creates)) {
    const create = async () => {
      const path = operation.path.replace(/\{[^}]+\}/g, newName)
      const { method, url, rest } = requestFor(operation, path)
      const { status, headers } = await door.send(method, url, rest)
      if (headers.Location !== undefined) return headers.Location
      throw new Error(`${operation.operationId} answered ${status}, not a new item.`)
    }
    const location = await create()
    const template = templates.find((candidate) => templatePattern(candidate).test(location))
    if (template !== undefined) makers.push({ template, create })
  }
  return makers
}

/** The path with an id that no item has. */
export function unknownPath({ path, parameters }: ContractOperation): string {
  return path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const [schema = {}] = parameters
      .filter((parameter) => parameter.name === name && parameter.in === 'path')
      .map(({ schema: ofParameter }) => ofParameter)
    const ids = ['00000000-0000-4000-8000-000000000000', 'unknown', '1']
    const id = ids.find((id) => fits(schema, id))
    if (id === undefined) throw new Error(`No id fits ${path}.`)
    return id
  })
}
