// generated/client-sdk/zod.ts: a zod schema for each schema of the contract, and for what each operation takes and gives.
import { namesIn } from '../../contract-names.ts'
import { usesIn } from '../../model/normal/forms.ts'
import { componentName, type Written } from '../../model/normal/schema.ts'
import { followIn } from '../../model/references.ts'
import type { Model } from '../../model.ts'
import { comment } from '../../typescript/comment.ts'
import { group, hardline, indent, join, line, print, type Doc } from '../../typescript/print.ts'
import { proposes } from '../../typescript/proposals.ts'
import { call, importFrom, quote } from '../../typescript/syntax.ts'
import { facadeOf, offeredSchemas } from '../facade.ts'
import { runtime } from '../runtime.ts'
import { expressionOf, type Scope } from './expression.ts'
import { partsOf, type Part } from './operations.ts'
import { orderOf } from './order.ts'

export function renderZod(model: Model): string {
  const names = namesIn(model)
  const follow = followIn(model.normal)
  // Safe cast: the document writes its schemas in this form.
  const written = (model.normal.components?.schemas ?? {}) as Record<string, Written>
  const offered = offeredSchemas(model)
  const schemas = Object.fromEntries(Object.entries(written).filter(([name]) => name in offered))
  const order = orderOf(schemas)
  const { request } = usesIn(model.normal, written)
  const formats = new Map<string, RegExp>()
  // The type of a proposal says more than its schema: which tool takes which arguments. The type of a schema that
  // contains itself is not inferred, and its optional members need not be those of the contract's types.
  const isTyped = (name: string) => order.isRecursive(name) || proposes in (schemas[name] ?? {})
  const scopeIn = (inside: string | undefined, isRequest: boolean): Scope => ({
    follow,
    nameOf: (reference) => names.schema(componentName(reference) ?? ''),
    isLater: (reference) => order.isLater(reference, inside),
    isTyped: (reference) => isTyped(componentName(reference) ?? ''),
    absent: isRequest ? 'optional' : 'exactOptional',
    found: { notes: [], formats },
  })
  const ofSchemas = order.names.map((name) => {
    const scope = scopeIn(name, request.has(name))
    const schema = schemas[name] ?? {}
    const own = `components['schemas'][${quote(name)}]`
    const typed = (expression: Doc): Doc => (isTyped(name) ? call(`parts.typed<${own}>`, [expression]) : expression)
    const expression = typed(expressionOf(scope, schema))
    const type = order.isRecursive(name) ? `z.ZodType<${own}>` : undefined
    const { description = '' } = schema as { description?: string }
    return constant({ name: names.schema(name), expression, text: description, notes: scope.found.notes, type })
  })
  const ofOperations = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .flatMap((method) => {
      const parts = partsOf(model, method, (isRequest) => scopeIn(undefined, isRequest))
      return parts.map((part) => constant(part))
    })
  const code = print([join([hardline, hardline], [...ofSchemas, ...ofOperations]), hardline])
  const expressions = [...formats].map(([name, expression]): Doc => [
    [`const ${name} =`, group(indent(line, String(expression)))],
    hardline,
  ])
  return print([
    ["import * as z from 'zod'", hardline],
    code.includes('parts.') ? [`import * as parts from '${runtime}/zod-parts.ts'`, hardline] : '',
    code.includes("components['") ? [importFrom('import type', ['components'], '../api.ts'), hardline] : '',
    [hardline, expressions.length > 0 ? [expressions, hardline] : '', code],
  ])
}

function constant({ name, expression, text, notes = [], type }: Part): Doc {
  const unchecked = notes.length > 0 ? `Not checked here: ${[...new Set(notes)].join('; ')}.` : ''
  const doc = [text, unchecked].filter(Boolean).join('\n\n')
  const isAlias = typeof expression === 'string' && /^\w+$/.test(expression)
  return [
    doc ? comment(doc) : '',
    `export const ${name}${type === undefined ? '' : `: ${type}`} =`,
    // Bundlers leave out what nobody uses, because the call is marked. Inside of it nothing needs a mark.
    isAlias ? [' ', expression] : [' /* @__PURE__ */ (() =>', group(indent(line, expression)), ')()'],
  ]
}
