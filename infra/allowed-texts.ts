// What the contract allows in each place of a request: the texts that a firewall's rule may find there, and how long they are.
import { fits } from '../codegen/model/fits.ts'
import type { Operation, Schema } from '../codegen/model.ts'
import type { Place } from './managed-rules.ts'

/** The schemas of the texts in a place of the operation, and the fixed texts there. */
export function textsIn({ method, path, parameters, body }: Operation, place: Place): Schema[] {
  const parametersIn = (kind: string) => parameters.filter((parameter) => parameter.in === kind)
  const named = (kind: string) =>
    parametersIn(kind).flatMap(({ name, schema }) => [fixed(name), ...leavesOf(schema ?? {})])
  switch (place) {
    case 'method':
      return [fixed(method)]
    case 'path':
      return [...path.split('/').map(fixed), ...parametersIn('path').flatMap(({ schema }) => leavesOf(schema ?? {}))]
    case 'query':
      return named('query')
    case 'headers':
      return named('header')
    case 'userAgent':
      return parametersIn('header').flatMap(({ name, schema }) => (isUserAgent(name) ? leavesOf(schema ?? {}) : []))
    case 'cookie':
      return named('cookie')
    case 'body':
      // A body that is no JSON may hold anything.
      return (body?.content ?? []).flatMap(({ kind, schema }) => (kind === 'json' && schema ? leavesOf(schema) : [{}]))
    // The contract says nothing of the host: it is the API's own address.
    case 'host':
      return []
  }
}

const fixed = (text: string): Schema => ({ type: 'string', enum: [text] })

export const isUserAgent = (name: string) => name.toLowerCase() === 'user-agent'

/** The schemas of all texts in a value, with the names of members. A schema that contains itself is read once. */
function leavesOf(schema: Schema, seen = new Set<Schema>()): Schema[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { type, properties = {}, additionalProperties, items, oneOf = [], anyOf = [], allOf = [] } = schema
  // The model has resolved all references.
  const branches = [...oneOf, ...anyOf, ...allOf] as Schema[]
  if (branches.length > 0) return branches.flatMap((branch) => leavesOf(branch, seen))
  if (type === 'array') return items ? leavesOf(items as Schema, seen) : [{}]
  if (type === 'object' || Object.keys(properties).length > 0) {
    const named = Object.entries(properties).flatMap(([name, member]) => [
      fixed(name),
      ...leavesOf(member as Schema, seen),
    ])
    if (additionalProperties === false) return named
    // Members with free names: the names are texts, too.
    const others = typeof additionalProperties === 'object' ? leavesOf(additionalProperties as Schema, seen) : [{}]
    return [...named, {}, ...others]
  }
  return type === undefined || type === 'string' ? [schema] : []
}

/** Whether some text that has the example in it is valid. */
export const allows = (schema: Schema, example: string): boolean =>
  [example, `a${example}`, `${example}a`, `${example}-1`, `a/${example}`]
    .flatMap((text) => [text, padded(schema, text)])
    .some((text) => fits(schema, text))

const padded = ({ minLength = 0 }: Schema, text: string) => text.padEnd(minLength, 'a')

/** The longest value that is sent for a text, in bytes, with escapes. */
export function longestOf(schema: Schema): number {
  if (schema.enum) return Math.max(...schema.enum.map((value: unknown) => encodeURIComponent(String(value)).length))
  const { maxLength = Infinity } = schema
  return maxLength * Math.max(...probes.filter(([character]) => allows(schema, character)).map(([, bytes]) => bytes), 1)
}

/** One character of each length that UTF-8 and percent-encoding make of it. */
const probes: [character: string, bytes: number][] = [
  [' ', 3],
  ['ä', 6],
  ['€', 9],
  ['😀', 12],
]
