// A contract of another place with the values that its defaults stand for. The rule typed-defaults has warned of each.
import type { Contract } from '../contract.ts'
import { meantBy } from '../model/typed-default.ts'
import { isData, isMap } from './keywords.ts'
import { someNode, type Node } from './some-node.ts'

export const withTypedDefaults = (document: Contract): Contract =>
  // Safe cast: only values of defaults change.
  someNode(document, hasMeantDefault) ? (typed(document, false) as Contract) : document

const hasMeantDefault = (node: Node) => 'default' in node && meantBy(node) !== undefined

function typed(node: unknown, isNamed: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => typed(item, false))
  if (typeof node !== 'object' || node === null) return node
  const { default: _, ...others } = node as Node
  const meant = isNamed ? undefined : meantBy(node)
  const own = meant === undefined ? node : meant.value === undefined ? others : { ...others, default: meant.value }
  return Object.fromEntries(
    Object.entries(own).map(([key, value]) => [
      key,
      !isNamed && isData(key) ? value : typed(value, !isNamed && isMap(key, value)),
    ]),
  )
}
