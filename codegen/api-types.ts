// generated/api.ts: the contract's types. Only this file imports openapi-typescript.
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import type { OpenAPIV3 } from 'openapi-types'
import type { Answer, Contract, Model } from './model.ts'
import { comment, wrapped } from './typescript/comment.ts'
import { print } from './typescript/print.ts'
import { quote } from './typescript/syntax.ts'

export async function renderApiTypes(model: Model): Promise<string> {
  // Safe cast: both are types of OpenAPI 3.0. They differ in how they write optional members.
  const nodes = await openapiTS(withInlineHeaders(model) as unknown as OpenAPI3)
  return inProjectStyle(astToString(nodes))
}

/** openapi-typescript takes a header behind a $ref for a required one. */
function withInlineHeaders({ document, operations, sharedAnswers }: Model): Contract {
  const copy = structuredClone(document)
  const inline = (response: OpenAPIV3.ResponseObject | OpenAPIV3.ReferenceObject | undefined, { headers }: Answer) => {
    if (!response || '$ref' in response || headers.length === 0) return
    response.headers = Object.fromEntries(headers.map(({ name, written }) => [name, written]))
  }
  for (const [name, answer] of Object.entries(sharedAnswers)) inline(copy.components?.responses?.[name], answer)
  for (const { path, method, answers } of operations) {
    for (const answer of answers) inline(copy.paths[path]?.[method]?.responses[answer.status], answer)
  }
  return copy
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
