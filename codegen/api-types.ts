// generated/api.ts: the contract's types.
import ts from 'typescript'
import { usesIn } from './model/normal/forms.ts'
import type { Written } from './model/normal/schema.ts'
import type { Contract, Model } from './model.ts'
import { comment, isShort, wrapped } from './typescript/comment.ts'
import { astToString, NEVER, STRING, typesOf } from './typescript/openapi-typescript.ts'
import { withUndefined } from './typescript/optional-members.ts'
import { withPlainComments } from './typescript/plain-comments.ts'
import { print } from './typescript/print.ts'
import { quote } from './typescript/syntax.ts'
import { received, receivedDocument, type ReceivedType } from './typescript/received-document.ts'
import { never, typedDocument, withOwnNames } from './typescript/typed-document.ts'

export function renderApiTypes(model: Model): string {
  // Safe cast: the document writes its schemas in this form.
  const schemas = (model.normal.components?.schemas ?? {}) as Record<string, Written>
  const { request } = usesIn(model.normal, schemas)
  return renderTypes(typedDocument(model), (name) => request.has(name))
}

/** generated/received.ts: the types of requests as operations receive them, where callers send something else. */
export function renderReceivedTypes(model: Model): string {
  const document = receivedDocument(model)
  if (!document) return 'export type operations = Record<never, never>\n'
  const all = renderTypes(document)
  // Nobody looks a request up by its path.
  const types = all.slice(all.search(/^export (interface|type) components/m))
  return types.includes('ReceivedFile') ? `${receivedFile}${types}` : types
}

const receivedFile = `/** A file of a form. */
export type ReceivedFile = { name: string | undefined; type: string; content: Uint8Array }

`

function renderTypes(document: Contract, isSent?: (schema: string) => boolean): string {
  const nodes = typesOf(document, (schema) => ownType(schema as Record<string, unknown>))
  const all = isSent ? withUndefined(nodes, isSent) : nodes
  return inProjectStyle(withOwnNames(astToString(withPlainComments(all))))
}

function ownType(schema: Record<string, unknown>): ts.TypeNode | undefined {
  if (never in schema) return NEVER
  switch (schema[received] as ReceivedType | undefined) {
    case 'file':
      return ts.factory.createTypeReferenceNode('ReceivedFile')
    case 'bytes':
      return ts.factory.createTypeReferenceNode('Uint8Array')
    case 'text':
      return STRING
    case undefined:
      return undefined
  }
}

/** openapi-typescript prints one member a line, indented by four spaces. */
function inProjectStyle(source: string): string {
  const lines = withUnionsBelow(source.split('\n')).flatMap((line) => {
    const text = line.trimStart()
    const depth = Math.floor((line.length - text.length) / 4) * 2
    const indentation = ' '.repeat(depth)
    return styled(text, depth).map((part) => (part === '' ? '' : indentation + part))
  })
  return withBrokenUnions(lines).join('\n')
}

/** A member with types before its object, as `a?: 1 | {`. */
const otherBefore = /^( *(?:'(?:[^'\\]|\\.)*'|[^ ']+?)\??:) (.+) \|$/

/** An inline object or undefined: each of a union of several lines begins on a line of its own. */
function withBrokenUnions(lines: string[]): string[] {
  const result = [...lines]
  for (let end = 0; end < result.length; end++) {
    const [, space] = /^( *)\} \| undefined$/.exec(result[end] ?? '') ?? []
    if (space === undefined) continue
    const start = result.findLastIndex(
      (text, at) => at < end && text.startsWith(space) && /^\S.*\{$/.test(text.slice(space.length)),
    )
    const written = result[start]?.slice(0, -2) ?? ''
    const [, name, before] = otherBefore.exec(written) ?? []
    const head = name === undefined ? [written] : [name, `${space}  | ${before ?? ''}`]
    const body = result.slice(start + 1, end).map((text) => (text === '' ? text : `    ${text}`))
    result.splice(start, end - start + 1, ...head, `${space}  | {`, ...body, `${space}    }`, `${space}  | undefined`)
    end += head.length + 1
  }
  return result
}

const level = '    '
const maxLine = 120

/** A union that is too long for a line has a line for each member. */
function longUnion(line: string): string[] {
  const [, indentation = '', name = '', types = ''] = /^( *)([^ ]+:) ([^ ]+(?: \| [^ ]+)+);$/.exec(line) ?? []
  // Its own style has two spaces a level, and no semicolon.
  if (types === '' || line.length - indentation.length / 2 - 1 <= maxLine) return [line]
  return [`${indentation}${name}`, ...types.split(' | ').map((type) => `${indentation}${level}| ${type}`)]
}

/** The beginning of a union of objects, and the type before the first one. */
const firstTypes = /^(.*?:)(?: (\S.*) \|)? \{$/

/** The end of a union of objects, and the types after the last object, as ` | undefined`. */
const otherTypes = /^\}((?: \| [\w"]+)*);$/

/** A union of objects stands below its name, each object two levels deeper. */
function withUnionsBelow(lines: string[]): string[] {
  const shaped = lines.flatMap(longUnion)
  for (let middle = 0; middle < shaped.length; middle += 1) {
    const [, indentation] = /^( *)\} \| \{$/.exec(shaped[middle] ?? '') ?? []
    if (indentation === undefined) continue
    const isAtSameDepth = (line: string) => line.startsWith(indentation) && /\S/.test(line.charAt(indentation.length))
    const start = shaped.findLastIndex((line, at) => at < middle && isAtSameDepth(line))
    const isLast = (line: string) => line.startsWith(`${indentation}}`) && line !== `${indentation}} | {`
    const end = shaped.findIndex((line, at) => at > middle && isLast(line))
    const [first = '', ...rest] = shaped.slice(start, end + 1)
    const others = otherTypes.exec(shaped[end]?.slice(indentation.length) ?? '')?.[1]
    // Another form stays as it is printed, as a list of such unions.
    const [, head, before] = firstTypes.exec(first) ?? []
    if (others === undefined || head === undefined) continue
    const below = rest.flatMap((line, at) => {
      if (line === `${indentation}} | {`) return [`${indentation}${level.repeat(2)}}`, `${indentation}${level}| {`]
      if (at < rest.length - 1 || others === '') return [`${level.repeat(2)}${line}`]
      const types = others.split(' | ').slice(1)
      return [`${indentation}${level.repeat(2)}}`, ...types.map((type) => `${indentation}${level}| ${type}`)]
    })
    const above = before === undefined ? [] : [`${indentation}${level}| ${before}`]
    shaped.splice(start, end + 1 - start, head, ...above, `${indentation}${level}| {`, ...below)
  }
  return shaped
}

function styled(text: string, depth: number): string[] {
  const [, doc] = /^\/\*\* (.*) \*\/$/.exec(text) ?? []
  if (doc !== undefined && isShort(doc, depth) && doc === doc.trim()) return [text]
  if (doc !== undefined) return print(comment(doc, depth)).trimEnd().split('\n')
  if (text.startsWith('/**')) return [text]
  if (text.startsWith('*')) return wrapped(text.slice(2), depth).map((part) => ` ${text.slice(0, 2)}${part}`)
  const withoutSemicolon = text.replace(/;$/, '')
  // Safe cast: a string between double quotes in TypeScript's output is a string of JSON too.
  return [withoutSemicolon.replace(/"(?:[^"\\]|\\.)*"/g, (json) => quote(JSON.parse(json) as string))]
}
