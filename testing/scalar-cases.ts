// Texts and numbers at the limits of a schema, which it must accept or refuse.
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Schema } from './contract-operations.ts'

/** A whole value that differs from a good value at `pointer` only. */
export type SchemaCase = { kind: string; pointer: string; value: unknown; fits: boolean }

const ajv = addFormats.default(new Ajv({ strict: false, strictNumbers: true, allErrors: true }))

export const fits = (schema: Schema, value: unknown): boolean => ajv.validate(schema, value)

/** Texts of each format. The tests stop at a format that is not listed. */
const formats: Record<string, { good: string[]; bad: string[] }> = {
  date: {
    good: ['2024-02-29', '2000-02-29'],
    bad: ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-1'],
  },
  uuid: { good: ['123e4567-e89b-12d3-a456-426614174000'], bad: ['123e4567e89b12d3a456426614174000', 'x'] },
}

export const refused = (kind: string, value: unknown): SchemaCase => ({ kind, pointer: '', value, fits: false })
export const accepted = (kind: string, value: unknown): SchemaCase => ({ kind, pointer: '', value, fits: true })

export function enumCases(values: unknown[]): SchemaCase[] {
  const wrong = values.flatMap((value) => [`${String(value)} `, String(value).toUpperCase()])
  return [
    ...values.map((value) => accepted('enum', value)),
    ...['nope', '', ...wrong].filter((one) => !values.includes(one)).map((one) => refused('enum', one)),
  ]
}

export function stringCases(schema: Schema, good: string): SchemaCase[] {
  const { minLength = 0, maxLength, pattern, format } = schema
  const broken = [' ', '\t', '/', '\u0001', '\u007f', '🎈', `${good}\n`, ` ${good}`, `${good} `, '-', 'a,b', '']
  const known = format === undefined ? { good: [], bad: [] } : formats[format]
  if (!known) throw new Error(`There are no texts for the format ${format ?? ''}.`)
  const taken = [
    accepted('minLength', ''),
    accepted('minLength', stretch(schema, good, Math.max(minLength, 1))),
    ...(maxLength === undefined
      ? []
      : [
          accepted('maxLength', stretch(schema, good, maxLength)),
          // Lengths count characters. This character has length 2 in JavaScript.
          accepted('maxLength in characters', '🎈'.repeat(maxLength)),
        ]),
    ...known.good.map((text) => accepted('format', text)),
  ]
  return [
    // A pattern or a minimum length may refuse some of them.
    ...taken.filter(({ value }) => fits(schema, value)),
    ...(minLength > 0 ? [refused('minLength', good.slice(0, minLength - 1))] : []),
    ...(maxLength === undefined ? [] : [refused('maxLength', good.padEnd(maxLength + 1, 'a'))]),
    ...broken
      .filter((text) => pattern !== undefined && !new RegExp(pattern, 'u').test(text))
      .map((text) => refused('pattern', text)),
    ...known.bad.map((text) => refused('format', text)),
  ]
}

/** A text that fits, for a schema without an example. */
export const sampleText = (schema: Schema): string =>
  formats[schema.format ?? '']?.good[0] ?? stretch(schema, 'sample', 6)

/** A text of this length, which fits if the schema accepts any of its candidates. */
function stretch(schema: Schema, good: string, length: number): string {
  const candidates = [good.slice(0, length).padEnd(length, good.at(-1)), 'a'.repeat(length), '0'.repeat(length)]
  return candidates.find((text) => fits(schema, text)) ?? good
}

export function numberCases({ type, minimum, maximum }: Schema): SchemaCase[] {
  const step = type === 'integer' ? 1 : 0.01
  const beside = (bound: number, by: number) => Math.round((bound + by) * 100) / 100
  return [
    ...(minimum === undefined
      ? []
      : [accepted('minimum', minimum), refused('minimum', beside(minimum, -step)), refused('minimum', -1e300)]),
    ...(maximum === undefined
      ? []
      : [accepted('maximum', maximum), refused('maximum', beside(maximum, step)), refused('maximum', 1e300)]),
    ...(type === 'integer' ? [refused('integer', (minimum ?? 0) + 0.5)] : []),
  ]
}
