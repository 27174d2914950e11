// A pattern as a program for a machine that reads a text once, whatever the pattern is (Thompson's construction).

/**
 * `char` reads one character that fits an expression; `split` goes on at both places; `start`, `end`, `word` and
 * `noWord` read nothing and hold at a place of the text. `ahead` and `notAhead` come first: the whole text has, or has
 * not, a match of their own programs.
 */
export type Instruction =
  | ['char', string]
  | ['split', number, number]
  | ['jump', number]
  | ['start' | 'end' | 'word' | 'noWord' | 'match']
  | ['ahead' | 'notAhead', Instruction[]]

/** A larger program would make each character of a text slow. */
const maxLength = 2000

/** Undefined for a pattern that looks around elsewhere than at its beginning, refers back, or is too large. */
export function programOf(pattern: string): Instruction[] | undefined {
  try {
    const { looks, root } = parse(pattern)
    const program = looks.map(({ kind, part }): Instruction => [kind, compiled([anchor, part])])
    return compiled(looks.length > 0 ? [anchor, root] : [root], program)
  } catch (error) {
    if (error instanceof NotRegularError) return undefined
    throw error
  }
}

function compiled(parts: Node[], program: Instruction[] = []): Instruction[] {
  for (const part of parts) emit(part, program)
  return [...program, ['match']]
}

class NotRegularError extends Error {}

type Repeat = { kind: 'repeat'; part: Node; least: number; most: number }
type Node =
  | Repeat
  | { kind: 'char'; source: string }
  | { kind: 'place'; at: 'start' | 'end' | 'word' | 'noWord' }
  | { kind: 'list'; parts: Node[] }
  | { kind: 'choice'; parts: Node[] }

const anchor: Node = { kind: 'place', at: 'start' }

/** A look ahead from the beginning of the text, as in `^(?=.*\d)` and `^(?!-)`. */
type Look = { kind: 'ahead' | 'notAhead'; part: Node }

function parse(pattern: string): { looks: Look[]; root: Node } {
  let rest = pattern
  const take = (expression: RegExp): RegExpExecArray | null => {
    const found = expression.exec(rest)
    if (found) rest = rest.slice(found[0].length)
    return found
  }
  const choice = (): Node => {
    const parts = [list()]
    while (take(/^\|/)) parts.push(list())
    return parts.length === 1 ? (parts[0] ?? { kind: 'list', parts: [] }) : { kind: 'choice', parts }
  }
  const list = (): Node => {
    const parts: Node[] = []
    while (rest !== '' && !/^[|)]/.test(rest)) parts.push(repeated(atom()))
    return { kind: 'list', parts }
  }
  const repeated = (part: Node): Node => {
    const found = take(/^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/)
    if (!found) return part
    const [, sign, least = '', comma, most = ''] = found
    if (sign !== undefined)
      return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
    const upper = most !== '' ? Number(most) : comma === '' ? Number(least) : Infinity
    return { kind: 'repeat', part, least: Number(least), most: upper }
  }
  const atom = (): Node => {
    if (take(/^\((?:\?:|\?<\w+>|(?!\?))/)) {
      const group = choice()
      if (!take(/^\)/)) throw new NotRegularError()
      return group
    }
    if (take(/^\^/)) return { kind: 'place', at: 'start' }
    if (take(/^\$/)) return { kind: 'place', at: 'end' }
    if (take(/^\\b/)) return { kind: 'place', at: 'word' }
    if (take(/^\\B/)) return { kind: 'place', at: 'noWord' }
    const char =
      take(/^\[(?:\\.|[^\]\\])*\]/su) ??
      take(/^\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[pP]\{[^}]+\}|0(?!\d)|[^\w]|[dDsSwWtnvfr])/iu) ??
      take(/^[^\\()[\]{}*+?|]/u)
    if (!char) throw new NotRegularError()
    return { kind: 'char', source: char[0] }
  }
  const looks: Look[] = []
  if (take(/^\^(?=\(\?[=!])/)) {
    for (let found = take(/^\(\?([=!])/); found; found = take(/^\(\?([=!])/)) {
      looks.push({ kind: found[1] === '=' ? 'ahead' : 'notAhead', part: choice() })
      if (!take(/^\)/)) throw new NotRegularError()
    }
  }
  const root = choice()
  // Another branch would not look ahead.
  if (rest !== '' || (looks.length > 0 && root.kind === 'choice')) throw new NotRegularError()
  return { looks, root }
}

function emit(node: Node, program: Instruction[]) {
  if (program.length > maxLength) throw new NotRegularError()
  if (node.kind === 'char') program.push(['char', node.source])
  else if (node.kind === 'place') program.push([node.at])
  else if (node.kind === 'list') for (const part of node.parts) emit(part, program)
  else if (node.kind === 'choice') emitChoice(node.parts, program)
  else emitRepeat(node, program)
}

function emitChoice(parts: Node[], program: Instruction[]) {
  const jumps: number[] = []
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    const split = program.length
    if (!isLast) program.push(['split', split + 1, 0])
    emit(part, program)
    if (isLast) continue
    jumps.push(program.length)
    program.push(['jump', 0])
    program[split] = ['split', split + 1, program.length]
  }
  for (const jump of jumps) program[jump] = ['jump', program.length]
}

function emitRepeat({ part, least, most }: Repeat, program: Instruction[]) {
  for (let n = 0; n < least; n++) emit(part, program)
  if (most === Infinity) {
    const split = program.length
    program.push(['split', split + 1, 0])
    emit(part, program)
    program.push(['jump', split])
    program[split] = ['split', split + 1, program.length]
    return
  }
  const splits: number[] = []
  for (let n = least; n < most; n++) {
    splits.push(program.length)
    program.push(['split', program.length + 1, 0])
    emit(part, program)
  }
  for (const split of splits) program[split] = ['split', split + 1, program.length]
}
