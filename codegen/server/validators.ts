// generated/validators/: the request validators that openapi-backend would compile at start, compiled ahead of time.
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { OpenAPIValidator } from 'openapi-backend'
import type { Contract, Model, Operation } from '../model.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, quote, table } from '../typescript/syntax.ts'

/**
 * The format `date` as one expression, which Ajv writes into the code that needs it. The `date` of ajv-formats is a
 * function in a module with all formats. A Lambda needs more time for that module than for all validators of a resource.
 */
export const calendarDate =
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/

/** The format `date-time` as one expression, for the same reason. */
const dateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)$/

/** Formats that say how large a number's type is. The schema's bounds say more, so they are not validated. */
export const numberFormats = ['int32', 'int64', 'float', 'double']

/** The options under which the server validates. Tests compare their results with those of the stock engine. */
const ajvOptions = { strict: false, strictNumbers: true, allErrors: true } as const

/** The schemas of each operation: `params`, and `body` and `answer` where it has them. */
type Schemas = Record<string, Record<string, object>>

/** Path under generated/validators/ → source: one module for each tag, and the table that loads them. */
export function renderValidators({ document, operations }: Model): Record<string, string> {
  const modules = Map.groupBy(operations, ({ tag }) => tag)
  const sources = [...modules].flatMap(([tag, tagged]): [string, string][] => {
    const schemas = Object.fromEntries(
      tagged.map((operation) => [operation.operationId, schemasOf(document, operation)]),
    )
    return [
      [`${tag}.js`, renderModule(document, schemas)],
      [`${tag}.d.ts`, renderTypes(schemas)],
    ]
  })
  return { ...Object.fromEntries(sources), 'index.ts': renderTable(modules) }
}

function schemasOf(document: Contract, operation: Operation): Record<string, object> {
  const [params = {}, body] = requestSchemas(document, operation).reverse()
  const answer = operation.answers.find(({ status }) => status === 200)?.json?.written ?? {}
  const needsAnswer = operation.sampleData !== undefined || readsItem(operation)
  // The operation itself reads a message of another protocol.
  return { params, ...(body && !operation.protocol && { body }), ...(needsAnswer && { answer }) }
}

/** Whether the answer is one stored item: a GET by id whose answer has an ETag. Repositories validate what they read. */
function readsItem({ method, path, answers }: Operation): boolean {
  const ok = answers.find(({ status }) => status === 200)
  return method === 'get' && path.includes('{') && (ok?.headers.some(({ name }) => name === 'ETag') ?? false)
}

/** openapi-backend itself makes the schemas, so that its semantics stay. The last schema is for the parameters. */
function requestSchemas(definition: Contract, { written }: Operation): object[] {
  const schemas: object[] = []
  // Safe cast: openapi-backend calls only `compile` of the Ajv that `customizeAjv` returns. This one keeps the schema.
  const recorder = { compile: (schema: object) => schemas.push(schema) } as unknown as Ajv
  const options = { definition, lazyCompileValidators: true, customizeAjv: () => recorder }
  new OpenAPIValidator(options).buildRequestValidatorsForOperation(written)
  return schemas
}

function renderModule(document: Contract, schemas: Schemas): string {
  const ajv = new Ajv({ ...ajvOptions, code: { source: true, esm: true, lines: true } })
  addFormats.default(ajv)
  ajv.addFormat('date', calendarDate)
  ajv.addFormat('date-time', dateTime)
  const components = mapValues(withTypedItems(document.components?.schemas ?? {}), structural)
  ajv.addSchema({ components: { schemas: components } }, 'contract')
  const names: Record<string, string> = {}
  const rows = Object.entries(schemas).map(([operationId, own]) => {
    const members = Object.entries(own).map(([kind, schema]) => {
      const name = `${operationId}_${kind}`
      ajv.addSchema(structural(schema), name)
      names[name] = name
      return `${kind}: ${name}`
    })
    return `export const ${operationId} = { ${members.join(', ')} }`
  })
  return [importsInsteadOfRequires(standaloneCode.default(ajv, names)), ...rows, ''].join('\n')
}

function renderTypes(schemas: Schemas): string {
  const rows = Object.entries(schemas).map(([operationId, own]) => {
    const members = Object.keys(own).map((kind) => `${kind}: ValidateFunction`)
    return `export declare const ${operationId}: { ${members.join('; ')} }`
  })
  return ["import type { ValidateFunction } from 'ajv'", '', ...rows, ''].join('\n')
}

/**
 * Ajv's standalone code calls `require` also in ES modules. Ajv's function that counts the characters of a string is
 * written into each module, so that most modules need no other file.
 */
function importsInsteadOfRequires(code: string): string {
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
function withTypedItems(schemas: Record<string, object>): Record<string, object> {
  const typed = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(typed)
    const copy = mapValues(value as Record<string, object>, typed)
    const { uniqueItems, items } = value as { uniqueItems?: unknown; items?: { $ref?: string } }
    const target = uniqueItems === true && schemas[items?.$ref?.split('/').at(-1) ?? '']
    return target ? { ...copy, items: target } : copy
  }
  return mapValues(schemas, (schema) => typed(schema) as object)
}

const annotations = new Set(['title', 'description', 'example', 'examples', 'default', 'deprecated', 'externalDocs'])

/** The keywords whose value is a list of schemas. The value of `enum` is a list of data. */
const compositions = new Set(['allOf', 'anyOf', 'oneOf'])

/** The schema without the keywords that are not validated, and with absolute references into the contract. */
function structural(schema: object): object {
  const isAnnotation = (keyword: string, value: unknown) =>
    annotations.has(keyword) ||
    keyword.startsWith('x-') ||
    (keyword === 'format' && numberFormats.includes(value as string))
  const kept = Object.entries(schema).filter(([keyword, value]) => !isAnnotation(keyword, value))
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (keyword === '$ref') return [keyword, String(value).replace(/^#\/components\//, 'contract#/components/')]
      // Below `properties` the keys are names of members. A member may be named `description`.
      if (keyword === 'properties') return [keyword, mapValues(value as Record<string, object>, structural)]
      if (compositions.has(keyword)) return [keyword, (value as object[]).map(structural)]
      return [keyword, isSchema(value) ? structural(value) : value]
    }),
  )
}

const isSchema = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mapValues<T, R>(record: Record<string, T>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}

function renderTable(modules: Map<string, Operation[]>): string {
  const loaders = [...modules.keys()].map((tag) => member(tag, `() => import(${quote(`./${tag}.js`)})`))
  const rows = [...modules].flatMap(([tag, operations]) =>
    operations.map(({ operationId }) => member(operationId, `modules[${quote(tag)}]`)),
  )
  const members = '{ params: ValidateFunction; body?: ValidateFunction; answer?: ValidateFunction }'
  return print([
    ["import type { ValidateFunction } from 'ajv'", hardline, hardline],
    [
      '/** `params` takes `{path, query, header, cookie}`, `body` takes `{requestBody}`, `answer` the body of a 200. */',
    ],
    [hardline, `export type Validators = ${members}`, hardline, hardline],
    ['const modules = ', table(loaders), hardline, hardline],
    ['/** Loads the validators of an operation, and of all others of its tag. */', hardline],
    ['export const validators = ', table(rows), hardline],
  ])
}
