// Shapes of sample data, as JSON Schema, and what their tests ask of ids and amounts.
import { Ajv } from 'ajv'

export const text = { type: 'string', minLength: 1 }
export const time = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` }
export const price = { type: 'number', minimum: 0, maximum: 9_999_999.99 }
export const productId = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }

/** A closed object: every property is required, except the optional properties. */
export const closed = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
export const listOf = (items: object, minItems: number) => ({ type: 'array', items, minItems, uniqueItems: true })

export const unique = (values: string[]) => new Set(values).size === values.length
export const hasTwoDecimals = (amount: number) => amount === Number(amount.toFixed(2))

/** What Ajv says against a file that holds items of this shape under a name. Nothing: null. */
export function faultsOf(file: unknown, name: string, shape: object, atLeast: number) {
  const validate = new Ajv({ allErrors: true }).compile(closed({ [name]: listOf(shape, atLeast) }))
  validate(file)
  return validate.errors
}
