// Extensions with the names of ours, and another meaning: other makers use such names too. They are left out.
import type { Contract } from '../contract.ts'
import { methods } from '../contract.ts'
import { platforms } from '../model/agents.ts'
import { isDay } from '../model/retirement.ts'

type Node = Record<string, unknown>
type Shape = (value: unknown) => boolean

const isNode: Shape = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText: Shape = (value) => typeof value === 'string'
const isList =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(item)
const isMap =
  (item: Shape): Shape =>
  (value) =>
    isNode(value) && Object.values(Object(value) as Node).every(item)
const hasMembers =
  (members: Record<string, Shape>): Shape =>
  (value) =>
    isNode(value) && Object.entries(members).every(([name, shape]) => shape((Object(value) as Node)[name]))

const isPlatforms = isList((name) => platforms.some((platform) => platform === name))

const ofRoot: Record<string, Shape> = {
  'x-problem-types': isMap(hasMembers({ status: Number.isInteger, title: isText })),
  'x-sdk-errors': isMap((name) => typeof name === 'string' && /^[A-Z]\w*$/.test(name)),
  'x-response-headers': isMap(isText),
  'x-gateway-catch-all': (value) => value === true,
  'x-assistant-instructions': isText,
  'x-cors': hasMembers({ allowHeaders: isList(isText), exposeHeaders: isList(isText) }),
  'x-events': isList(hasMembers({ source: isText, detailType: isText, description: isText, detail: isNode })),
}

const ofOperation: Record<string, Shape> = {
  'x-agents': (value) => isPlatforms(value) || hasMembers({ to: isPlatforms })(value),
  'x-pagination': hasMembers({ items: isText }),
  'x-deprecated-since': isDay,
  'x-protocol': (value) => value === 'json-rpc',
  'x-sample-data': isText,
  'x-sdk': isNode,
  'x-sunset': isDay,
}

export function withOwnExtensions(document: Contract): Contract {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    if (!isNode(item)) return [path, item] as const
    const operations = methods.flatMap((method) => {
      const operation: unknown = item?.[method]
      return isNode(operation) ? [[method, kept(Object(operation) as Node, ofOperation)]] : []
    })
    return [path, { ...item, ...Object.fromEntries(operations) }] as const
  })
  // Safe cast: only extensions are left out.
  return { ...kept(document as unknown as Node, ofRoot), paths: Object.fromEntries(paths) } as unknown as Contract
}

const kept = (node: Node, shapes: Record<string, Shape>): Node =>
  Object.fromEntries(Object.entries(node).filter(([name, value]) => shapes[name]?.(value) ?? true))
