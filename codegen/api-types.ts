// generated/api.ts: the contract's types. Only this file imports openapi-typescript.
import openapiTS, { astToString, NEVER, type OpenAPI3 } from 'openapi-typescript'
import type { Contract, Model } from './model.ts'
import { comment, wrapped } from './typescript/comment.ts'
import { print } from './typescript/print.ts'
import { quote } from './typescript/syntax.ts'
import { never, typedDocument } from './typescript/typed-document.ts'

export const renderApiTypes = (model: Model): Promise<string> => renderTypes(typedDocument(model))

export async function renderTypes(document: Contract): Promise<string> {
  // Safe cast: both are types of OpenAPI 3.0. They differ in how they write optional members.
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    // A caller may leave out a member with a default.
    defaultNonNullable: false,
    transform: (schema) => (never in schema ? NEVER : undefined),
  })
  return inProjectStyle(astToString(nodes))
}

/** openapi-typescript prints one member a line, indented by four spaces. */
function inProjectStyle(source: string): string {
  const lines = source.split('\n').flatMap((line) => {
    const text = line.trimStart()
    const depth = Math.floor((line.length - text.length) / 4) * 2
    const indentation = ' '.repeat(depth)
    return styled(text, depth).map((part) => (part === '' ? '' : indentation + part))
  })
  return lines.join('\n')
}

function styled(text: string, depth: number): string[] {
  const [, doc] = /^\/\*\* (.*) \*\/$/.exec(text) ?? []
  if (doc !== undefined) return print(comment(doc, depth)).trimEnd().split('\n')
  if (text.startsWith('/**')) return [text]
  if (text.startsWith('*')) return wrapped(text.slice(2), depth).map((part) => ` ${text.slice(0, 2)}${part}`)
  const withoutSemicolon = text.replace(/;$/, '')
  // Safe cast: a string between double quotes in TypeScript's output is a string of JSON too.
  return [withoutSemicolon.replace(/"(?:[^"\\]|\\.)*"/g, (json) => quote(JSON.parse(json) as string))]
}
