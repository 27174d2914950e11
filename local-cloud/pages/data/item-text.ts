// A stored item as text: the columns of its table, and its JSON.
import { addedAttributes } from '../../../server/repositories/tables.ts'

type Item = Record<string, unknown>

const maxColumns = 3
const maxCellCharacters = 120
const timeForm = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z$/
const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** The attributes to show in columns: those by which a reader tells most of the items apart, and one time at the end. */
export function columnsOf(items: readonly Item[], keys: readonly string[]): string[] {
  const values = new Map<string, string[]>()
  for (const [name, value] of items.flatMap((item) => Object.entries(item))) {
    if (!isScalar(value) || keys.includes(name) || addedAttributes.has(name)) continue
    const known = values.get(name)
    if (known) known.push(String(value))
    else values.set(name, [String(value)])
  }
  const common = [...values].filter(([, all]) => all.length * 2 > items.length)
  const names = (isTime: boolean) =>
    common
      .filter(([, [first = '']]) => timeForm.test(first) === isTime)
      .sort(byDistinction)
      .map(([name]) => name)
  const time = names(true).sort().slice(0, 1)
  return [...names(false).slice(0, maxColumns - time.length), ...time]
}

/** Words before numbers, then the attribute with more different values, then the shorter one. */
function byDistinction([nameA, a]: [string, string[]], [nameB, b]: [string, string[]]): number {
  const isNumber = (values: string[]) => Number(values.every((value) => value !== '' && !Number.isNaN(Number(value))))
  const distinct = (values: string[]) => new Set(values).size
  const length = (values: string[]) => values.join('').length / values.length
  return isNumber(a) - isNumber(b) || distinct(b) - distinct(a) || length(a) - length(b) || (nameA < nameB ? -1 : 1)
}

/** A value in the cell of a table. */
export function cellOf(value: unknown): string {
  const text = textOf(value).replace(timeForm, '$1 $2')
  return text.length > maxCellCharacters ? `${text.slice(0, maxCellCharacters)}…` : text
}

export function textOf(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(plain('', value))
}

/** The item's own members come first, then the keys of indexes and what else the repositories add. */
export function jsonOf(item: Item, keys: readonly string[]): string {
  const isAdded = (name: string) => keys.includes(name) || addedAttributes.has(name)
  const entries = Object.entries(item)
  const sorted = [...entries.filter(([name]) => !isAdded(name)), ...entries.filter(([name]) => isAdded(name))]
  return JSON.stringify(Object.fromEntries(sorted), plain, 2)
}

/** DynamoDB has sets and bytes, and JSON has neither. */
function plain(_name: string, value: unknown): unknown {
  if (value instanceof Set) return [...value]
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
