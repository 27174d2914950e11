// A result that is small enough for a model: what is left out is told in it.
import { isObject, type Members } from '../tools/members.ts'

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** Lengths to which long texts are cut, until the result is small enough. */
const textLengths = [4000, 1000, 250, 60]

/** Returns the value, or as much of it as has room. */
export function fitting(value: Members, maxBytes: number): Members {
  if (bytesOf(value) <= maxBytes) return value
  return fewerItems(value, maxBytes) ?? shorterTexts(value, maxBytes)
}

/** Leaves out items at the end of the longest list. Undefined: not even one item has room. */
function fewerItems(value: Members, maxBytes: number): Members | undefined {
  const lists = Object.entries(value).flatMap(([name, list]) => (Array.isArray(list) ? [{ name, list }] : []))
  const [longest] = lists.sort((a, b) => bytesOf(b.list) - bytesOf(a.list))
  if (!longest) return undefined
  const { name, list } = longest
  const items: unknown[] = list
  const withFirst = (count: number): Members => ({
    ...value,
    [name]: items.slice(0, count),
    leftOut: `Only the first ${count} of ${items.length} ${name} have room here.`,
  })
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (bytesOf(withFirst(middle)) <= maxBytes) low = middle
    else high = middle - 1
  }
  return low > 0 ? withFirst(low) : undefined
}

function shorterTexts(value: Members, maxBytes: number): Members {
  for (const length of textLengths) {
    const shorter = { ...(cut(value, length) as Members), leftOut: 'Long texts are cut. The ends have no room here.' }
    if (bytesOf(shorter) <= maxBytes) return shorter
  }
  return { leftOut: 'The answer is too large to be shown here.' }
}

function cut(value: unknown, length: number): unknown {
  if (typeof value === 'string') return value.length > length ? `${value.slice(0, length).toWellFormed()}…` : value
  if (Array.isArray(value)) return value.map((item) => cut(item, length))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cut(member, length)]))
}
