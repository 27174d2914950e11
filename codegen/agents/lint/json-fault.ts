// The place of the first fault in a text that is no JSON. The messages of JSON.parse name it for some faults only.

const token =
  /\s*(?:(?<text>"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w))|(?<mark>[{}[\]:,]))/y

/** What may come next: after `{` a key or the end, after a key a colon, and so on. */
type Next = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

/** The index of the first character that cannot stand there; the length when the end comes too early. */
export function faultIn(text: string): number {
  const open: string[] = []
  let next: Next = 'value'
  for (let index = 0; ;) {
    token.lastIndex = index
    const groups = token.exec(text)?.groups
    const start = index + (/^\s*/.exec(text.slice(index, index + 1000))?.[0].length ?? 0)
    const after: Next | undefined = groups && step(next, groups, open)
    if (after === undefined) return Math.min(start, text.length)
    index = token.lastIndex
    next = after
    if (open.length === 0) return index + (/^\s*/.exec(text.slice(index))?.[0].length ?? 0)
  }
}

/** What may come after this token; undefined when it must not stand here. */
function step(next: Next, { text, plain, mark }: Record<string, string | undefined>, open: string[]): Next | undefined {
  if (text !== undefined && next.startsWith('key')) return 'colon'
  const takesValue = next.startsWith('value')
  if (takesValue && (text ?? plain) !== undefined) return 'comma or end'
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
