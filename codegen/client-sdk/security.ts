// The credentials that an operation takes, and where they stand in a request.
import type { Model, Operation } from '../model.ts'

export type Auth = {
  /** Undefined: the operation takes both, and the client sends those that it has. */
  kind: 'token' | 'apiKey' | 'none' | undefined
  /** Where the key stands, unless it is the header `x-api-key`. */
  key: { place: string; name: string } | undefined
  /** The token is a user and a password. */
  isBasic: boolean
}

/** All alternatives count: the caller chooses by the credentials that the client has. */
export function authOf({ securitySchemes }: Model, { security }: Pick<Operation, 'security'>): Auth {
  const names = new Set(security.flatMap((requirement) => Object.keys(requirement)))
  const schemes = [...names].flatMap((name) => securitySchemes[name] ?? [])
  const keys = schemes.filter((scheme) => scheme.type === 'apiKey')
  const tokens = schemes.filter((scheme) => scheme.type !== 'apiKey')
  const [key] = keys
  const isUsual = !key || (key.in === 'header' && key.name.toLowerCase() === 'x-api-key')
  const kind = keys.length > 0 ? (tokens.length > 0 ? undefined : 'apiKey') : tokens.length > 0 ? 'token' : 'none'
  const isBasic =
    tokens.length > 0 && tokens.every((scheme) => scheme.type === 'http' && /^basic$/i.test(scheme.scheme))
  return { kind, key: isUsual ? undefined : { place: key.in, name: key.name }, isBasic }
}
