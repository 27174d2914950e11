// Parameters of any style: the texts of path, query, headers and cookies → values with the types of the contract.
// It depends on no contract, so that the server of another one can use it.
import {
  jsonValue,
  readObject,
  readScalar,
  splitItems,
  type MemberReading,
  type ReadFault,
  type Scalar,
} from './texts.ts'

/** How a parameter is read. */
export type Reading = {
  in: 'path' | 'query' | 'header' | 'cookie'
  /** The name as the request has it: that of a header in lower case. */
  name: string
  shape: 'scalar' | 'array' | 'object' | 'json'
  /** The type of the value, or of a list's items. */
  scalar: Scalar
  /** Other types, of which the first that the text is written as counts. */
  choices?: Scalar[]
  /** What stands between items that share one text; a comma when absent. */
  separator?: string
  /** Each item or member has a text of its own. */
  explode?: true
  /** Members are named `name[member]`. */
  deep?: true
  /** Of objects: their members, and the type of others. */
  members?: Record<string, MemberReading>
  others?: Scalar
  /** Without a text the parameter counts as not sent. */
  emptyIsAbsent?: true
  /** The items are lists or objects: each is a text of JSON, because OpenAPI gives them no other form. */
  isJson?: true
}

type Values = Record<string, unknown>
export type Texts = { path: Record<string, string>; query: Record<string, string[]>; headers: Record<string, string> }
export type Parameters = { path: Values; query: Values; header: Values; cookie: Values; faults: ReadFault[] }

/** Unknown parameters of the query are kept, because the validator refuses them by name. */
export function readParameters(texts: Texts, readings: readonly Reading[]): Parameters {
  const cookies = cookiesIn(texts.headers.cookie ?? '')
  const left = new Map(Object.entries(texts.query))
  const faults: ReadFault[] = []
  const groups: Omit<Parameters, 'faults'> = {
    path: { ...texts.path },
    query: {},
    header: { ...texts.headers },
    cookie: {},
  }
  for (const reading of readings) {
    const { in: place, name } = reading
    const sent =
      place === 'query'
        ? queryOf(left, reading)
        : ownText(place === 'path' ? texts.path : place === 'header' ? texts.headers : cookies, name)
    if (sent === undefined) continue
    const value = valueOf(sent, reading, faults)
    if (value === undefined) Reflect.deleteProperty(groups[place], name)
    else groups[place][name] = value
  }
  for (const [name, values] of left)
    if (values.length > 1) faults.push({ parameter: name, detail: 'is given more than once' })
  // An assignment would lose the name __proto__.
  const unknown = Object.fromEntries([...left].map(([name, [text = '']]) => [name, text]))
  for (const [name, values] of Object.entries(texts.query))
    if (`${name}${values.join('')}`.includes('\u{fffd}'))
      faults.push({ parameter: name, detail: 'has an escape that is not UTF-8' })
  return { ...groups, query: { ...unknown, ...groups.query }, faults }
}

/** What was sent of a parameter: its texts, or its members' texts by name. */
type Sent = string[] | Map<string, string[]>

const ownText = (texts: Record<string, string>, name: string): Sent | undefined =>
  Object.hasOwn(texts, name) ? [texts[name] ?? ''] : undefined

/** Takes what belongs to the parameter out of the query. */
function queryOf(
  left: Map<string, string[]>,
  { name, shape, explode, deep, members = {}, others }: Reading,
): Sent | undefined {
  if (shape !== 'object' || (!deep && !explode)) {
    const texts = left.get(name)
    left.delete(name)
    return texts
  }
  const found = new Map<string, string[]>()
  for (const [key, texts] of left) {
    const member = deep ? memberIn(key, name) : key
    if (member === undefined || (!deep && !Object.hasOwn(members, member) && others === undefined)) continue
    found.set(member, texts)
  }
  for (const member of found.keys()) left.delete(deep ? `${name}[${member}]` : member)
  return found.size === 0 ? undefined : found
}

/** `filter[size]` → `size`; deeper levels stay in one name: `filter[a][b]` → `a][b`. */
function memberIn(key: string, name: string): string | undefined {
  const isOwn = key.startsWith(`${name}[`) && key.endsWith(']')
  return isOwn ? key.slice(name.length + 1, -1) : undefined
}

function valueOf(sent: Sent, reading: Reading, faults: ReadFault[]): unknown {
  const { name, shape, scalar, choices, explode, members = {}, others, emptyIsAbsent } = reading
  const parameter = name
  if (sent instanceof Map) return readObject(sent, { parameter, members, others: others ?? 'string' }, faults)
  const [text = '', ...more] = sent
  if (emptyIsAbsent && text === '' && more.length === 0) return undefined
  if (shape === 'array' && reading.isJson) return jsonItems(sent, reading, faults)
  if (shape === 'array')
    return listOf(sent, reading, faults).map((item) => readScalar(item, scalar, parameter, faults, choices))
  if (more.length > 0) {
    faults.push({ parameter, detail: 'is given more than once' })
    return undefined
  }
  if (shape === 'scalar') return readScalar(text, scalar, parameter, faults, choices)
  if (shape === 'json') return jsonValue(text, parameter, faults)
  const pairs = explode ? text.split(',').map((pair) => splitAt(pair, '=')) : pairsOf(split(text, reading))
  const texts = new Map<string, string[]>()
  for (const [member, value] of pairs) texts.set(member, [...(texts.get(member) ?? []), value])
  return readObject(texts, { parameter, members, others: others ?? 'string' }, faults)
}

/** In a list of texts and objects a text can stand beside texts of JSON. */
function jsonItems(sent: string[], reading: Reading, faults: ReadFault[]): unknown {
  const { name, separator, explode, scalar, choices } = reading
  const isJson = (text: string) => /^\s*[[{]/.test(text)
  // Items between commas can be the inner part of a list of JSON.
  if (!explode && separator === undefined && sent.some(isJson)) {
    const own: ReadFault[] = []
    const list = jsonValue(`[${sent.join(',')}]`, name, own)
    if (own.length === 0) return list
  }
  return listOf(sent, reading, faults).map((item) =>
    isJson(item) ? jsonValue(item, name, faults) : readScalar(item, scalar, name, faults, choices),
  )
}

/** Items that have a text each, or share one. Only a query can repeat a name. */
function listOf(sent: string[], reading: Reading, faults: ReadFault[]): string[] {
  const { name, in: place, explode } = reading
  if (explode && place === 'query') return sent
  const [text = '', ...more] = sent
  if (more.length > 0) faults.push({ parameter: name, detail: 'is given more than once: its items share one text' })
  return text === '' ? [] : split(text, reading)
}

const split = (text: string, { separator = ',', in: place, isJson }: Reading) => {
  const items = isJson ? splitItems(text, separator) : text.split(separator)
  return place === 'header' ? items.map((item) => item.trim()) : items
}

/** `a,1,b,2` → `a` is 1 and `b` is 2. */
const pairsOf = (parts: string[]) =>
  Array.from({ length: Math.ceil(parts.length / 2) }, (_, at): [string, string] => [
    parts[2 * at] ?? '',
    parts[2 * at + 1] ?? '',
  ])

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** The cookies of a request (RFC 6265). The first one of a name counts. */
function cookiesIn(header: string): Record<string, string> {
  const pairs = header.split(';').map((pair) => splitAt(pair.trim(), '='))
  const named = pairs
    .filter(([name]) => name !== '')
    .map(([name, value]): [string, string] => [name, cookieText(value)])
  return Object.fromEntries(named.reverse())
}

function cookieText(value: string): string {
  const plain = /^"(.*)"$/.exec(value)?.[1] ?? value
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
