// The document as openapi-typescript is to read it: what it takes for something else, says the same in another way.
import type { OpenAPIV3 } from 'openapi-types'
import { methods } from '../contract.ts'
import { forbidden } from '../model/normal/forms.ts'
import { mapParts, mapSchemas, type Written } from '../model/normal/schema.ts'
import { followIn } from '../model/references.ts'
import type { Answer, Contract, Model, Operation } from '../model.ts'
import { withMemberTexts } from './member-texts.ts'
import { withProposals } from './proposals.ts'

/** The member of a schema that no value has. */
export const never = 'x-never'

const known = new WeakMap<Model, Contract>()

/** The types and those of received requests are made of one document. Nobody changes it. */
export function typedDocument(model: Model): Contract {
  const document = known.get(model) ?? documentOf(model)
  known.set(model, document)
  return document
}

function documentOf(model: Model): Contract {
  const { normal, operations, sharedAnswers } = model
  const follow = followIn(normal)
  const typedSchema = (schema: Written) => typed(withProposals(model, withMemberTexts(schema, follow)))
  // A copy of every node: some stand in it twice, and each is changed for its own place.
  const document = JSON.parse(JSON.stringify(mapSchemas(normal, typedSchema))) as Contract
  for (const [name, answer] of Object.entries(sharedAnswers)) inline(document.components?.responses?.[name], answer)
  for (const operation of operations) {
    const written = document.paths[operation.path]?.[operation.method]
    if (!written) continue
    written.operationId = operation.operationId
    // openapi-typescript takes an extension for an answer. In 3.1 an operation may have no answers.
    for (const key of Object.keys(Object(written.responses) as object))
      if (key.startsWith('x-')) Reflect.deleteProperty(written.responses, key)
    for (const answer of [...operation.answers, ...operation.otherAnswers])
      inline(written.responses[answer.key], answer)
  }
  for (const path of new Set(operations.map((operation) => operation.path)))
    placeParameters(
      document.paths[path] ?? {},
      operations.filter((operation) => operation.path === path),
    )
  showDefaults(document)
  return document
}

/** openapi-typescript shows the default of a schema, and none of a parameter, whose schema has it. */
function showDefaults(document: Contract) {
  const follow = followIn(document)
  const items = Object.values(document.paths).flatMap((item) => [item, ...methods.map((method) => item?.[method])])
  const lists = [Object.values(document.components?.parameters ?? {}), ...items.map((item) => item?.parameters ?? [])]
  for (const parameter of lists.flat()) {
    // Safe cast: the document writes its schemas in this form.
    const { schema } = parameter as { schema?: Written }
    const value = schema?.$ref === undefined ? schema?.default : follow(schema.$ref).default
    if (value !== undefined) Object.assign(parameter, { default: value })
  }
}

export function typed(schema: Written): Written {
  // The normal form has narrowed the branches; openapi-typescript would do that in its own way.
  const { discriminator: _, [forbidden]: absent, ...rest } = mapParts(schema, typed)
  const members = Array.isArray(absent) ? (absent as string[]).map((name) => [name, { [never]: true }] as const) : []
  const all = withPlainNames(
    members.length > 0 ? { ...rest, properties: { ...rest.properties, ...Object.fromEntries(members) } } : rest,
  )
  // `null` is a value of an enum only where the enum lists it.
  const isNullable = schema.nullable === true && (schema.enum?.includes(null) ?? true)
  if (isNullable || schema.nullable === undefined) return all
  const { nullable: __, ...notNull } = all
  return notNull
}

const mark = 'own-member-'

/** openapi-typescript takes a member of the name `toString` for one that every object has, and ends in a cycle. */
function withPlainNames(schema: Written): Written {
  const { properties = {}, required = [] } = schema
  const plain = (name: string) => (name in Object.prototype ? mark + name : name)
  if (![...Object.keys(properties), ...required].some((name) => name in Object.prototype)) return schema
  const members = Object.entries(properties).map(([name, member]) => [plain(name), member] as const)
  return {
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(members) }),
    ...(schema.required && { required: required.map(plain) }),
  }
}

/** The text of the types, with the names of the members as the contract has them. */
export const withOwnNames = (text: string): string =>
  text.includes(mark) ? text.replaceAll(new RegExp(`"${mark}(\\w+)"`, 'g'), '"$1"') : text

/** openapi-typescript takes a header behind a $ref for a required one. */
function inline(response: OpenAPIV3.ResponseObject | OpenAPIV3.ReferenceObject | undefined, { headers }: Answer) {
  if (!response || '$ref' in response || headers.length === 0) return
  response.headers = Object.fromEntries(headers.map(({ name, written }) => [name, written]))
}

type Place = Pick<OpenAPIV3.ParameterObject, 'in' | 'name'>
const keyOf = ({ in: place, name }: Place) => `${place} ${place === 'header' ? name.toLowerCase() : name}`

/** openapi-typescript writes an overridden parameter twice. Then each operation gets all of its own. */
function placeParameters(item: OpenAPIV3.PathItemObject, operations: Operation[]) {
  const isPlain = operations.every(({ method, parameters }) => {
    const written = [...(item.parameters ?? []), ...(item[method]?.parameters ?? [])]
    const hasContent = parameters.some(({ contentType }) => contentType !== undefined)
    return (
      !hasContent && written.length === parameters.length && new Set(parameters.map(keyOf)).size === parameters.length
    )
  })
  if (isPlain) return
  delete item.parameters
  for (const { method, parameters } of operations) {
    const operation = item[method]
    if (operation) operation.parameters = parameters.map(({ written }) => typedParameter(written))
  }
}

const typedParameter = ({ content, ...written }: OpenAPIV3.ParameterObject): OpenAPIV3.ParameterObject => {
  // openapi-typescript takes a parameter that has `content` for a text; callers give its value.
  const schema = written.schema ?? Object.values(content ?? {})[0]?.schema
  return { ...written, ...(schema && { schema: typed(schema as Written) as OpenAPIV3.SchemaObject }) }
}
