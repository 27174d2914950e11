// Which indexes a deployment would change. DynamoDB changes one index of a table at a time, and CloudFormation fails on two.
import type { TableDefinition } from '../../server/repositories/tables.ts'
import { constructId } from '../names.ts'

/** The keys of each index, by its name. */
type Indexes = Record<string, string>

/** The tables by the beginning of their logical id. */
export type TableIndexes = Record<string, Indexes>

type Template = { Resources?: Record<string, { Type: string; Properties?: Record<string, unknown> }> }
type KeySchema = { AttributeName: string; KeyType: string }[]

/** @param template As deployed, or as accepted: there the ids have no hash. */
export function indexesOfTemplate({ Resources = {} }: Template): TableIndexes {
  const tables = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::DynamoDB::Table')
  return Object.fromEntries(
    tables.map(([id, { Properties = {} }]) => {
      const indexes = (Properties.GlobalSecondaryIndexes ?? []) as { IndexName: string; KeySchema: KeySchema }[]
      const keys = indexes.map(({ IndexName, KeySchema }) => [
        IndexName,
        KeySchema.map(({ AttributeName }) => AttributeName).join(', '),
      ])
      return [id.replace(/[0-9A-F]{8}$/, ''), Object.fromEntries(keys) as Indexes]
    }),
  )
}

/** What the code of this commit would deploy. */
export const indexesOfCode = (definitions: Record<string, TableDefinition>): TableIndexes =>
  Object.fromEntries(
    Object.entries(definitions).map(([table, { indexes }]) => [
      `Tables${constructId(table)}`,
      Object.fromEntries(
        Object.entries(indexes).map(([name, { partitionKey, sortKey }]) => [name, `${partitionKey}, ${sortKey}`]),
      ),
    ]),
  )

/** A sentence for each table that cannot be deployed like this, with the order of the deployments that do it. */
export function refusedChanges(before: TableIndexes, after: TableIndexes): string[] {
  return Object.entries(after).flatMap(([table, wanted]) => {
    const present = before[table]
    // A new table is made with all its indexes.
    if (!present) return []
    const added = Object.keys(wanted).filter((name) => !Object.hasOwn(present, name))
    const removed = Object.keys(present).filter((name) => !Object.hasOwn(wanted, name))
    const replaced = Object.keys(wanted).filter(
      (name) => Object.hasOwn(present, name) && wanted[name] !== present[name],
    )
    if (added.length + removed.length + replaced.length * 2 < 2) return []
    const steps = [
      ...added.map((name) => `add ${name} (${wanted[name] ?? ''})`),
      ...replaced.map((name) => `add ${name} under a new name, with the keys ${wanted[name] ?? ''}`),
      ...(added.length + replaced.length > 0 && removed.length + replaced.length > 0
        ? ['release the code that reads the new index']
        : []),
      ...[...removed, ...replaced].map((name) => `remove ${name} (${present[name] ?? ''})`),
    ]
    return [
      `${table.replace(/^Tables/, '')}: this deployment changes more than one index, and DynamoDB changes one at a time. Nothing has been deployed.\nDeploy in this order, and wait for each (docs/runbooks/add-an-index.md):\n${steps
        .map((step, n) => `  ${n + 1}. ${step}`)
        .join('\n')}`,
    ]
  })
}
