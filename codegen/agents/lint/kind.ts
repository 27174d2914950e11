// The kind of a document, told by its members: which platforms can take it follows from it.
import { at, isObject, isThere, itemsOf, placeOf } from '../rules/place.ts'
import type { Kind } from '../rules/index.ts'

/** Undefined when the document is of no kind that the linter knows. */
export function kindOf(document: unknown): Kind | undefined {
  if (!isObject(document)) return undefined
  const has = (...names: string[]) => names.some((name) => Object.hasOwn(document, name))
  if (has('openapi', 'swagger', 'paths')) return 'openapi'
  if (has('customPluginConfiguration')) return 'create-plugin'
  if (has('targetConfiguration')) return 'create-gateway-target'
  if (has('schema_version', 'name_for_human') || (has('runtimes') && has('functions'))) return 'm365'
  const root = placeOf(document)
  const lists = [root, at(root, 'result'), at(root, 'toolConfig')].map((place) => at(place, 'tools'))
  const list = lists.find(isThere)
  if (!list) return has('authConfiguration') ? 'create-plugin' : undefined
  const isConverse = has('toolConfig', 'toolChoice') || itemsOf(list).some((item) => isThere(at(item, 'toolSpec')))
  return isConverse ? 'tool-config' : 'tools'
}
