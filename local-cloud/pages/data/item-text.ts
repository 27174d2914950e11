// A stored item as text: the columns of its table, and its JSON.

type Item = Record<string, unknown>

/** What the storage adds to each item. It is shown last, and never as a column. */
const ofTheStorage = ['incarnation', 'version', 'requestHash', 'lastWrite']

const maxColumns = 3
const maxCellCharacters = 120
const isTime = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** The attributes to show in columns: plain values that most of the items have. Times come last. */
export function columnsOf(items: readonly Item[], keys: readonly string[]): string[] {
  const counts = new Map<string, number>()
  const times = new Set<string>()
  for (const [name, value] of items.flatMap((item) => Object.entries(item))) {
    if (!isScalar(value) || keys.includes(name) || ofTheStorage.includes(name)) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (isTime(value)) times.add(name)
  }
  const common = [...counts].filter(([, count]) => count * 2 > items.length).map(([name]) => name)
  const plain = common.filter((name) => !times.has(name)).sort()
  const [time] = common.filter((name) => times.has(name)).sort()
  return [...plain.slice(0, time === undefined ? maxColumns : maxColumns - 1), ...(time === undefined ? [] : [time])]
}

export function textOf(value: unknown): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(plain('', value))
  return text.length > maxCellCharacters ? `${text.slice(0, maxCellCharacters)}…` : text
}

/** The item's own members come first, then the keys of indexes and what else the storage adds. */
export function jsonOf(item: Item, keys: readonly string[]): string {
  const isAdded = (name: string) => keys.includes(name) || ofTheStorage.includes(name)
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
