// The value in a text of YAML, within bounds: a text of few bytes can take all of a machine's memory.
import { Composer, Lexer, Parser, type Document } from 'yaml'

/** The largest public documents have a half. Each takes up to 500 bytes of memory. */
const maxLexemes = 1_000_000

/** Each merge copies a map: at most so many members in all. */
const maxMerged = 5_000_000

/** A document unfolds to at most so many values and characters, each alias written out. */
const maxUnfolded = 10_000_000

/** @property offset The place in the text. */
export class YamlFault extends Error {
  override name = 'YamlFault'
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** The text may be YAML, but nobody can afford to read it. */
export class YamlTooLarge extends YamlFault {
  override name = 'YamlTooLarge'
}

/** Throws a YamlFault at the first error. */
export function valueOfYaml(text: string): unknown {
  checkLength(text)
  const value = documentIn(text)?.toJS() as unknown
  if (isFolded(value)) throw new YamlTooLarge('its aliases multiply, or contain themselves', 0)
  return value ?? null
}

function checkLength(text: string) {
  let lexemes = 0
  let offset = 0
  let pairs = 0
  let merges = 0
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1
    offset += lexeme.length
    if (lexeme === ':') pairs += 1
    if (lexeme === '<<') merges += 1
    if (lexemes > maxLexemes) throw new YamlTooLarge(`it has more than ${maxLexemes} marks and values`, offset)
  }
  if (pairs * merges > maxMerged) throw new YamlTooLarge(`it merges more than ${maxMerged} members`, 0)
}

function documentIn(text: string): Document.Parsed | undefined {
  const composer = new Composer({ logLevel: 'error', merge: true })
  // The composer would collect an error for each character of a text that is no YAML.
  Object.assign(composer, { onError: thrower() })
  const documents = composer.compose(tokensOf(text), true, text.length)
  const { value: document } = documents.next()
  if (!document) return undefined
  const { value: second } = documents.next()
  if (second) throw new YamlFault('it has several documents', second.range[0])
  return document
}

function* tokensOf(text: string) {
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') throw new YamlFault(token.message, token.offset)
    yield token
  }
}

type Place = number | [number, number] | { offset: number }

/** Throws the first error again and again: the composer makes another of what is thrown within a list or a map. */
function thrower() {
  let first: YamlFault | undefined
  return (place: Place, _code: string, message: string, isWarning?: boolean) => {
    if (isWarning) return
    first ??= new YamlFault(message, typeof place === 'number' ? place : Array.isArray(place) ? place[0] : place.offset)
    throw first
  }
}

/** Whether the value, each alias written out, is larger than a document may be. */
function isFolded(root: unknown): boolean {
  let size = 0
  const pending = [root]
  while (pending.length > 0) {
    const value = pending.pop()
    size += typeof value === 'string' ? value.length + 1 : 1
    if (size > maxUnfolded) return true
    if (typeof value !== 'object' || value === null) continue
    for (const [key, member] of Object.entries(value)) {
      size += Array.isArray(value) ? 1 : key.length + 1
      pending.push(member)
    }
  }
  return false
}
