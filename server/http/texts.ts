// Texts of parameters and forms → scalars, lists and objects with the types of the contract.

import { readJson } from './json.ts'

export type Scalar = 'string' | 'integer' | 'number' | 'boolean'

/** How a member of an object is read. */
export type MemberReading = { scalar: Scalar; isList?: true; members?: Record<string, MemberReading>; isJson?: true }

export type ReadFault = { parameter: string; detail: string }

/** Accepts decimals only. JavaScript's Number and Ajv's coercion would also accept 0x10, 1e1 and blanks. */
const integer = /^(?:0|-?[1-9]\d{0,15})$/
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A text that is none of its types stays undefined, and is a fault. */
export function readScalar(
  text: string,
  scalar: Scalar,
  parameter: string,
  faults: ReadFault[],
  choices: readonly Scalar[] = [],
): unknown {
  for (const type of choices) {
    const value = type === 'string' ? undefined : valueAs(text, type)
    // In a union only the usual form of a number is one: 007 stays a text.
    if (value !== undefined && String(value) === text) return value
  }
  if (scalar === 'string') return text
  const value = valueAs(text, scalar) ?? (choices.includes('string') ? text : undefined)
  if (value === undefined) faults.push({ parameter, detail: details[scalar] })
  return value
}

function valueAs(text: string, scalar: Exclude<Scalar, 'string'>): number | boolean | undefined {
  if (scalar === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : undefined
  const number = Number(text)
  const isFitting = scalar === 'integer' ? integer.test(text) && Number.isSafeInteger(number) : decimal.test(text)
  return isFitting && Number.isFinite(number) ? number : undefined
}

const details = { integer: 'must be an integer', number: 'must be a number', boolean: 'must be true or false' }

type ObjectReading = { parameter: string; members: Record<string, MemberReading>; others: Scalar }

/** An object from its members' texts. `a][b` is the member b of the member a, and `a][]` an item of the list a. */
export function readObject(texts: Map<string, string[]>, reading: ObjectReading, faults: ReadFault[]): object {
  const value: Record<string, unknown> = {}
  for (const [path, sent] of texts) put(value, path.split(']['), sent, reading, faults)
  return value
}

function put(
  value: Record<string, unknown>,
  path: string[],
  sent: string[],
  reading: ObjectReading,
  faults: ReadFault[],
) {
  const [name = '', ...deeper] = path
  const { parameter, members, others } = reading
  const member = Object.hasOwn(members, name) ? members[name] : undefined
  if (name === '__proto__') {
    faults.push({ parameter, detail: 'has a name that is not accepted' })
  } else if (deeper.length === 0 || (deeper.length === 1 && deeper[0] === '')) {
    value[name] = memberValue(sent, member ?? { scalar: others }, deeper.length > 0, parameter, faults)
  } else if (member?.members) {
    const inner = Object.hasOwn(value, name) ? value[name] : {}
    value[name] = inner
    // Safe cast: only this function puts values here, and objects alone have deeper members.
    put(inner as Record<string, unknown>, deeper, sent, { parameter, members: member.members, others }, faults)
  } else faults.push({ parameter, detail: `has no member ${path.join('.')}` })
}

function memberValue(
  sent: string[],
  member: MemberReading,
  isItem: boolean,
  parameter: string,
  faults: ReadFault[],
): unknown {
  const [text = '', ...more] = sent
  // An object in one text is written as JSON: OpenAPI gives objects in objects no other form but `deepObject`.
  if ((member.isJson || member.members) && !member.isList) return jsonValue(text, parameter, faults)
  if (member.isJson) return sent.map((item) => jsonValue(item, parameter, faults))
  if (member.isList || isItem) return sent.map((item) => readScalar(item, member.scalar, parameter, faults))
  if (more.length > 0) faults.push({ parameter, detail: 'is given more than once' })
  return readScalar(text, member.scalar, parameter, faults)
}

export function jsonValue(text: string, parameter: string, faults: ReadFault[]): unknown {
  const read = readJson(text)
  if ('value' in read) return read.value
  const { pointer, detail } = read.refusal
  faults.push({ parameter, detail: pointer === '' ? detail : `${pointer} ${detail}` })
  return undefined
}

/** The items that share one text. A sign within an object or a list does not end its item. */
export function splitItems(text: string, sign: string): string[] {
  const items: string[] = []
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf(sign, startsJson(text, from) ? endOfJson(text, from) : from)
    items.push(text.slice(from, end === -1 ? undefined : end))
    from = end === -1 ? text.length + 1 : end + sign.length
  }
  return items
}

const startsJson = (text: string, from: number) => /^\s*[[{]/.test(text.slice(from, from + maxSpace))
/** Before an item of a header stand few spaces. */
const maxSpace = 8

/** Where the object or the list ends that begins here. One that is not closed ends with the text. */
function endOfJson(text: string, from: number): number {
  let [depth, isText] = [0, false]
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') isText = !isText
    else if (isText && sign === '\\') at += 1
    else if (!isText && (sign === '{' || sign === '[')) depth += 1
    else if (!isText && (sign === '}' || sign === ']')) depth -= 1
    else continue
    if (depth === 0 && !isText) return at + 1
  }
  return text.length
}
