// Values for an operation's parameters and body: some that fit, and one that does not.
import type { MediaType, Model, Operation, Schema } from '../model.ts'
import { tryValue } from './value.ts'
import { writtenOf } from './written.ts'
import type { Judge } from './judge.ts'

export type Arguments = { path: Values; query: Values; header: Values; cookie: Values; body?: unknown }
type Values = Record<string, unknown>

/** Enough for the unions of real contracts. */
const variants = Array.from({ length: 24 }, (_, n) => ({ alternative: n >> 1, least: n % 2 === 1 }))

/** Undefined when no value was found that fits: then nothing can be said. */
export function fitting(model: Model, schema: Schema | undefined, written: object | undefined, judge: Judge): unknown {
  for (const variant of variants) {
    const value = tryValue(schema, 'request', { ...variant, nameOf: model.nameOf })
    if (value !== undefined && judge(written, value)) return value
  }
  return undefined
}

/** The values of a request that the contract allows; a text names the place for which none was found. */
export function validArguments(model: Model, operation: Operation, judge: Judge): Arguments | string {
  const written = writtenOf(model.document, operation)
  const given: Arguments = { path: {}, query: {}, header: {}, cookie: {} }
  for (const parameter of operation.parameters) {
    if (!parameter.required && parameter.in !== 'query') continue
    const value = fitting(model, parameter.schema, written.parameter(parameter.in, parameter.name), judge)
    if (value === undefined && parameter.required) return `the parameter ${parameter.name}`
    const place = given[parameter.in as 'path']
    if (value !== undefined) place[parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name] = value
  }
  const media = operation.body?.json ?? operation.body?.content[0]
  if (!media) return given
  if (!media.schema) return { ...given, body: isText(media) ? 'text' : {} }
  const body = fitting(model, media.schema, written.body(media.type), judge)
  if (body === undefined) return operation.body?.required ? 'the body' : given
  return { ...given, body }
}

const isText = ({ kind }: MediaType) => kind === 'text' || kind === 'binary'

/** One value changed so that the judge refuses it; undefined when the operation takes everything. */
export function invalidBody(written: object | undefined, valid: unknown, judge: Judge): { body: unknown } | undefined {
  const wrong = { wrong: [{ deep: true }] }
  const members = typeof valid === 'object' && valid !== null ? Object.keys(valid) : []
  const candidates: unknown[] = [
    ...members.map((name) => without(valid, name)),
    ...members.map((name) => ({ ...Object(valid), [name]: wrong }) as unknown),
    42,
    'text',
    wrong,
    [],
  ]
  const found = candidates.find((candidate) => !judge(written, candidate))
  return found === undefined ? undefined : { body: found }
}

function without(value: unknown, name: string): unknown {
  const { [name]: _, ...rest } = Object(value) as Values
  return rest
}
