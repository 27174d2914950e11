// The longest path, query and headers that an operation allows fit into a request that API Gateway accepts.
import type { Oas3Parameter, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { follow, keyOf, type Schema } from '../place.ts'

/**
 * API Gateway accepts 10,240 bytes of request line and header values. 4 KiB of them are for what is no parameter: a
 * token of up to 3 KiB, and the headers that clients, browsers and proxies add.
 */
const maxBytes = 6144

export const boundedHeads: Oas3Rule = () =>
  eachOperation(({ parameters, location, node: { operationId = '' } }, ctx) => {
    const sizes = parameters.map((parameter) => ({ name: parameter.name, bytes: bytesOf(parameter, ctx) }))
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    if (total <= maxBytes) return
    const [largest] = sizes.sort((a, b) => b.bytes - a.bytes)
    ctx.report({
      message: `The parameters of ${operationId} can have ${total} bytes, of which API Gateway leaves ${maxBytes}; the largest is ${largest?.name ?? ''} (${largest?.bytes ?? 0}).`,
      location: keyOf(location),
    })
  })

function bytesOf({ name, in: place, schema: written }: Oas3Parameter, ctx: UserContext): number {
  const schema = written && follow<Schema>(ctx, written, ctx.location)?.node
  if (!schema) return 0
  // A query has the name too, `=` and `&`.
  return valueBytes(schema, place) + (place === 'query' ? name.length + 2 : 0)
}

function valueBytes(schema: Schema, place: string | undefined): number {
  const { type, enum: values, minimum = 0, maximum = 0, maxLength = 0, pattern } = schema
  if (values) return Math.max(...values.map((value) => encodeURIComponent(String(value)).length))
  if (type !== 'string') return Math.max(String(minimum).length, String(maximum).length)
  return maxLength * (place === 'header' ? 1 : bytesOfCharacter(pattern))
}

/** A percent-escape has three bytes. A character outside ASCII has up to four escapes. */
function bytesOfCharacter(pattern: string | undefined): number {
  if (pattern === undefined || !isAscii(pattern)) return 12
  const withoutCounts = pattern.replace(/\{[\d,]+\}|(?<=[\])])[+*?]/g, '')
  // encodeURIComponent leaves these characters as they are.
  return /^[\w.~^$[\]()|-]*$/.test(withoutCounts) ? 1 : 3
}

/** Whether a pattern matches texts of ASCII only. A negated class, a dot or a class like \S matches more. */
function isAscii(pattern: string): boolean {
  const outside = pattern.replace(/\[[^\]]*\]/g, '')
  return !/\[\^|\\[DSWpPux]|[^\x20-\x7e]/.test(pattern) && !/(?<!\\)\./.test(outside)
}
