// One schema of the contract as an expression of zod. It accepts exactly what the compiled validators accept.
import { forbidden } from '../../model/normal/forms.ts'
import { fullSchema } from '../../model/normal/merge.ts'
import { isObject, type Follow, type Written } from '../../model/normal/schema.ts'
import type { Doc } from '../../typescript/print.ts'
import { array, call, key, quote, table } from '../../typescript/syntax.ts'
import { isImplied, limitsOf, textOf, type Found } from './limits.ts'

export type Scope = {
  follow: Follow
  /** The name of the constant that a reference leads to. */
  nameOf: (reference: string) => string
  /** Whether that constant is not made yet. */
  isLater: (reference: string) => boolean
  /** Whether that constant has its type from the contract. Such a type does not say which values a member has. */
  isTyped: (reference: string) => boolean
  /** `optional` takes `undefined` too, which callers may write. Answers of JSON have none. */
  absent: 'optional' | 'exactOptional'
  /** Members of a form whose values are files. */
  files?: ReadonlySet<string>
  found: Found
}

/** A schema that accepts any value says nothing. */
export const anything = 'z.unknown()'

const bare = { nullable: true, oneOf: true, anyOf: true, allOf: true, not: true }

export function expressionOf(scope: Scope, schema: Written): Doc {
  const { $ref: reference } = schema
  if (reference !== undefined)
    return scope.isLater(reference) ? `z.lazy(() => ${scope.nameOf(reference)})` : scope.nameOf(reference)
  const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !(keyword in bare)))
  const { oneOf, anyOf, allOf = [], not, nullable, type } = schema
  const parts = [
    ...(saysNothing(own) || isSaidByBranches(scope, schema, own)
      ? []
      : [typedExpression(scope, own, type !== undefined && nullable === true)]),
    ...allOf.map((part) => expressionOf(scope, part)),
    ...(anyOf ? [union('z.union', scope, anyOf)] : []),
    ...(oneOf ? [oneOfExpression(scope, schema, oneOf)] : []),
    ...(not ? [limited(anything, [call('parts.not', [expressionOf(scope, not)])])] : []),
  ]
  const whole = parts.reduce((one, other) => (one === '' ? other : call('parts.both', [one, other])), '')
  if (whole === '') return anything
  // Authors write `nullable` beside a reference or a union for null, or one of these.
  return nullable === true && type === undefined && schema.enum === undefined ? call('z.nullable', [whole]) : whole
}

/** A schema that says only a type, which each branch of its union says too. */
function isSaidByBranches({ follow }: Scope, { oneOf, anyOf, nullable }: Written, own: Written): boolean {
  const branches = oneOf ?? anyOf ?? []
  const isBare = Object.keys(own).every((keyword) => keyword === 'type' || !validated.has(keyword))
  const typeOf = (branch: Written) => fullSchema(branch, follow)
  return (
    isBare &&
    nullable !== true &&
    branches.length > 0 &&
    branches.every((branch) => typeOf(branch).type === own.type && typeOf(branch).nullable !== true)
  )
}

