// The credentials that an operation takes, and where they stand in a request.
import type { Model, Operation } from '../model.ts'

export type Auth = {
  /** Undefined: the operation takes both, and the client sends those that it has. */
  kind: 'token' | 'apiKey' | 'none' | undefined
  /** Where the key stands, unless it is the header `x-api-key`. Absent in a contract of several keys. */
  key: KeyPlace | undefined
  /** The names of the keys, in a contract of several. */
  keys: string[] | undefined
  /** The token can be a user and a password: always, or beside bearer tokens. */
  basic: 'basic' | 'basicOrBearer' | undefined
}

export type KeyPlace = { place: string; name: string }

/** All alternatives count: the caller chooses by the credentials that the client has. */
export function authOf(model: Model, { security }: Pick<Operation, 'security'>): Auth {
  const names = [...new Set(security.flatMap((requirement) => Object.keys(requirement)))]
  const schemes = names.flatMap((name) => model.securitySchemes[name] ?? [])
  const tokens = schemes.filter((scheme) => scheme.type !== 'apiKey')
  const [key] = schemes.filter((scheme) => scheme.type === 'apiKey')
  const isUsual = !key || (key.in === 'header' && key.name.toLowerCase() === 'x-api-key')
  const several = keyPlaces(model)
  return {
    kind: key ? (tokens.length > 0 ? undefined : 'apiKey') : tokens.length > 0 ? 'token' : 'none',
    key: several || isUsual ? undefined : { place: key.in, name: key.name },
    keys: several && names.filter((name) => name in several),
    basic: basicOf(tokens.map((scheme) => scheme.type === 'http' && /^basic$/i.test(scheme.scheme))),
  }
}

const basicOf = (isBasic: boolean[]) =>
  isBasic.includes(true) ? (isBasic.includes(false) ? 'basicOrBearer' : 'basic') : undefined

/** The keys of a contract whose operations take several of them; undefined where one option of the client is enough. */
export function keyPlaces({ securitySchemes, operations }: Model): Record<string, KeyPlace> | undefined {
  const used = new Set(
    operations.flatMap(({ security }) => security.flatMap((requirement) => Object.keys(requirement))),
  )
  const keys = Object.entries(securitySchemes).flatMap(([name, scheme]) =>
    scheme.type === 'apiKey' && used.has(name) ? [[name, { place: scheme.in, name: scheme.name }] as const] : [],
  )
  return keys.length > 1 ? Object.fromEntries(keys) : undefined
}
