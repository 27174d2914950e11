// The code of a new resource: its operations, its repository and its test.
import { hasDefault, isPublic, requiredFields, valueOf, type NewResource } from './resource.ts'
import { capitalize } from '../../identifiers.ts'

export function renderOperations(resource: NewResource): string {
  const { words, filter } = resource
  const { property, schema, schemas, id, one, many, name } = words
  const start = hasDefault(resource) ? ` ${filter.name}: '${String(filter.values[0])}',` : ''
  return `// Operations on ${many}.
import { acceptedRevisions } from '../http/etag.ts'
import { bodyHash, newId } from '../http/idempotency.ts'
import { pageOf } from '../http/page.ts'
import type { Operation } from '../operation.ts'
import { isTimedPosition } from '../repositories/positions.ts'
import { changed, created, found, ok, original, unchanged } from './results.ts'

export const create${schema}: Operation<'create${schema}'> = async ({ body, headers }, { ${property}, caller }) => {
  const ${id} = newId('create${schema}', caller.id, headers['idempotency-key'])
  const { stored, outcome } = original(await ${property}.create({ ${id},${start} ...body }, bodyHash(body)))
  return created(\`/${name}/\${${id}}\`, stored, outcome)
}

export const list${schemas}: Operation<'list${schemas}'> = async ({ query }, { ${property} }) => {
  const { page, next } = pageOf(['list${schemas}', query.${filter.name}], query, isTimedPosition)
  const list = await ${property}.list(query.${filter.name}, page)
  return { status: 200, body: { ${property}: list.items, ...next(list.next) } }
}

export const get${schema}: Operation<'get${schema}'> = async ({ path: { ${id} } }, { ${property} }) =>
  ok(found(await ${property}.get(${id}), \`${one} \${${id}}\`))

export const update${schema}: Operation<'update${schema}'> = async ({ path: { ${id} }, headers, body }, { ${property} }) => {
  const change = await ${property}.update(${id}, body, acceptedRevisions(headers['if-match']))
  return ok(changed(change, \`${one} \${${id}}\`))
}

export const delete${schema}: Operation<'delete${schema}'> = async ({ path: { ${id} }, headers }, { ${property} }) => {
  const outcome = await ${property}.delete(${id}, acceptedRevisions(headers['if-match']))
  if (outcome !== 'deleted') throw unchanged(outcome, \`${one} \${${id}}\`)
  return { status: 204 }
}
`
}

export function renderRepository({ words, filter }: NewResource): string {
  const { property, schema, schemas, id, one, many } = words
  return `// ${capitalize(many)} as they are stored.
import type { components } from '../../generated/api.ts'
import { validators } from '../../generated/validators/index.ts'
import { createRepository } from './repository.ts'
import { storedItems } from './stored-items.ts'
import { tables } from './tables.ts'
import type { ReportBroken } from './valid-items.ts'

type ${schema} = components['schemas']['${schema}']

export function create${schemas}<Table>(table: Table, shards: number, report?: ReportBroken) {
  const verbs = storedItems<${schema}>({
    resource: '${one}',
    idMember: tables.${property}.partitionKey,
    filter: { member: '${filter.name}', index: 'by${capitalize(filter.name)}' },
    sortKeyOf: ({ createdAt, ${id} }) => \`\${createdAt}#\${${id}}\`,
    newestFirst: true,
    shards,
    validator: async () => (await validators.get${schema}()).get${schema}.answer,
    report,
  })
  return createRepository(verbs, table)
}
`
}

const literal = (value: string | number | boolean) => (typeof value === 'string' ? `'${value}'` : String(value))