const validated = new Set([
  ...['type', 'enum', 'properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties', 'items'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', forbidden],
])
const saysNothing = (schema: Written) => !Object.keys(schema).some((keyword) => validated.has(keyword))

function typedExpression(scope: Scope, schema: Written, isNullable: boolean): Doc {
  const { enum: values, type } = schema
  if (values) {
    const { enum: _, ...limits } = schema
    const isLimited = Object.keys(limits).some((keyword) => keyword !== 'type' && validated.has(keyword))
    const known = enumExpression(values, { ...schema, nullable: isNullable })
    return isLimited ? call('parts.both', [known, typedExpression(scope, limits, isNullable)]) : known
  }
  const orNull = (expression: Doc) => (isNullable ? call('z.nullable', [expression]) : expression)
  if (type !== undefined) return orNull(ofType(scope, type, schema))
  const kinds = ['object', 'array', 'string', 'number'].filter((kind) => isImplied(kind, schema))
  const all = kinds.map((kind) => call('parts.where', [quote(kind), ofType(scope, kind, schema)]))
  return all.reduce((one, other) => (one === '' ? other : call('parts.both', [one, other])), '') || anything
}

function ofType(scope: Scope, type: string, schema: Written): Doc {
  const limits = limitsOf(type, schema, scope.found)
  switch (type) {
    case 'string':
      return limited(textOf(schema, scope.found), limits)
    case 'integer':
      return limited('z.int()', limits)
    case 'number':
      return limited('z.number()', limits)
    case 'boolean':
      return 'z.boolean()'
    case 'array':
      return limited(call('z.array', [expressionOf(scope, schema.items ?? {})]), limits)
    case 'object':
      return objectExpression(scope, schema, limits)
    default:
      scope.found.notes.push(`the type "${type}"`)
      return anything
  }
}

const limited = (base: Doc, limits: Doc[]): Doc => (limits.length > 0 ? call('parts.limited', [base, ...limits]) : base)

function objectExpression(scope: Scope, schema: Written, limits: Doc[]): Doc {
  const { properties = {}, required = [], additionalProperties: others, [forbidden]: hidden } = schema
  const needed = new Set(required)
  // An object literal has no member of this name.
  const [members, unsayable] = split(Object.entries(properties), ([name]) => name !== '__proto__')
  scope.found.notes.push(...unsayable.map(([name]) => `the member ${name}`))
  const { files, ...inner } = scope
  const { absent } = scope
  const rows = members.map(([name, member]): [string, Doc] => {
    const value = files?.has(name) ? fileExpression(member) : expressionOf(inner, member)
    return [name, needed.has(name) ? value : call(`z.${absent}`, [value])]
  })
  const never = (Array.isArray(hidden) ? (hidden as string[]) : []).map((name): [string, Doc] => [
    name,
    `z.${absent}(z.never())`,
  ])
  // zod takes an absent member for an unknown value.
  const loose = required.filter((name) => {
    const row = rows.find(([other]) => other === name)
    return !row || row[1] === anything
  })
  const hasInherited = [...rows, ...never].some(([name]) => name in Object.prototype)
  const own = (object: Doc): Doc => (hasInherited ? call('parts.own', [object]) : object)
  const checks = [...(loose.length > 0 ? [call('parts.having', loose.map(quote))] : []), ...limits]
  const shape = table([...rows, ...never].map(([name, value]): Doc => [key(name), ': ', value]))
  if (rows.length + never.length === 0 && others !== false)
    return limited(call('z.record', ['z.string()', isObject(others) ? expressionOf(scope, others) : anything]), checks)
  if (others === false) return own(limited(['z.strictObject(', shape, ')'], checks))
  if (isObject(others) && !saysNothing(others))
    return own(limited(call('parts.withOthers', [shape, expressionOf(scope, others)]), checks))
  return own(limited([others === undefined ? 'parts.open(' : 'z.looseObject(', shape, ')'], checks))
}

const split = <T>(items: T[], test: (item: T) => boolean): [T[], T[]] => [
  items.filter(test),
  items.filter((item) => !test(item)),
]

const fileExpression = (member: Written): Doc => (member.items ? 'z.array(z.instanceof(Blob))' : 'z.instanceof(Blob)')

function enumExpression(values: unknown[], schema: Written): Doc {
  const { type, nullable } = schema
  const fitting = values.filter((value) => fits(value, type, nullable === true))
  if (fitting.length === 0) return 'z.never()'
  const isPlain = (value: unknown) => typeof value !== 'object' || value === null
  if (!fitting.every(isPlain)) return call('parts.oneOf', [JSON.stringify(fitting)])
  const texts = fitting.filter((value) => typeof value === 'string')
  const literal = (value: unknown) => (typeof value === 'string' ? quote(value) : String(value))
  const all = [...new Set(fitting)].map(literal)
  return call(texts.length === fitting.length ? 'z.enum' : 'z.literal', [array(all)])
}

function fits(value: unknown, type: string | undefined, isNullable: boolean): boolean {
  if (value === null) return type === undefined || isNullable
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case undefined:
      return true
    default:
      return typeof value === type && !Array.isArray(value)
  }
}

function union(callee: string, scope: Scope, branches: Written[]): Doc {
  const [only, ...others] = branches.map((branch) => expressionOf(scope, branch))
  return others.length === 0 ? (only ?? anything) : call(callee, [array([only ?? anything, ...others])])
}

function oneOfExpression(scope: Scope, { discriminator }: Written, branches: Written[]): Doc {
  const name = discriminator?.propertyName
  if (name !== undefined && branches.length > 1 && isTold(scope, name, branches)) {
    const options = branches.map((branch) => expressionOf(scope, branch))
    return call('z.discriminatedUnion', [quote(name), array(options)])
  }
  return union('z.xor', scope, branches)
}

/** Whether each branch is an object with values of its own in this member. */
function isTold(scope: Scope, name: string, branches: Written[]): boolean {
  const values = branches.map((branch): unknown[] | undefined => {
    if (branch.$ref !== undefined && (scope.isLater(branch.$ref) || scope.isTyped(branch.$ref))) return undefined
    const { type, nullable, oneOf, anyOf, allOf, not, properties, required } =
      branch.$ref === undefined ? branch : scope.follow(branch.$ref)
    const member = properties?.[name]
    if (type !== 'object' || nullable || oneOf || anyOf || allOf || not || !member || !required?.includes(name))
      return undefined
    const own = fullSchema(member, scope.follow).enum
    return own?.every((value) => typeof value === 'string') ? own : undefined
  })
  const all = values.flatMap((own) => own ?? [])
  return values.every((own) => own !== undefined) && new Set(all).size === all.length
}
