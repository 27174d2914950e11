// generated/client-sdk/models.ts: the contract's types under their own names, as an editor shows them.
import { namesIn } from '../contract-names.ts'
import type { Model, Operation, Schema } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { proposes } from '../typescript/proposals.ts'
import { group, hardline, indent, join, print, softline, type Doc } from '../typescript/print.ts'
import { quote } from '../typescript/syntax.ts'
import { facadeOf, offeredSchemas, type Method } from './facade.ts'
import { bodySource } from './media-types.ts'
import { runtime } from './runtime.ts'

export function renderModels(model: Model): string {
  const methods = facadeOf(model).flatMap((resource) => resource.methods)
  const schemas = Object.entries(offeredSchemas(model)).map(([name, schema]) => schemaType(model, name, schema))
  const bodies = methods.flatMap((method): Doc[] => {
    const source = bodySource(method)
    return source === undefined ? [] : [bodyType(model, method.operation, source)]
  })
  const groups = methods.flatMap((method) => groupTypes(model, method))
  const ids = [
    comment('The operations of the contract, by their operationId.'),
    'export type OperationId = keyof operations',
  ]
  const code = print([join([hardline, hardline], [...schemas, ...bodies, ...groups, ids]), hardline])
  const head = [
    `import type { ${code.includes("components['") ? 'components, ' : ''}operations } from '../api.ts'\n`,
    ...(code.includes('WithFiles<') ? [`import type { WithFiles } from '${runtime}/bodies.ts'\n`] : []),
    ...(code.includes('Named<')
      ? ['\n/** The type itself. An interface extends only a type with a name. */\ntype Named<T> = T\n']
      : []),
  ]
  return `${head.join('')}\n${code}`
}

function schemaType(model: Model, name: string, schema: Schema): Doc {
  const { description = '', deprecated = false } = schema
  const type = namesIn(model).schema(name)
  const source = `components['schemas'][${quote(name)}]`
  const doc = description || deprecated ? comment(withDeprecation(description, deprecated)) : ''
  return [doc, isInterface(schema) ? extending(type, 'Named', source) : `export type ${type} = ${source}`]
}

/** An interface extends an object whose members are known: no union, and not null. */
const isInterface = (schema: Schema) => hasKnownMembers(schema) && !(proposes in schema)

const hasKnownMembers = ({
  type,
  nullable = false,
  enum: values,
  oneOf,
  anyOf,
  allOf,
  not,
  properties = {},
  additionalProperties,
}: Schema) =>
  type === 'object' &&
  !nullable &&
  ![values, oneOf, anyOf, allOf, not].some(Boolean) &&
  // Its other members have a type of their own, which those that are named need not have.
  !(typeof additionalProperties === 'object' && Object.keys(properties).length > 0)

function bodyType(model: Model, { operationId, summary }: Operation, source: string): Doc {
  return [
    comment(`The body of "${summary || operationId}".`),
    group(`export type ${namesIn(model).body(operationId)} =`, indent(softline, ' ', source)),
  ]
}

function groupTypes(model: Model, { operation, query, headerParameters, cookies }: Method): Doc[] {
  const { operationId, summary } = operation
  const names = namesIn(model)
  const title = summary || operationId
  const source = (place: string) => `operations[${quote(operationId)}]['parameters'][${quote(place)}]`
  // OpenAPI has other places for some headers, and the options of a call have others.
  const own = headerParameters.map(({ name }) => quote(name)).join(' | ')
  return [
    ...(query.length > 0
      ? [[comment(`The query of "${title}".`), extending(names.query(operationId), 'NonNullable', source('query'))]]
      : []),
    ...(headerParameters.length > 0
      ? [
          [
            comment(`The headers of "${title}".`),
            extending(names.headers(operationId), 'Pick', `NonNullable<${source('header')}>, ${own}`),
          ],
        ]
      : []),
    ...(cookies.length > 0
      ? [
          [
            comment(`The cookies of "${title}".`),
            extending(names.cookies(operationId), 'NonNullable', source('cookie')),
          ],
        ]
      : []),
  ]
}

const extending = (name: string, type: string, argument: string): Doc =>
  group(`export interface ${name} extends ${type}<`, indent(softline, argument), softline, '> {}')

/** The text, and the tag by which editors strike through what is deprecated. */
export const withDeprecation = (text: string, deprecated: boolean): string =>
  deprecated ? [text, '@deprecated'].filter(Boolean).join('\n\n') : text
