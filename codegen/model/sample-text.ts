// A text that a pattern and bounds of length accept: short, of letters and digits where the pattern lets them.

/** @property turn Another turn gives another text, where the pattern has room for it. */
type Wanted = { pattern: string; minLength: number; maxLength: number; turn: number }

/** Undefined where no text was found: the pattern looks around, or refers to itself. */
export function textOf({ pattern, minLength, maxLength, turn }: Wanted): string | undefined {
  const accepts = expressionOf(pattern)
  if (!accepts) return undefined
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && accepts.test(text)
  const made = nextTurns.flatMap((later) =>
    repetitions.flatMap((repeat) => {
      const text = write(pattern, repeat, turn + later)
      return text === undefined ? [] : [text]
    }),
  )
  const padded = made.map((text) => text + 'a'.repeat(Math.max(0, Math.min(minLength, longest) - text.length)))
  return [...made, ...padded, ...usual].find(fits)
}

/** How often a part is repeated that may be repeated. One is tried first, because it reads best. */
const repetitions = [1, 0, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 36, 40, 48, 64, 100, 128, 256]
/** Later turns take other alternatives, which may fit where the first does not. */
const nextTurns = [0, 1, 2, 3]
const longest = 10_000
/** Texts that the patterns of passwords and addresses accept. */
const usual = ['Aa1!Aa1!Aa1!', 'abc', 'a@example.com', 'https://example.com/a', '2026-01-31', '1', '']

/** Patterns are read as Unicode first, as validators do. */
export function expressionOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags)
    } catch {
      // The other flag may accept it.
    }
  }
  return undefined
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const candidates = [
  ...Array.from(`${letters}0123456789${letters.toUpperCase()}-_. /:@#+,;!%&*()`),
  ...Array.from({ length: 0x7f }, (_, code) => String.fromCharCode(code)),
  ...Array.from('äßéñøЖя中文語あア한글€…\u2028\u{1f389}'),
]

/** The pattern, and how far it has been read. It is read once, and written as it is read. */
type Reading = { pattern: string; at: number; repeat: number; turn: number }

function write(pattern: string, repeat: number, turn: number): string | undefined {
  const reading = { pattern, at: 0, repeat, turn }
  const text = alternatives(reading)
  return reading.at >= pattern.length ? text : undefined
}

/** The first alternative; another turn takes another one. */
function alternatives(reading: Reading): string | undefined {
  const all = [sequence(reading)]
  while (reading.pattern[reading.at] === '|') {
    reading.at += 1
    all.push(sequence(reading))
  }
  const written = all.filter((text) => text !== undefined)
  return written[reading.turn % written.length]
}

function sequence(reading: Reading): string | undefined {
  let text: string | undefined = ''
  while (reading.at < reading.pattern.length && !/[|)]/.test(reading.pattern.charAt(reading.at))) {
    const part = atom(reading)
    const times = timesOf(reading)
    const repeated = times === 0 ? '' : part?.repeat(Math.min(times, longest))
    text = text === undefined || repeated === undefined ? undefined : text + repeated
  }
  return text
}

const anchors = /^(?:[\^$]|\\[bB])/
const openings = /^\((?:\?(?::|<?[=!]|<\w+>))?/
/** A set in brackets, an escape, or the dot. */
const sets = /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u\{[^}]+\}|[pP]\{[^}]+\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.)|\.)/su

function atom(reading: Reading): string | undefined {
  const rest = reading.pattern.slice(reading.at)
  const [anchor] = anchors.exec(rest) ?? []
  const [opening] = anchor === undefined ? (openings.exec(rest) ?? []) : []
  const [set] = sets.exec(rest) ?? []
  const read = anchor ?? opening ?? set ?? String.fromCodePoint(rest.codePointAt(0) ?? 0)
  reading.at += read.length
  if (anchor !== undefined) return ''
  if (opening !== undefined) return group(reading, opening)
  if (set === undefined) return read
  return /^\\[^\w]$/.test(set) ? set.slice(1) : memberOf(set, reading.turn)
}

/** The text of a group. One that looks around writes nothing. */
function group(reading: Reading, opening: string): string | undefined {
  const text = alternatives(reading)
  reading.at += 1
  return /[=!]$/.test(opening) ? '' : text
}

function memberOf(set: string, turn: number): string | undefined {
  const member = expressionOf(`^${set}$`)
  const found = candidates.filter((candidate) => member?.test(candidate))
  return found[turn % found.length]
}

function timesOf(reading: Reading): number {
  const rest = reading.pattern.slice(reading.at)
  const [quantifier, least, comma, most] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(rest) ?? []
  if (quantifier === undefined) return 1
  reading.at += quantifier.length
  // A quantifier that takes as little as possible takes a question mark of its own.
  if (reading.pattern.charAt(reading.at) === '?') reading.at += 1
  if (quantifier === '?') return Math.min(1, reading.repeat)
  const from = least === undefined ? (quantifier === '+' ? 1 : 0) : Number(least)
  const to = least === undefined || (comma && !most) ? Infinity : Number(most === '' ? least : most)
  return Math.min(Math.max(from, reading.repeat), to)
}
