// generated/validators/: the request validators that openapi-backend would compile at start, compiled ahead of time.
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { OpenAPIValidator } from 'openapi-backend'
import type { OpenAPIV3 } from 'openapi-types'
import { operationsOf, resolve, type Contract, type Operation } from './contract.ts'

/** The options under which the server validates; the tests hold them against the stock engine. */
const ajvOptions = { strict: false, strictNumbers: true, allErrors: true } as const

type Validator = { name: string; schema: object }

/** Path under generated/validators/ → source: one module for each tag, and the table that loads them. */
export function renderValidators(contract: Contract): Record<string, string> {
  const operations = operationsOf(contract)
  const modules = Map.groupBy(operations, ({ tags = [] }) => tags[0] ?? 'untagged')
  const sources = [...modules].flatMap(([tag, own]): [string, string][] => {
    const validators = own.flatMap((operation) => validatorsOf(contract, operation))
    return [
      [`${tag}.js`, renderModule(contract, validators)],
      [`${tag}.d.ts`, renderTypes(validators)],
    ]
  })
  return { ...Object.fromEntries(sources), 'index.ts': renderTable(contract, operations) }
}

function validatorsOf(contract: Contract, operation: Operation): Validator[] {
  const { operationId } = operation
  const [params, body] = requestSchemas(contract, operation).reverse()
  return [
    { name: `${operationId}Params`, schema: params ?? {} },
    ...(body ? [{ name: `${operationId}Body`, schema: body }] : []),
    ...(operation['x-sample-data'] === undefined
      ? []
      : [{ name: `${operationId}Answer`, schema: answerSchema(contract, operation) }]),
  ]
}

/** The schemas as openapi-backend itself makes them, so that its semantics stay; the last one is for the parameters. */
function requestSchemas(contract: Contract, operation: Operation): object[] {
  const schemas: object[] = []
  // It compiles with whatever `customizeAjv` returns; this one keeps the schema and compiles nothing.
  const recorder = { compile: (schema: object) => schemas.push(schema) } as unknown as Ajv
  const options = { definition: contract, lazyCompileValidators: true, customizeAjv: () => recorder }
  const requestBody = operation.requestBody && resolve(contract, operation.requestBody)
  const resolved = { ...operation, ...(requestBody && { requestBody }) }
  new OpenAPIValidator(options).buildRequestValidatorsForOperation(resolved)
  return schemas
}

function answerSchema(contract: Contract, { responses }: Operation): object {
  const answer = resolve(contract, responses[200] ?? {}) as OpenAPIV3.ResponseObject
  return answer.content?.['application/json']?.schema ?? {}
}

function renderModule(contract: Contract, validators: Validator[]): string {
  const ajv = new Ajv({ ...ajvOptions, code: { source: true, esm: true } })
  addFormats.default(ajv)
  const components = mapValues(contract.components?.schemas ?? {}, structural)
  ajv.addSchema({ components: { schemas: components } }, 'contract')
  for (const { name, schema } of validators) ajv.addSchema(structural(schema), name)
  const code = standaloneCode.default(ajv, Object.fromEntries(validators.map(({ name }) => [name, name])))
  return `${importsInsteadOfRequires(code)}\n`
}

function renderTypes(validators: Validator[]): string {
  const rows = validators.map(({ name }) => `export declare const ${name}: ValidateFunction`)
  return ["import type { ValidateFunction } from 'ajv'", '', ...rows, ''].join('\n')
}

/** Ajv's standalone code calls `require` also in ES modules. */
function importsInsteadOfRequires(code: string): string {
  const modules: string[] = []
  const body = code.replace(/require\("([^"]+)"\)/g, (_, name: string) => {
    if (!modules.includes(name)) modules.push(name)
    return `module${modules.indexOf(name)}`
  })
  return [...modules.map((name, n) => `import module${n} from ${JSON.stringify(`${name}.js`)}`), body].join('\n')
}

const annotations = new Set(['title', 'description', 'example', 'examples', 'default', 'deprecated', 'externalDocs'])

/** The schema without what only people read, its references into the contract made absolute. */
function structural(schema: object): object {
  const kept = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword) && !keyword.startsWith('x-'))
  return Object.fromEntries(
    kept.map(([keyword, value]) => {
      if (keyword === '$ref') return [keyword, String(value).replace(/^#\/components\//, 'contract#/components/')]
      // Below `properties` the names are the data's own, `description` among them.
      if (keyword === 'properties') return [keyword, mapValues(value as Record<string, object>, structural)]
      return [keyword, isSchema(value) ? structural(value) : value]
    }),
  )
}

const isSchema = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mapValues<T extends object, R>(record: Record<string, T>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}

function renderTable(contract: Contract, operations: Operation[]): string {
  const rows = operations.map((operation) => {
    const { operationId, tags = [] } = operation
    const members = validatorsOf(contract, operation).map(
      ({ name }) => `${name.slice(operationId.length).toLowerCase()}: all.${name}`,
    )
    return `  ${operationId}: () => import('./${tags[0] ?? 'untagged'}.js').then((all) => ({ ${members.join(', ')} })),`
  })
  return [
    "import type { ValidateFunction } from 'ajv'",
    '',
    '/** `params` takes `{path, query, header, cookie}`, `body` takes `{requestBody}`, `answer` the body of a 200. */',
    'export type Validators = { params: ValidateFunction; body?: ValidateFunction; answer?: ValidateFunction }',
    '',
    '/** Loads the validators of an operation; those of one tag are one module. */',
    'export const validators = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}
