// The limits of a value in the form of zod's checks: lengths, bounds, patterns and formats.
import { forbidden } from '../../model/normal/forms.ts'
import type { Written } from '../../model/normal/schema.ts'
import { variableFrom } from '../../identifiers.ts'
import { portablePattern } from '../../patterns/portable.ts'
import type { Doc } from '../../typescript/print.ts'
import { call, quote } from '../../typescript/syntax.ts'
import { expressionFor } from '../formats.ts'

const keywords: Record<string, string[]> = {
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties', forbidden],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
}

/** Whether a schema without a type says something about values of this type. */
export const isImplied = (type: string, schema: Written) =>
  keywords[type]?.some((keyword) => keyword in schema) ?? false

/** What the module needs besides the expression: constants for formats, and what is left unchecked, for the reader. */
export type Found = { notes: string[]; formats: Map<string, RegExp> }

export function limitsOf(type: string, schema: Written, found: Found): Doc[] {
  switch (type) {
    case 'string':
      return textLimits(schema, found)
    case 'integer':
    case 'number':
      return numberLimits(schema)
    case 'array':
      return listLimits(schema)
    case 'object':
      return objectLimits(schema)
    default:
      return []
  }
}

const numberIn = (schema: Written, keyword: string): number | undefined => {
  const value = schema[keyword]
  return typeof value === 'number' ? value : undefined
}

function textLimits(schema: Written, found: Found): Doc[] {
  const { pattern } = schema
  const [least = 0, most] = [numberIn(schema, 'minLength'), numberIn(schema, 'maxLength')]
  return [
    // One character is at least one unit of JavaScript's length.
    ...(least === 1 ? ['z.minLength(1)'] : least > 1 ? [`parts.shortest(${least})`] : []),
    ...(most === undefined ? [] : [`parts.longest(${most})`]),
    ...(typeof pattern === 'string' ? patternCheck(pattern, found) : []),
  ]
}

function patternCheck(pattern: string, found: Found): Doc[] {
  const portable = portablePattern(pattern)
  if (portable === undefined) found.notes.push(`the pattern ${pattern}`)
  return portable === undefined ? [] : [call('z.regex', [String(new RegExp(portable, 'u'))])]
}

/** The formats that zod has another name for. By these names its messages are in words, in each of its languages. */
const zodNames: Partial<Record<string, string>> = { 'date-time': 'datetime', uri: 'url', byte: 'base64' }

/** A text, or one of a format: a message names the format, and not its long expression. */
export function textOf({ format }: Written, found: Found): Doc {
  if (typeof format !== 'string') return 'z.string()'
  const expression = expressionFor(format)
  if (expression === undefined) found.notes.push(`the format ${format}`)
  if (!expression) return 'z.string()'
  const name = `${variableFrom(format)}Format`
  found.formats.set(name, expression)
  return call('z.stringFormat', [quote(zodNames[format] ?? format), name])
}

function numberLimits(schema: Written): Doc[] {
  const divisor = numberIn(schema, 'multipleOf')
  const bound = (keyword: string, exclusive: string, [inside, beyond]: [string, string]) => {
    const value = numberIn(schema, keyword)
    return value === undefined ? [] : [`z.${schema[exclusive] === true ? beyond : inside}(${value})`]
  }
  return [
    ...bound('minimum', 'exclusiveMinimum', ['gte', 'gt']),
    ...bound('maximum', 'exclusiveMaximum', ['lte', 'lt']),
    ...(divisor === undefined ? [] : [`parts.multiple(${divisor})`]),
  ]
}

function listLimits(schema: Written): Doc[] {
  const [least = 0, most] = [numberIn(schema, 'minItems'), numberIn(schema, 'maxItems')]
  return [
    ...(least > 0 ? [`z.minLength(${least})`] : []),
    ...(most === undefined ? [] : [`z.maxLength(${most})`]),
    ...(schema.uniqueItems === true ? ['parts.unique'] : []),
  ]
}

function objectLimits(schema: Written): Doc[] {
  const [least = 0, most] = [numberIn(schema, 'minProperties'), numberIn(schema, 'maxProperties')]
  if (least === 0 && most === undefined) return []
  return [`parts.size(${[least, most].filter((limit) => limit !== undefined).join(', ')})`]
}
