// A module of validators: the code of Ajv for the operations of one tag, and the code that fills in defaults.
import addFormats from 'ajv-formats'
import { Ajv, type Options } from 'ajv'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { forbidden } from '../model/normal/forms.ts'
import { below, mapRecord, reachedFrom, type Follow, type Written } from '../model/normal/schema.ts'
import { createFiller } from './defaults.ts'
import { withLinearPatterns } from './linear-code.ts'
import { hasRecursiveUnions, judgingOnce } from './recursive-unions.ts'
import { structural } from './structural.ts'

/**
 * The format `date` as one expression, which Ajv writes into the code that needs it. The `date` of ajv-formats is a
 * function in a module with all formats. A Lambda needs more time for that module than for all validators of a resource.
 */
export const calendarDate =
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/

/** The format `date-time` as one expression, for the same reason. */
export const dateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)$/

/** The options under which the server validates. Tests compare their results with those of the stock engine. */
const ajvOptions = { strict: false, strictNumbers: true, allErrors: true, logger: false } as const

/** The schemas of an operation. The body that is read as JSON has no name; the others have their media types. */
export type OwnSchemas = { params: Written; answer?: Written; bodies: Record<string, Written> }

/** What all modules share: the schemas of the contract. */
export type Shared = { schemas: Record<string, Written>; follow: Follow }

/** A module's code, and the types of its exports. */
export function renderModule({ follow, ...shared }: Shared, operations: Record<string, OwnSchemas>) {
  const roots = Object.values(operations).flatMap(schemasIn)
  // All others would only be read, by each of the modules of a large contract.
  const reached = reachedFrom(roots, shared.schemas)
  const schemas = Object.fromEntries(Object.entries(shared.schemas).filter(([name]) => reached.has(name)))
  const all = [...Object.values(schemas), ...roots]
  const ajv = createAjv(all.flatMap((schema) => [...below(schema)]))
  ajv.addSchema({ components: { schemas: mapRecord(withTypedItems(schemas), structural) } }, 'contract')
  const names: Record<string, string> = {}
  const known = new Map<string, string>()
  /** Operations that ask for the same share a validator. */
  const add = (name: string, schema: Written) => {
    const asked = structural(schema)
    const text = JSON.stringify(asked)
    const same = known.get(text)
    if (same !== undefined) return same
    known.set(text, name)
    ajv.addSchema(asked, name)
    names[name] = name
    return name
  }
  let branches = 0
  const filler = createFiller(schemas, follow, (branch) => add(`branch${(branches += 1)}`, branch))
  const validated = (name: string, kind: 'params' | 'body', schema: Written): Member[] => {
    const fill = filler.functionFor(schema)
    const filling = kind === 'params' ? 'fillParams' : 'fillBody'
    const validate = { name: kind, value: add(name, schema), type: 'ValidateFunction' }
    return fill === undefined
      ? [validate]
      : [validate, { name: filling, value: fill, type: '(request: object) => void' }]
  }
  const rows = Object.entries(operations).map(([operationId, { params, answer, bodies }]) => {
    const { '': json, ...others } = bodies
    const media = Object.entries(others).map(([type, schema], at): Member => {
      const own = validated(`${operationId}_body${at + 1}`, 'body', schema)
      return { name: JSON.stringify(type), value: objectOf(own), type: typeOf(own) }
    })
    const members = [
      ...validated(`${operationId}_params`, 'params', params),
      ...(json ? validated(`${operationId}_body`, 'body', json) : []),
      ...(media.length > 0 ? [{ name: 'media', value: objectOf(media), type: typeOf(media) }] : []),
      ...(answer ? [{ name: 'answer', value: add(`${operationId}_answer`, answer), type: 'ValidateFunction' }] : []),
    ]
    return { operationId, members }
  })
  const fillers = filler.shared()
  const compiled = withLinearPatterns(importsInsteadOfRequires(standaloneCode.default(ajv, names)))
  const code = hasRecursiveUnions(roots, schemas) ? judgingOnce(compiled) : compiled
  const exported = rows.map(({ operationId, members }) => `export const ${operationId} = ${objectOf(members)}`)
  const types = rows.map(({ operationId, members }) => `export declare const ${operationId}: ${typeOf(members)}`)
  return {
    code: [code, ...(fillers === '' ? [] : [fillers]), ...exported, ''].join('\n'),
    types: ["import type { ValidateFunction } from 'ajv'", '', ...types, ''].join('\n'),
  }
}

type Member = { name: string; value: string; type: string }
const objectOf = (members: Member[]) => `{ ${members.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`
const typeOf = (members: Member[]) => `{ ${members.map(({ name, type }) => `${name}: ${type}`).join('; ')} }`

const schemasIn = ({ params, answer, bodies }: OwnSchemas) => [
  params,
  ...(answer ? [answer] : []),
  ...Object.values(bodies),
]

/** @param more Options that replace those under which the server validates. */
export function createAjv(schemas: Written[], more: Options = {}): Ajv {
  const names = schemas.flatMap(({ properties = {}, required = [], [forbidden]: hidden }) => [
    ...Object.keys(properties),
    ...required,
    ...(Array.isArray(hidden) ? (hidden as string[]) : []),
  ])
  const hasFractions = schemas.some(({ multipleOf }) => typeof multipleOf === 'number' && !Number.isInteger(multipleOf))
  const ajv = new Ajv({
    ...ajvOptions,
    ...more,
    // A member with the name of one that every object has, as `constructor`.
    ...(names.some((name) => name in Object.prototype) && { ownProperties: true }),
    // 19.99 / 0.01 is 1998.9999999999998.
    ...(hasFractions && { multipleOfPrecision: 7 }),
    code: { source: true, esm: true, lines: true, ...more.code },
  })
  addFormats.default(ajv)
  ajv.addFormat('date', calendarDate)
  ajv.addFormat('date-time', dateTime)
  return ajv
}

/**
 * Ajv's standalone code calls `require` also in ES modules. Ajv's function that counts the characters of a string is
 * written into each module, so that most modules need no other file.
 */
export function importsInsteadOfRequires(code: string): string {
  const modules: string[] = []
  const own = code.replaceAll(ucs2length.default.code, String(ucs2length.default))
  const body = own.replace(/require\("([^"]+)"\)/g, (_, name: string) => {
    if (!modules.includes(name)) modules.push(name)
    return `module${modules.indexOf(name)}`
  })
  return [...modules.map((name, n) => `import module${n} from ${JSON.stringify(`${name}.js`)}`), body].join('\n')
}

/**
 * The schemas, with the items of `uniqueItems` in place. Ajv compares items of a known scalar type by itself. For a
 * reference it needs a module, which a Lambda would load at its start.
 */
export function withTypedItems(schemas: Record<string, Written>): Record<string, Written> {
  const typed = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(typed)
    const copy = mapRecord(value as Record<string, object>, typed)
    const { uniqueItems, items } = value as { uniqueItems?: unknown; items?: { $ref?: string } }
    const target = uniqueItems === true && schemas[items?.$ref?.split('/').at(-1) ?? '']
    return target ? { ...copy, items: target } : copy
  }
  return mapRecord(schemas, (schema) => typed(schema) as Written)
}
