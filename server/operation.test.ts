// The types of operations: right operations compile, and each mistake gets the compiler's message.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { diagnosticsOf, projectRoot } from '../testing/compile.ts'

const imports = `import type { Operation, OperationResult } from 'server/operation.ts'\n`
const getCustomer = (run: string) => `${imports}export const it: Operation<'getCustomer'> = async ${run}`
const getCase = (result: string) => `${imports}
  export const it: Operation<'getCase'> = async ({ path: { caseId } }, { cases }) => {
    const stored = await cases.get(caseId)
    if (!stored) throw new Error(caseId)
    return ${result}
  }`

const compile = {
  'an operation': getCustomer('({ path: { id } }) => ({ status: 200, body: { id, exists: true } })'),
  'an operation with a header': getCase("{ status: 200, body: stored.item, headers: { ETag: 'x' } }"),
}

/** For each mistake: the source, and the compiler's message. */
const doNotCompile: Record<string, [source: string, ...said: (string | RegExp)[]]> = {
  'an operation that the contract does not have': [
    `${imports}export declare const it: Operation<'getCustomr'>`,
    `'"getCustomr"' does not satisfy the constraint`,
  ],
  'a status that is not documented': [
    getCustomer('({ path: { id } }) => ({ status: 201, body: { id, exists: true } })'),
    `'201' is not assignable to type '200'`,
  ],
  'an error, which is to be thrown': [
    getCustomer('({ path: { id } }) => ({ status: 403, body: { id, exists: true } })'),
    `'403' is not assignable to type '200'`,
  ],
  'a status without its body': [getCustomer('() => ({ status: 200 })'), `Property 'body' is missing`],
  'a body that lacks a member': [
    getCustomer('({ path: { id } }) => ({ status: 200, body: { id } })'),
    `Property 'exists' is missing`,
  ],
  'a body with a member of another type': [
    getCustomer("({ path: { id } }) => ({ status: 200, body: { id, exists: 'yes' } })"),
    `'body.exists'`,
    `'string' is not assignable to type 'boolean'`,
  ],
  'a body with a member that nobody documented, in a result that states its type': [
    `${imports}export const it = { status: 200, body: { id: 'x', exists: true, more: 1 } } satisfies OperationResult<'getCustomer'>`,
    `'more' does not exist`,
  ],
  'a body where the contract has none': [
    `${imports}export const it: Operation<'deleteCustomer'> = () => ({ status: 204, body: {} })`,
    `'{}' is not assignable to type 'undefined'`,
  ],
  'a result without a header that the contract requires': [
    getCase('{ status: 200, body: stored.item }'),
    `Property 'headers' is missing`,
    'ETag: string',
  ],
  'a header under another name': [
    getCase("{ status: 200, body: stored.item, headers: { Etag: 'x' } }"),
    `Property 'ETag' is missing`,
  ],
  'a header that the contract has for another response': [
    getCase("{ status: 200, body: stored.item, headers: { ETag: 'x', Location: '/x' } }"),
    `property 'Location' are incompatible`,
  ],
  'a header of one status with another': [
    `${imports}export const it: Operation<'putCustomer'> = ({ path: { id } }) => ({ status: 200, body: { id, exists: true }, headers: { Location: id } })`,
    `'headers' are incompatible`,
    `Location`,
  ],
  'a header where the contract has none': [
    getCustomer("({ path: { id } }) => ({ status: 200, body: { id, exists: true }, headers: { 'X-Own': id } })"),
    `'headers' are incompatible`,
    'X-Own',
  ],
  'a path parameter that is not there': [
    getCustomer('({ path: { customerId } }) => ({ status: 200, body: { id: customerId, exists: true } })'),
    `Property 'customerId' does not exist on type '{ id: string; }'`,
  ],
  'a query parameter that is not there': [
    `${imports}export const it: Operation<'listCases'> = ({ query: { state } }) => ({ status: 200, body: { cases: [], nextCursor: state } })`,
    `Property 'state' does not exist`,
  ],
  'a query where the contract has none': [
    getCustomer('({ query: { id } }) => ({ status: 200, body: { id, exists: true } })'),
    /Property 'id' does not exist on type .*(unknown|\{\})/,
  ],
  'a body parameter that is not there': [
    `${imports}export const it: Operation<'chat'> = ({ body: { question } }) => { throw new Error(question) }`,
    `Property 'question' does not exist`,
  ],
  'a header by its name in the contract, where names are in lower case': [
    `${imports}export const it: Operation<'updateCase'> = ({ headers }) => { throw new Error(headers['If-Match']) }`,
    `'If-Match'`,
  ],
  'a dependency that is not there': [
    getCustomer('({ path: { id } }, { clients }) => ({ status: 200, body: { id, exists: clients.has(id) } })'),
    `Property 'clients' does not exist on type 'Context'`,
  ],
  'the operation of another id': [
    `${imports}export const it = (operation: Operation<'getCustomer'>): Operation<'getCase'> => operation`,
    `Operation<"getCustomer">' is not assignable to type 'Operation<"getCase">'`,
  ],
}

/** The table of operations with one entry replaced. */
const table = async (entry: string) => {
  const source = await readFile(join(projectRoot, 'server/operations/index.ts'), 'utf8')
  const rooted = source.replaceAll("from './", "from 'server/operations/").replaceAll("from '../", "from 'server/")
  expect(rooted).toContain('\n  ...customers,')
  return rooted.replace('\n  ...customers,', `\n  ${entry}`)
}

let said: Record<string, string>
beforeAll(async () => {
  said = await diagnosticsOf({
    ...compile,
    ...Object.fromEntries(Object.entries(doNotCompile).map(([name, [source]]) => [name, source])),
    'the table': await table('...customers,'),
    'a missing operation': await table('...(({ getCustomer: _, ...others }) => others)(customers),'),
    'a misnamed operation': await table('...customers, getCustomr: customers.getCustomer,'),
    'an operation under another name': await table('...customers, getCustomer: customers.deleteCustomer,'),
  })
})

test.each([...Object.keys(compile), 'the table'])('%s compiles', (name) => {
  expect(said[name]).toBe('')
})

test.each(Object.entries(doNotCompile))('%s does not compile', (name, [, ...expected]) => {
  expect(said[name]?.match(/error TS/g)).toHaveLength(1)
  for (const part of expected) expect(said[name]).toMatch(part)
})

test('a missing operation does not compile, and is named alone', () => {
  expect(said['a missing operation']).toContain(`Property 'getCustomer' is missing`)
  expect(said['a missing operation']).not.toContain('deleteCustomer is missing')
})

test('an operation that the contract does not have is named', () => {
  expect(said['a misnamed operation']).toMatch(/'getCustomr' are incompatible/)
})

test('an operation in the place of another is named', () => {
  expect(said['an operation under another name']).toMatch(/'getCustomer\(\.\.\.\)' are incompatible/)
})
