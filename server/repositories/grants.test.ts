// A verb that tables.ts does not grant does not compile: neither a table's verb nor a repository's.
import { beforeAll, expect, test } from 'vitest'
import { diagnosticsOf } from '../../testing/compile.ts'
import { openTable } from './table.ts'
import { tables, type Action, type TableName } from './tables.ts'

const imports = `
  import type { Dependencies } from 'server/dependencies.ts'
  import type { TaskDependencies } from 'server/task-dependencies.ts'
  import { createCustomers } from 'server/repositories/customers.ts'
  import { createCases } from 'server/repositories/cases.ts'
  import { openTable, type Table } from 'server/repositories/table.ts'
  export declare const dependencies: Dependencies
  export declare const tasks: TaskDependencies
  export declare const store: Parameters<typeof openTable>[2]
  export declare const table: <Verb extends keyof Table>(...verbs: Verb[]) => Table<Verb>
`

const compile = {
  'a deletion that is granted': `export const it = dependencies.customers.delete('1')`,
  'an update over a table that allows it': `export const it = createCases(table('get', 'update'), 1).update('1', {})`,
  'a read by a task that may read': `export const it = tasks.validateExists.customers.exists('1')`,
}

/** For each missing action: the source, and the compiler's message. */
const doNotCompile: Record<string, [source: string, said: string]> = {
  'a deletion, where the API may not delete': [
    `export const it = dependencies.cases.delete('1')`,
    `Property 'delete' does not exist on type 'Repository<`,
  ],
  'an update over a table without updates': [
    `export const it = createCases(table('get', 'put', 'delete', 'query'), 1).update('1', {})`,
    `Property 'update' does not exist on type 'Repository<`,
  ],
  'an update over a table without the read that explains a failed condition': [
    `export const it = createCases(table('update'), 1).update('1', {})`,
    `Property 'update' does not exist on type 'Repository<`,
  ],
  'a list over a table without queries': [
    `export const it = createCases(table('get', 'put'), 1).list(undefined, { limit: 1, after: undefined })`,
    `Property 'list' does not exist on type 'Repository<`,
  ],
  'a customer who is put by a task that may only read': [
    `export const it = tasks.validateExists.customers.put('1')`,
    `Property 'put' does not exist on type 'Repository<`,
  ],
  "a table's verb": [
    `export const it = openTable('cases', 'api', store).delete('1')`,
    `Property 'delete' does not exist on type 'Table<`,
  ],
  'a table that the function may not use': [
    `export const it = openTable('cases', 'insertId', store)`,
    `'"insertId"' is not assignable to`,
  ],
}

let said: Record<string, string>
beforeAll(async () => {
  const sources = {
    ...compile,
    ...Object.fromEntries(Object.entries(doNotCompile).map(([name, [code]]) => [name, code])),
  }
  said = await diagnosticsOf(
    Object.fromEntries(Object.entries(sources).map(([name, code]) => [name, `${imports}\n${code}`])),
  )
})

test.each(Object.keys(compile))('%s compiles', (name) => {
  expect(said[name]).toBe('')
})

test.each(Object.entries(doNotCompile))('%s does not compile', (name, [, expected]) => {
  expect(said[name]?.match(/error TS/g)).toHaveLength(1)
  expect(said[name]).toContain(expected)
})

test('a table has one verb for each action that is granted, and no other', () => {
  const actionOf: Record<string, Action> = {
    get: 'GetItem',
    put: 'PutItem',
    update: 'UpdateItem',
    delete: 'DeleteItem',
    query: 'Query',
  }
  for (const name of Object.keys(tables) as TableName[]) {
    const verbs = Object.keys(openTable(name, 'api', { documents: undefined as never, tableName: name }))
    expect(verbs.map((verb) => actionOf[verb]).sort(), name).toEqual([...tables[name].actions.api].sort())
  }
})
