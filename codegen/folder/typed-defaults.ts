// A contract of another place with the values that its defaults stand for. The rule typed-defaults has warned of each.
import type { Contract } from '../contract.ts'
import { meantBy } from '../model/typed-default.ts'
import { someNode, type Node } from './some-node.ts'

/** The values of these keywords are data. */
const data = new Set(['default', 'enum', 'example', 'examples', 'value', 'mapping'])
/** The keys of these values are names. */
const maps = new Set([
  'properties',
  'schemas',
  'responses',
  'headers',
  'requestBodies',
  'content',
  'paths',
  'callbacks',
])

export const withTypedDefaults = (document: Contract): Contract =>
  // Safe cast: only values of defaults change.
  someNode(document, hasMeantDefault) ? (typed(document, false) as Contract) : document

const hasMeantDefault = (node: Node) => 'default' in node && meantBy(node) !== undefined

function typed(node: unknown, isMap: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => typed(item, false))
  if (typeof node !== 'object' || node === null) return node
  const { default: _, ...others } = node as Node
  const meant = isMap ? undefined : meantBy(node)
  const own = meant === undefined ? node : meant.value === undefined ? others : { ...others, default: meant.value }
  return Object.fromEntries(
    Object.entries(own).map(([key, value]) => {
      const isData = !isMap && (data.has(key) || key.startsWith('x-'))
      return [key, isData ? value : typed(value, !isMap && maps.has(key))]
    }),
  )
}