export function renderTest(resource: NewResource): string {
  const { words, filter, access } = resource
  const { property, variable, schema, id, one, many, aOne, name } = words
  const given = requiredFields(resource)
  const filterIsGiven = given.includes(filter)
  const body = given.map((field) => `  ${field.name}: ${literal(valueOf(field))},\n`).join('')
  const [first, second] = [literal(valueOf(filter)), literal(valueOf(filter, true))]
  const expected = filterIsGiven ? '...input' : `...input, ${filter.name}: ${first}`
  const caller = access === 'api-key' ? '{ apiKeyId }' : '{ headers: { authorization } }'
  const imports =
    access === 'api-key'
      ? 'apiKeyId, bodyOf, json, openFrontDoor, type FrontDoor'
      : 'bodyOf, json, openFrontDoor, type FrontDoor'
  const json = (value: string, headers = '') =>
    access === 'api-key'
      ? `{ ...json(${value}${headers && `, { ${headers} }`}), apiKeyId }`
      : `json(${value}, { authorization${headers && `, ${headers}`} })`
  const withHeaders = (headers: string) =>
    access === 'api-key' ? `{ headers: { ${headers} }, apiKeyId }` : `{ headers: { authorization, ${headers} } }`
  const start = access === 'api-key' ? '' : 'let authorization: string\n'
  const signIn = access === 'api-key' ? '' : '  authorization = `Bearer ${door.idToken()}`\n'
  return `// ${capitalize(many)}: what is created, changed, listed and deleted, and who may do so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ${imports} } from '../../testing/front-door.ts'

let door: FrontDoor
${start}beforeAll(async () => {
  door = await openFrontDoor()
${signIn}})
afterAll(() => door.close())

const input = {
${body}}
type ${schema} = typeof input & { ${id}: string; ${filterIsGiven ? '' : `${filter.name}: string; `}createdAt: string; updatedAt: string }

const create = async (changes: object = {}) => {
  const response = await door.send('POST', '/${name}', ${json('{ ...input, ...changes }')})
  expect(response.status).toBe(201)
  return { ...(bodyOf(response) as unknown as ${schema}), etag: response.headers.ETag ?? '' }
}
const get = (${id}: string) => door.send('GET', \`/${name}/\${${id}}\`, ${caller})
const put = (${id}: string, changes: object) => door.send('PUT', \`/${name}/\${${id}}\`, ${json('changes')})
const list = async (query: string) =>
  bodyOf(await door.send('GET', \`/${name}?\${query}\`, ${caller})).${property} as ${schema}[]

test('${aOne} is created, and read as it was created', async () => {
  const { etag, ...${variable} } = await create()
  expect(${variable}).toMatchObject({ ${expected} })
  const read = await get(${variable}.${id})
  expect(read).toMatchObject({ status: 200, headers: { ETag: etag } })
  expect(bodyOf(read)).toEqual(${variable})
})

test('an update changes the given members and leaves the others', async () => {
  const { ${id} } = await create()
  const changed = await put(${id}, { ${filter.name}: ${second} })
  expect(bodyOf(changed)).toMatchObject({ ...input, ${filter.name}: ${second} })
  expect(bodyOf(await get(${id}))).toEqual(bodyOf(changed))
})

test('lists are newest first, and by ${filter.name} after each change of it', async () => {
  const ids = [(await create()).${id}, (await create()).${id}]
  const mine = (${property}: ${schema}[]) => ${property}.map(({ ${id} }) => ${id}).filter((found) => ids.includes(found))
  expect(mine(await list('limit=100'))).toEqual([ids[1], ids[0]])
  await put(ids[0] ?? '', { ${filter.name}: ${second} })
  const query = (value: string) => \`${filter.name}=\${encodeURIComponent(value)}&limit=100\`
  expect(mine(await list(query(${first})))).toEqual([ids[1]])
  expect(mine(await list(query(${second})))).toEqual([ids[0]])
})

test('a deleted ${one} is gone, and If-Match guards the deletion', async () => {
  const { ${id}, etag } = await create()
  const path = \`/${name}/\${${id}}\`
  await put(${id}, { ${filter.name}: ${second} })
  expect((await door.send('DELETE', path, ${withHeaders(`'if-match': etag`)})).status).toBe(412)
  expect((await door.send('DELETE', path, ${caller})).status).toBe(204)
  expect((await door.send('DELETE', path, ${caller})).status).toBe(404)
  expect((await get(${id})).status).toBe(404)
})

${rights(resource)}`
}

function rights(resource: NewResource): string {
  const { words, access } = resource
  if (access === 'api-key') {
    return `test('every operation needs an API key', async () => {
  expect((await door.send('GET', '/${words.name}')).status).toBe(403)
  expect((await door.send('POST', '/${words.name}', json(input))).status).toBe(403)
})
`
  }
  const free = isPublic(resource)
  return `test('${free ? 'writing needs a user, reading does not' : 'reading and writing need a user'}', async () => {
  expect((await door.send('GET', '/${words.name}')).status).toBe(${free ? 200 : 401})
  expect((await door.send('POST', '/${words.name}', json(input))).status).toBe(401)
})
`
}
