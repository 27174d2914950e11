// generated/client-sdk/models.ts: the contract's types under their own names, as an editor shows them.
import { resolve, type Contract, type Schema } from '../contract.ts'
import { capitalize, facadeOf } from './facade.ts'
import { comment } from './comment.ts'

export function renderModels(contract: Contract): string {
  const schemas = Object.entries(contract.components?.schemas ?? {}).flatMap(([name, schema]) => {
    const { type, enum: values, description = '' } = resolve<Schema>(contract, schema)
    const source = `components['schemas']['${name}']`
    if (type === 'object') return [`${comment(description)}export interface ${name} extends Named<${source}> {}`]
    return values ? [`${comment(description)}export type ${name} = ${source}`] : []
  })
  const queries = facadeOf(contract).flatMap(({ methods }) =>
    methods
      .filter(({ query }) => query.length > 0)
      .map(({ operation: { operationId, summary = '' } }) => {
        const source = `operations['${operationId}']['parameters']['query']`
        return `${comment(`The query of "${summary}".`)}export interface ${queryType(operationId)} extends NonNullable<${source}> {}`
      }),
  )
  return [
    "import type { components, operations } from '../api.ts'",
    '',
    '/** A type as it is: an interface needs a name to extend. */',
    'type Named<T> = T',
    '',
    [...schemas, ...queries].join('\n\n'),
    '',
    '/** The operations of the contract, by their operationId. */',
    'export type OperationId = keyof operations',
    '',
  ].join('\n')
}

export const queryType = (operationId: string) => `${capitalize(operationId)}Query`
