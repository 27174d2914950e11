// The platforms that a document is for: all that take its kind, or the one in the name of its file.
import { basename } from 'node:path'
import { kindNamed, type Kind } from '../rules/index.ts'
import { platforms as all, type Platform } from '../rules/rule.ts'

/** The platforms that take documents of this kind. */
export function platformsOf(kind: Kind): Platform[] {
  const { rules, payload } = kindNamed(kind)
  return all.filter((platform) => rules[platform] !== undefined || platform === payload?.platform)
}

/** An OpenAPI document that is called for a platform, as quick.json, is for this platform alone. */
export function platformsFor(file: string, kind: Kind): Platform[] {
  const able = platformsOf(kind)
  const [first] = basename(file).split('.')
  const own = able.filter((platform) => kind === 'openapi' && platform === first)
  return own.length > 0 ? own : able
}
