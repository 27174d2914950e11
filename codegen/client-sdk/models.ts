// generated/client-sdk/models.ts: the contract's types under their own names, as an editor shows them.
import type { Model, Operation } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { group, hardline, indent, join, print, softline, type Doc } from '../typescript/print.ts'
import { capitalize, facadeOf, offeredSchemas } from './facade.ts'

const head = `import type { components, operations } from '../api.ts'

/** The type itself. An interface extends only a type with a name. */
type Named<T> = T`

export function renderModels(model: Model): string {
  const schemas = Object.entries(offeredSchemas(model)).flatMap(([name, schema]): Doc[] => {
    const { type, enum: values, nullable = false, description = '' } = schema
    const source = `components['schemas']['${name}']`
    if (type === 'object') return [[comment(description), extending(name, nullable ? 'NonNullable' : 'Named', source)]]
    return values ? [[comment(description), `export type ${name} = ${source}`]] : []
  })
  const queries = facadeOf(model).flatMap(({ methods }) =>
    methods.filter(({ query }) => query.length > 0).map(({ operation }) => queryInterface(operation)),
  )
  const ids = [
    comment('The operations of the contract, by their operationId.'),
    'export type OperationId = keyof operations',
  ]
  return print([join([hardline, hardline], [head, ...schemas, ...queries, ids]), hardline])
}

function queryInterface({ operationId, summary }: Operation): Doc {
  const source = `operations['${operationId}']['parameters']['query']`
  return [comment(`The query of "${summary}".`), extending(queryType(operationId), 'NonNullable', source)]
}

const extending = (name: string, type: string, argument: string): Doc =>
  group(`export interface ${name} extends ${type}<`, indent(softline, argument), softline, '> {}')

export const queryType = (operationId: string) => `${capitalize(operationId)}Query`
