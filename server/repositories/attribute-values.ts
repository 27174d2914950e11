// Values of JavaScript ↔ attribute values of DynamoDB, for what JSON has: the SDK's own conversion knows more, and costs more.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/** The attributes of an item by their names, as JavaScript has them. */
export type Attributes = Record<string, unknown>

/** Attributes with the value `undefined` are left out. */
export function toAttributeValues(attributes: object): Record<string, AttributeValue> {
  const values: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) set(values, name, toValue(value))
  return values
}

function toValue(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'boolean') return { BOOL: value }
  if (typeof value === 'number' && isExact(value)) return { N: String(value) }
  if (value === null) return { NULL: true }
  if (Array.isArray(value)) return { L: value.filter((element) => element !== undefined).map(toValue) }
  if (typeof value === 'object') return { M: toAttributeValues(value) }
  throw new Error(`DynamoDB has no attribute for this ${typeof value}.`)
}

/** DynamoDB has no other numbers, and JavaScript no exact form of larger integers. */
const isExact = (value: number) => Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))

export function fromAttributeValues(values: Record<string, AttributeValue>): Attributes {
  const attributes: Attributes = {}
  for (const name in values) set(attributes, name, fromValue(values[name]))
  return attributes
}

/** Attributes that no JSON value is stored as, such as a set, stay as they are: the contract's schemas refuse them. */
function fromValue(value: AttributeValue | undefined): unknown {
  if (value?.S !== undefined) return value.S
  if (value?.N !== undefined) return fromNumber(value.N)
  if (value?.M !== undefined) return fromAttributeValues(value.M)
  if (value?.BOOL !== undefined) return value.BOOL
  if (value?.L !== undefined) return value.L.map(fromValue)
  return value?.NULL ? null : value
}

/** A number that JavaScript cannot hold exactly stays a text, which no schema of a number accepts. */
function fromNumber(text: string): number | string {
  const value = Number(text)
  return isExact(value) ? value : text
}

/** An assignment would lose the name __proto__. */
function set<T>(record: Record<string, T>, name: string, value: T) {
  if (name === '__proto__')
    Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
  else record[name] = value
}
