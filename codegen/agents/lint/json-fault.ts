// The place of the first fault in a text that is no JSON. The messages of JSON.parse name it for some faults only.

/** Numbers, words and marks. Texts may be long, and are read by hand. */
const token =
  /(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))|(?<mark>[{}[\]:,])/y
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/** What may come next: after `{` a key or the end, after a key a colon, and so on. */
type Next = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

type Token = { kind: 'text' | 'plain' | 'mark'; mark: string; end: number }

/** The index of the first character that cannot stand there; the length when the end comes too early. */
export function faultIn(text: string): number {
  const open: string[] = []
  let next: Next = 'value'
  let index = afterSpace(text, 0)
  while (index < text.length) {
    const found = tokenAt(text, index)
    const after: Next | undefined = found && step(next, found, open)
    if (!found || after === undefined) return index
    next = after
    index = afterSpace(text, found.end)
    if (open.length === 0) return index
  }
  return text.length
}

function afterSpace(text: string, from: number): number {
  let index = from
  while (' \n\r\t'.includes(text.charAt(index)) && index < text.length) index += 1
  return index
}

function tokenAt(text: string, index: number): Token | undefined {
  if (text[index] === '"') {
    const end = endOfText(text, index + 1)
    return end === undefined ? undefined : { kind: 'text', mark: '', end }
  }
  token.lastIndex = index
  const { plain, mark = '' } = token.exec(text)?.groups ?? {}
  if (plain === undefined && mark === '') return undefined
  return { kind: plain === undefined ? 'mark' : 'plain', mark, end: token.lastIndex }
}

/** The index after the closing quote; undefined when a character must not stand in a text. */
function endOfText(text: string, from: number): number | undefined {
  let index = from
  while (text.charAt(index) >= ' ') {
    if (text[index] === '"') return index + 1
    if (text[index] === '\\') {
      escape.lastIndex = index
      if (!escape.test(text)) return undefined
      index = escape.lastIndex
    } else index += 1
  }
  return undefined
}

/** What may come after this token; undefined when it must not stand here. */
function step(next: Next, { kind, mark }: Token, open: string[]): Next | undefined {
  if (kind === 'text' && next.startsWith('key')) return 'colon'
  const takesValue = next.startsWith('value')
  if (takesValue && kind !== 'mark') return 'comma or end'
  if (takesValue && (mark === '{' || mark === '[')) {
    open.push(mark)
    return mark === '{' ? 'key or end' : 'value or end'
  }
  if (next === 'colon' && mark === ':') return 'value'
  if (next === 'comma or end' && mark === ',') return open.at(-1) === '{' ? 'key' : 'value'
  if (next.endsWith('or end') && mark === (open.at(-1) === '{' ? '}' : ']')) {
    open.pop()
    return 'comma or end'
  }
  return undefined
}
