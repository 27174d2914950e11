// Gives a tree the names of another project: in code, texts, addresses, variables and paths.
import ts from 'typescript'
import { escaped } from '../../escape.ts'
import type { Names } from '../../model/names.ts'

type Place = {
  /** The text before and after the word. */
  before: string
  after: string
  /** The word is an identifier of a program, not a part of a text. */
  isIdentifier: boolean
}

/** Every word that names the project: the spelling tells what kind of name it is. */
export function renameText(path: string, text: string, from: Names, to: Names): string {
  const words = [...new Set([from.title, upper(from), from.identifier, from.variable, from.name])]
  const pattern = new RegExp(
    words
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'g',
  )
  if (!pattern.test(text)) return lowercased(text, from, to)
  const identifiers = identifiersOf(path, text)
  const renamed = text.replace(pattern, (word: string, at: number) =>
    nameFor(word, from, to, {
      before: text.slice(Math.max(0, at - 40), at),
      after: text.slice(at + word.length, at + word.length + 40),
      isIdentifier: identifiers.has(at),
    }),
  )
  return lowercased(renamed, from, to)
}

/** Spellings that are none of the names, as `acmedesk` in an id that allows letters alone. */
function lowercased(text: string, from: Names, to: Names): string {
  return text.replace(new RegExp(escaped(from.identifier), 'gi'), (word) =>
    word === word.toUpperCase() ? to.identifier.toUpperCase() : to.identifier.toLowerCase(),
  )
}

const upper = ({ name }: Names) => name.toUpperCase().replaceAll('-', '_')

function nameFor(word: string, from: Names, to: Names, place: Place): string {
  if (word === upper(from)) return upper(to)
  const { before, after, isIdentifier } = place
  if (word === from.identifier || word === from.title) {
    const isJoined = /\w$/.test(before) || /^\w/.test(after)
    if (word !== from.title) return to.identifier
    return word === from.identifier && (isJoined || isIdentifier || isType(place)) ? to.identifier : to.title
  }
  // A module of Python.
  if (/^_[a-z]/.test(after)) return to.name.replaceAll('-', '_')
  if (word === from.variable && (word !== from.name || isIdentifier || isVariable(place))) return to.variable
  return /[a-z]$/.test(before) || /^[a-z]/.test(after) ? to.name.replaceAll('-', '') : to.name
}

/** In a text that has code: `type Frontdesk`, `sdk.Frontdesk`, and `import Frontdesk` and `= Frontdesk(` of Python. */
const isType = ({ before, after }: Place) =>
  (/(type |\bSdk\.|\bsdk\.|\{ |: |import )$/.test(before) && /^[`'" ),>;}]/.test(after)) ||
  (before.endsWith(' = ') && after.startsWith('('))

/** In a text that has code: `frontdesk.cases`, `const frontdesk =`, `options(frontdesk)`. */
function isVariable({ before, after }: Place): boolean {
  if (/[\w/@-]$/.test(before) || /[/.:]\/$/.test(before)) return false
  if (/^\.(test|example|org|com|net|auth)\b/.test(after)) return false
  // The beginning of a line of Python.
  if ((before === '' || before.endsWith('\n')) && after.startsWith(' = ')) return true
  if (/^\.[a-z]\w*/.test(after) && !/^\.(ts|json|yaml|md)\b/.test(after)) return true
  return /\b(const|let|await|of|yield) $/.test(before) || (/[(]$/.test(before) && /^[,)]/.test(after))
}

/** The places of identifiers in a program. Other files have none. */
function identifiersOf(path: string, text: string): Set<number> {
  const places = new Set<number>()
  if (!/\.(ts|tsx|js|mjs)$/.test(path)) return places
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false)
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) places.add(node.getStart(file))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return places
}
