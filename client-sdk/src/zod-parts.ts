// The checks that zod itself lacks: lengths in characters, members of open objects, and others.
import * as z from 'zod'

type Payload<Value> = { value: Value; issues: z.core.$ZodRawIssue[] }
type Check<Value> = (payload: Payload<Value>) => void

/** The schema under a narrower type, which the contract's types have of it. */
export const typed = <Type>(schema: z.ZodType) =>
  // Safe cast: the caller knows the type.
  schema as z.ZodType<Type>

/** The schema with more checks. */
export const limited = <Schema extends z.ZodType>(schema: Schema, ...checks: Parameters<Schema['check']>): Schema =>
  schema.check(...checks)

/** The contract counts characters. JavaScript's `length` counts some of them twice. */
const charactersIn = (text: string) => Array.from(text).length

export const shortest =
  (minimum: number): Check<string> =>
  ({ value, issues }) => {
    if (charactersIn(value) < minimum)
      issues.push({ code: 'too_small', origin: 'string', minimum, inclusive: true, input: value })
  }

export const longest =
  (maximum: number): Check<string> =>
  ({ value, issues }) => {
    if (charactersIn(value) > maximum)
      issues.push({ code: 'too_big', origin: 'string', maximum, inclusive: true, input: value })
  }

/** A part of 10⁻⁷ is the rounding of fractions in binary: 19.99 / 0.01 is 1998.9999999999998. */
const rounding = 1e-7

export const multiple =
  (divisor: number): Check<number> =>
  ({ value, issues }) => {
    const times = value / divisor
    const isMultiple = Number.isInteger(divisor)
      ? Number.isInteger(times)
      : !(Math.abs(Math.round(times) - times) > rounding)
    if (!isMultiple) issues.push({ code: 'not_multiple_of', origin: 'number', divisor, input: value })
  }

/** The value as a text that is the same for equal values. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

export const unique: Check<readonly unknown[]> = ({ value, issues }) => {
  if (new Set(value.map(canonical)).size < value.length)
    issues.push({ code: 'custom', message: 'Expected items that differ', input: value })
}

export const size =
  (minimum: number, maximum?: number): Check<object> =>
  ({ value, issues }) => {
    const count = Object.keys(value).length
    if (count < minimum) issues.push({ code: 'too_small', origin: 'object', minimum, inclusive: true, input: value })
    if (maximum !== undefined && count > maximum)
      issues.push({ code: 'too_big', origin: 'object', maximum, inclusive: true, input: value })
  }

/** The object has these members, whatever their values are. */
export const having =
  (...names: string[]): Check<object> =>
  ({ value, issues }) => {
    for (const name of names) {
      if (Object.hasOwn(value, name)) continue
      issues.push({ code: 'custom', message: 'Expected a value', path: [name], input: undefined })
    }
  }

export const not =
  (schema: z.ZodType): Check<unknown> =>
  ({ value, issues }) => {
    if (schema.safeParse(value).success)
      issues.push({ code: 'custom', message: 'Expected another value', input: value })
  }

/** An object that may have further members. They are kept, and its type does not name them. */
export const open = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  // Safe cast: the members of the shape are the same.
  z.looseObject(shape) as unknown as z.ZodObject<z.core.util.Writeable<Shape>>

/** An object whose further members all fit one schema. */
export const withOthers = <Shape extends z.core.$ZodLooseShape, Others extends z.ZodType>(
  shape: Shape,
  others: Others,
) => z.object(shape).catchall(others)

/** Of an object only its own members count. Every object inherits one that is named `constructor`. */
export const own = <Schema extends z.ZodType>(schema: Schema) =>
  // Safe cast: the copy has the same members.
  z.preprocess(
    (value: unknown) => (typeOf(value) === 'object' ? Object.assign(Object.create(null) as object, value) : value),
    schema,
  ) as unknown as z.ZodType<z.output<Schema>>

/** Both schemas judge the value by themselves. zod's intersection would let one accept what the other refuses. */
export const both = <One extends z.ZodType, Other extends z.ZodType>(one: One, other: Other) =>
  // Safe cast: a value that both accept has both types.
  one.check(({ value, issues }) => {
    const { error } = other.safeParse(value)
    for (const issue of error?.issues ?? []) issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
  }) as unknown as z.ZodType<z.output<One> & z.output<Other>>

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** The schema judges values of this type alone, because it names no type. */
export const where = <Schema extends z.ZodType>(type: 'array' | 'number' | 'object' | 'string', schema: Schema) =>
  // Safe cast: the type is that of the values which the author has written the schema for.
  z.unknown().check(({ value, issues }) => {
    if (typeOf(value) !== type) return
    for (const issue of schema.safeParse(value).error?.issues ?? [])
      issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
  }) as unknown as z.ZodType<z.output<Schema>>

/** One of these values, among which are objects or lists. */
export const oneOf = <Value>(values: readonly unknown[]) => {
  const known = new Set(values.map(canonical))
  return z.custom<Value>((value) => known.has(canonical(value)))
}
