// Prints TypeScript as a person would write it: text that fits stays on one line, other text is wrapped.

/** Text that knows where it may be wrapped. */
export type Doc = string | Doc[] | Group | Indent | Line | Choice

/** All lines of a group stay on one line, or all of them break. */
type Group = { kind: 'group'; doc: Doc }
type Indent = { kind: 'indent'; doc: Doc }
/** `flat` is its text on one line; `broken` stands before the new line. A hard line always breaks. */
type Line = { kind: 'line'; flat: string; broken: string; hard: boolean }
/** The first alternative that fits up to its first new line; else the last one. */
type Choice = { kind: 'choice'; alternatives: Doc[] }

export const maxWidth = 120

export const group = (...doc: Doc[]): Doc => ({ kind: 'group', doc })
export const indent = (...doc: Doc[]): Doc => ({ kind: 'indent', doc })
export const choice = (...alternatives: Doc[]): Doc => ({ kind: 'choice', alternatives })
export const line: Doc = { kind: 'line', flat: ' ', broken: '', hard: false }
export const softline: Doc = { kind: 'line', flat: '', broken: '', hard: false }
export const hardline: Doc = { kind: 'line', flat: '', broken: '', hard: true }
/** The last line of a list: a list that breaks has a comma after its last item. */
export const lastLine = (flat: string): Doc => ({ kind: 'line', flat, broken: ',', hard: false })

export const join = (separator: Doc, docs: Doc[]): Doc =>
  docs.map((doc, index) => (index === 0 ? doc : [separator, doc]))

type Command = { doc: Doc; indentation: number; isFlat: boolean }

export function print(doc: Doc, width = maxWidth): string {
  const written: string[] = []
  let column = 0
  // The whole text is joined once: to look into a growing text takes time that grows with it.
  const write = (text: string) => {
    written.push(text)
    const newLine = text.lastIndexOf('\n')
    column = newLine < 0 ? column + text.length : text.length - newLine - 1
  }
  const commands: Command[] = [{ doc, indentation: 0, isFlat: false }]
  for (let command = commands.pop(); command; command = commands.pop()) {
    const { doc, indentation, isFlat } = command
    if (typeof doc === 'string') {
      write(doc)
    } else if (!Array.isArray(doc) && doc.kind === 'line') {
      write(isFlat && !doc.hard ? doc.flat : `${doc.broken}\n${' '.repeat(indentation)}`)
    } else if (!Array.isArray(doc) && doc.kind === 'choice') {
      commands.push(chosen(doc.alternatives, command, commands, width - column))
    } else {
      const breaks = !Array.isArray(doc) && doc.kind === 'group' && !isFlat && !fits(command, commands, width - column)
      commands.push(...partsOf(command, breaks))
    }
  }
  return written.join('').replace(/ +$/gm, '')
}

/** The parts of a list, a group or an indentation, the last one first. */
function partsOf({ doc, indentation, isFlat }: Command, breaks: boolean): Command[] {
  if (Array.isArray(doc)) return doc.map((part) => ({ doc: part, indentation, isFlat })).reverse()
  if (typeof doc === 'string' || doc.kind === 'line') return [{ doc, indentation, isFlat }]
  if (doc.kind === 'choice') return [{ doc: doc.alternatives[0] ?? '', indentation, isFlat }]
  if (doc.kind === 'indent') return [{ doc: doc.doc, indentation: indentation + 2, isFlat }]
  return [{ doc: doc.doc, indentation, isFlat: !breaks }]
}

function chosen(alternatives: Doc[], command: Command, rest: Command[], room: number): Command {
  const candidates = alternatives.map((doc) => ({ ...command, doc }))
  const [flat, ...broken] = candidates
  if (flat && (command.isFlat || fits({ ...flat, isFlat: true }, rest, room))) return { ...flat, isFlat: true }
  const last = candidates.at(-1) ?? command
  return broken.find((candidate) => candidate !== last && fits(candidate, rest, room, false)) ?? last
}

/** Whether the text up to the next possible new line has room. `flat`: no hard line may be in it. */
function fits(command: Command, rest: Command[], room: number, flat = true): boolean {
  if (flat && hasHardLine(command.doc)) return false
  const waiting = [{ ...command, isFlat: true }]
  for (let after = rest.length; room >= 0;) {
    const next = waiting.pop() ?? rest[--after]
    if (!next) return true
    const { doc } = next
    if (typeof doc === 'string') {
      const [first = ''] = doc.split('\n')
      room -= first.length
      if (first !== doc) return room >= 0
    } else if (!Array.isArray(doc) && doc.kind === 'line') {
      if (doc.hard || !next.isFlat) return true
      room -= doc.flat.length
    } else waiting.push(...partsOf(next, !next.isFlat))
  }
  return false
}

const hardLines = new WeakMap<object, boolean>()

function hasHardLine(doc: Doc): boolean {
  if (typeof doc === 'string') return false
  if (Array.isArray(doc)) return doc.some(hasHardLine)
  if (doc.kind === 'line') return doc.hard
  const known = hardLines.get(doc) ?? hasHardLine(doc.kind === 'choice' ? (doc.alternatives[0] ?? '') : doc.doc)
  hardLines.set(doc, known)
  return known
}
