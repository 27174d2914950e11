// A JSON text → its value, and the first place in it that the service does not accept.

/** A place that is not accepted: its JSON Pointer (RFC 6901), and why. */
type Refusal = { pointer: string; detail: string }

/** The refusal of a text that is no JSON. */
export const notJson: Refusal = { pointer: '', detail: 'must be JSON in UTF-8' }

/** The value of a JSON text, or the first place in it that is not accepted. */
export function readJson(text: string | Uint8Array, levels = maxDepth): { value: unknown } | { refusal: Refusal } {
  let written: string
  let value: unknown
  try {
    written = typeof text === 'string' ? text : utf8.decode(text)
    value = JSON.parse(written)
  } catch {
    return { refusal: notJson }
  }
  const refusal = findRefusal(written, value, levels)
  return refusal ? { refusal } : { value }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const isText = (text: string) => text.isWellFormed() && !text.includes('\0')

/**
 * Finds what a parsed value cannot show, or what a store would lose: a member given twice, the member `__proto__`, a
 * NUL character, and half of a surrogate pair. Only an escape can spell the last two in UTF-8.
 */
function findRefusal(text: string, value: unknown, levels: number): Refusal | undefined {
  const hasEscapes = text.includes('\\u')
  const names = countNames(value, hasEscapes)
  if (names === countWrittenNames(text) && !isTooDeep(text, value, levels)) return undefined
  return locate(text, levels) ?? findInfinite(value)
}

/** The most levels of a value. Validators and stores go through them by recursion. */
export const maxDepth = 200

/** Counts level by level, so that the stack does not matter. */
function isTooDeep(text: string, value: unknown, levels: number): boolean {
  // Each level has two brackets.
  if (text.length <= 2 * levels) return false
  let depth = 0
  for (let level = [value].filter(isNested); level.length > 0; depth += 1) {
    if (depth === levels) return true
    level = level.flatMap((nested) => Object.values(nested).filter(isNested))
  }
  return false
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null

/** JavaScript reads 1e999 as an infinite number. */
const isInfinite = (value: unknown) => value === Infinity || value === -Infinity

/** A stored value would have null in place of an infinite number. */
function findInfinite(value: unknown): Refusal | undefined {
  const pending: [value: unknown, pointer: string][] = [[value, '']]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [found, pointer] = next
    if (isInfinite(found)) return { pointer, detail: 'is too large a number' }
    if (!isNested(found)) continue
    for (const [step, member] of Object.entries(found)) pending.push([member, `${pointer}${pointerTo([{ step }])}`])
  }
  return undefined
}

/** Returns how many members the value has, or -1 when a text or number in it is not accepted. */
function countNames(value: unknown, hasEscapes: boolean): number {
  let count = 0
  // No recursion: a short text can be nested more deeply than the stack.
  const pending: unknown[] = [value]
  while (pending.length > 0) {
    const next = pending.pop()
    if (typeof next === 'string') {
      if (hasEscapes && !isText(next)) return -1
    } else if (isInfinite(next)) {
      return -1
    } else if (Array.isArray(next)) {
      for (const item of next) if (typeof item !== 'string' || hasEscapes) pending.push(item)
    } else if (typeof next === 'object' && next !== null) {
      // Safe cast: a parsed object has no members but its own. Object.keys would make a list for each object.
      const members = next as Record<string, unknown>
      for (const name in members) {
        const member = members[name]
        if (name === '__proto__' || (hasEscapes && !isText(name))) return -1
        if (typeof member !== 'string' || hasEscapes) pending.push(member)
        count += 1
      }
    }
  }
  return count
}

const [backslash, colon, space] = [0x5c, 0x3a, 0x20]

/** Returns how many members a valid JSON text writes: strings with a colon after them. */
function countWrittenNames(text: string): number {
  let count = 0
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', start)) {
    start = endOfString(text, start)
    // Whitespace of JSON is a space or less.
    while (text.charCodeAt(start) <= space) start += 1
    if (text.charCodeAt(start) === colon) count += 1
  }
  return count
}

/** Returns the index after the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

/** Whether an odd number of backslashes stands before this quote. */
function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === backslash) first -= 1
  return (at - first) % 2 === 1
}

/** An object or array that the search is in. `step` is the last name or index. */
type Level = { names?: Set<string>; step: string | number }

/** A name with its colon, another string, or a character of the structure. */
const lexemes = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\],]/g

/** Goes through a valid JSON text, up to the first place that is not accepted. */
function locate(text: string, maxLevels: number): Refusal | undefined {
  const levels: Level[] = []
  for (const [lexeme, string, isName] of text.matchAll(lexemes)) {
    const level = levels.at(-1)
    if (string !== undefined) {
      const detail = refusalOf(JSON.parse(string) as string, isName === undefined ? undefined : level)
      if (detail !== undefined) return { pointer: pointerTo(levels), detail }
    } else if (levels.length === maxLevels && /[{[]/.test(lexeme))
      return { pointer: pointerTo(levels), detail: `is nested in more than ${maxLevels} levels` }
    else if (lexeme === '{') levels.push({ names: new Set(), step: '' })
    else if (lexeme === '[') levels.push({ step: 0 })
    else if (lexeme !== ',') levels.pop()
    else if (typeof level?.step === 'number') level.step += 1
  }
  return undefined
}

/** Why a string is not accepted. A name of a member goes into its `object`. */
function refusalOf(string: string, object: Level | undefined): string | undefined {
  if (!object) return isText(string) ? undefined : 'holds characters that are not text'
  object.step = string
  if (object.names?.has(string)) return 'is given more than once'
  object.names?.add(string)
  if (isText(string) && string !== '__proto__') return undefined
  return 'is a name that is not accepted'
}

const pointerTo = (levels: Level[]) =>
  levels.map(({ step }) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
