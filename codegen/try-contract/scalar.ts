// A text and a number that fit a schema.
import { expressionOf, textOf } from '../model/sample-text.ts'
import type { Schema } from '../model/references.ts'

const formats: Record<string, string> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'ada@example.com',
  'idn-email': 'ada@example.com',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  'uri-reference': '/things/1',
  'uri-template': '/things/{id}',
  iri: 'https://example.com/',
  uuid: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
  byte: 'dGV4dA==',
  'json-pointer': '/things/1',
  regex: '^a$',
}

const word = 'text'

export function sampleText(schema: Schema): string {
  const { format, minLength = 0, maxLength = Infinity } = schema
  const [example, preset] = [schema.example as unknown, schema.default as unknown]
  const padded = word.padEnd(minLength, 'x').slice(0, maxLength)
  const usual = format === undefined ? undefined : formats[format]
  const candidates = [...(usual === undefined ? [] : [usual]), example, preset, padded]
  const texts = candidates.filter((value) => typeof value === 'string')
  // A format of its own is believed over an example, which may be of another kind.
  return texts.find((text) => fits(text, schema)) ?? matching(schema) ?? padded
}

function fits(text: string, { pattern, minLength = 0, maxLength = Infinity }: Schema): boolean {
  const length = Array.from(text).length
  return (
    length >= minLength && length <= maxLength && (pattern === undefined || expressionOf(pattern)?.test(text) === true)
  )
}

const matching = ({ pattern, minLength = 0, maxLength = Infinity }: Schema): string | undefined =>
  pattern === undefined ? undefined : textOf({ pattern, minLength, maxLength, turn: 0 })

export function sampleNumber(schema: Schema): number {
  const { type, multipleOf } = schema
  const [example, preset] = [schema.example as unknown, schema.default as unknown]
  const { least, most } = rangeOf(schema)
  const isFit = (value: unknown): value is number =>
    typeof value === 'number' &&
    value >= least &&
    value <= most &&
    (type !== 'integer' || Number.isInteger(value)) &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  const step = multipleOf ?? 1
  const rounded = Math.ceil(Math.max(least, 1) / step) * step
  const candidates: unknown[] = [example, preset, 1, rounded, 0, Math.ceil(least), Math.floor(most), (least + most) / 2]
  return candidates.find(isFit) ?? 0
}

/** The bounds, without those that are excluded. In OpenAPI 3.0 these are booleans. */
function rangeOf({ type, minimum = -Infinity, maximum = Infinity, ...more }: Schema) {
  const step = type === 'integer' ? 1 : 1e-6
  const isOpen = (bound: unknown) => bound === true
  return {
    least: isOpen(more.exclusiveMinimum) ? minimum + step : minimum,
    most: isOpen(more.exclusiveMaximum) ? maximum - step : maximum,
  }
}
