// An operation as a call of the Python package, with examples for its arguments.
import { facadeOf, type Method } from '../client-sdk/facade.ts'
import type { Auth } from '../client-sdk/security.ts'
import { addressOf, bodyExample, parameterExample } from '../client-sdk/sample-values.ts'
import { namesIn } from '../contract-names.ts'
import type { MediaType, Model, Operation, Parameter } from '../model.ts'
import { literal } from './literal.ts'
import { packageNameOf } from './manifest.ts'
import { argumentName, snakeName } from './snake-name.ts'

/**
 * A program that calls the operation, for the docs page. It is undefined for an operation of no resource, and for one whose
 * credentials, body or ids the package takes in another form than this function knows.
 */
export function pythonSample(model: Model, { operationId }: Pick<Operation, 'operationId'>): string | undefined {
  const method = facadeOf(model)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === operationId)
  const credential = method && credentialOf(method.auth)
  const given = method && argumentsOf(method)
  if (!method || !given || credential === undefined) return undefined
  const { type, variable } = namesIn(model).client
  const client = snakeName(variable)
  const settings = [JSON.stringify(addressOf(model.servers[0]?.url)), ...(credential ? [credential] : [])]
  const name = method.operation.sdk.upload === true ? 'upload' : method.name
  const callee = [client, snakeName(method.resource), ...(name === undefined ? [] : [snakeName(name)])].join('.')
  const models = given.flatMap((argument) => argument.imports).sort()
  const statements = statementsOf(method, { callee, given: given.map(({ code }) => code) })
  const modules = ['os', 'datetime', 'uuid'].filter((module) =>
    [...settings, statements].some((code) => new RegExp(`\\b${module}\\.`).test(code)),
  )
  return [
    ...modules.map((module) => `import ${module}`),
    ...(modules.length > 0 ? [''] : []),
    `from ${packageNameOf(model)} import ${type}`,
    ...(models.length > 0 ? [`from ${packageNameOf(model)}.models import ${models.join(', ')}`] : []),
    '',
    `${client} = ${type}(${settings.join(', ')})`,
    statements,
  ].join('\n')
}

/** Empty for an operation that anyone may call; undefined for credentials that the package does not send. */
function credentialOf({ kind, key, keys, basic }: Auth): string | undefined {
  if (kind === 'none') return ''
  if (kind === 'apiKey') return keys || (key && key.place !== 'header') ? undefined : 'api_key=os.environ["API_KEY"]'
  return basic === 'basic' ? undefined : 'token=os.environ["TOKEN"]'
}

/** The widest line of a sample. */
const width = 100

function statementsOf(method: Method, { callee, given }: { callee: string; given: string[] }): string {
  const call = (start: string, end = '') => {
    const flat = `${start}${callee}(${given.join(', ')})${end}`
    if (flat.length <= width && !flat.includes('\n')) return flat
    const lines = given.map((argument) => `    ${argument.replaceAll('\n', '\n    ')},`)
    return `${start}${callee}(\n${lines.join('\n')}\n)${end}`
  }
  if (method.operation.sdk.upload === true) return `${call('uploaded = ')}\nprint(uploaded.key)`
  if (method.items) return `${call('for item in ', ':')}\n    print(item)`
  if (method.events) return `${call('for event in ', ':')}\n    print(event)`
  return method.data === 'undefined' ? call('') : `${call('result = ')}\nprint(result)`
}

/** An argument as code, and the models that it needs. */
type Argument = { code: string; imports: string[] }

/** Ids, body, and the rest by name, as the package takes them; undefined where one has a form that is not known here. */
function argumentsOf(method: Method): Argument[] | undefined {
  const ids = method.path.map((parameter) => valueOf({ ...parameter, required: true }))
  const named = method.operation.sdk.upload === true ? uploadOf(method) : othersOf(method)
  const all = [...ids, ...bodyOf(method), ...named]
  return all.every((argument) => argument !== undefined) ? all : undefined
}

function othersOf({ operation, query, headerParameters, cookies }: Method): (Argument | undefined)[] {
  const conditions = operation.parameters.filter(
    (parameter) => parameter.in === 'header' && !headerParameters.includes(parameter),
  )
  const needed = [...conditions, ...headerParameters, ...cookies].filter(({ required }) => required)
  return [...query, ...needed].flatMap((parameter) => {
    if (parameterExample(parameter) === undefined) return []
    const value = valueOf(parameter)
    // An optional parameter of a form that is not known is left out.
    if (!value) return parameter.required ? [undefined] : []
    return [{ ...value, code: `${argumentName(parameter.name)}=${value.code}` }]
  })
}

/** A reader wants to send a file, not only to get the URL. */
function uploadOf({ query }: Method): Argument[] {
  const examples = Object.fromEntries(query.map(({ name, example }) => [name, example]))
  const texts = { file_name: examples.fileName, content_type: examples.contentType }
  const named = Object.entries(texts).filter(([, text]) => typeof text === 'string')
  return [
    { code: '"…".encode()', imports: [] },
    ...named.map(([name, text]) => ({ code: `${name}=${literal(text)}`, imports: [] })),
  ]
}

/** The types of Python that stand for a format of text. */
const formats: Record<string, (text: string) => string> = {
  uuid: (text) => `uuid.UUID(${text})`,
  date: (text) => `datetime.date.fromisoformat(${text})`,
  'date-time': (text) => `datetime.datetime.fromisoformat(${text})`,
}

function valueOf(parameter: Parameter): Argument | undefined {
  const { schema, shape, choices, written } = parameter
  if (shape !== 'scalar' || choices.length > 0) return undefined
  const code = literal(parameterExample(parameter))
  const named = referenceIn(written.schema)
  if (!schema?.enum) return { code: formats[schema?.format ?? '']?.(code) ?? code, imports: [] }
  return named === undefined ? undefined : { code: `${named}(${code})`, imports: [named] }
}

function bodyOf({ operation, body }: Method): (Argument | undefined)[] {
  if (!body || !operation.body?.required) return []
  const { media } = body
  const named = referenceIn(media.written)
  if (media.kind !== 'json' || named === undefined || !isModel(media)) return [undefined]
  return [{ code: `${named}.from_dict(${literal(bodyExample(media))})`, imports: [named] }]
}

const isModel = ({ schema }: MediaType) => schema?.type === 'object' && !schema.oneOf && !schema.anyOf

/** The name of a schema whose class has the same name in Python. */
function referenceIn(written: unknown): string | undefined {
  // Safe cast: a schema is an object, and a reference has its member.
  const { $ref } = Object(written) as { $ref?: string }
  return /^#\/components\/schemas\/((?:[A-Z][a-z0-9]+)+)$/.exec($ref ?? '')?.[1]
}
