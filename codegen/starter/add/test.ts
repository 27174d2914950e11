// The test of a new resource, in the style of the hand-written ones.
import { capitalize } from '../../identifiers.ts'
import { isPublic, requiredFields, valueOf, type NewResource } from './resource.ts'

const literal = (value: string | number | boolean) => (typeof value === 'string' ? `'${value}'` : String(value))

export const renderTest = (resource: NewResource): string =>
  [head(resource), calls(resource), changes(resource), lists(resource), rights(resource)].join('\n')

/** How the test writes a request of a caller who may. */
function callersOf({ access }: NewResource) {
  const byKey = access === 'api-key'
  return {
    byKey,
    caller: byKey ? '{ apiKeyId }' : '{ headers: { authorization } }',
    json: (value: string) => (byKey ? `{ ...json(${value}), apiKeyId }` : `json(${value}, { authorization })`),
    withHeaders: (headers: string) =>
      byKey ? `{ headers: { ${headers} }, apiKeyId }` : `{ headers: { authorization, ${headers} } }`,
  }
}

/** The filter has a value in the input, or the first one without it. */
const filterIsGiven = (resource: NewResource) => requiredFields(resource).includes(resource.filter)
const valuesOf = ({ filter }: NewResource) => [literal(valueOf(filter)), literal(valueOf(filter, true))]

function head(resource: NewResource): string {
  const { words, filter } = resource
  const { schema, id, many } = words
  const { byKey } = callersOf(resource)
  const body = requiredFields(resource).map((field) => `  ${field.name}: ${literal(valueOf(field))},\n`)
  const stored = filterIsGiven(resource) ? '' : `${filter.name}: string; `
  return `// ${capitalize(many)}: what is created, changed, listed and deleted, and who may do so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ${byKey ? 'apiKeyId, ' : ''}bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
${byKey ? '' : 'let authorization: string\n'}beforeAll(async () => {
  door = await openFrontDoor()
${byKey ? '' : '  authorization = `Bearer ${door.idToken()}`\n'}})
afterAll(() => door.close())

const input = {
${body.join('')}}
type ${schema} = typeof input & { ${id}: string; ${stored}createdAt: string; updatedAt: string }
`
}

function calls(resource: NewResource): string {
  const { property, schema, id, name } = resource.words
  const { caller, json } = callersOf(resource)
  return `const create = async (changes: object = {}) => {
  const response = await door.send('POST', '/${name}', ${json('{ ...input, ...changes }')})
  expect(response.status).toBe(201)
  return { ...(bodyOf(response) as unknown as ${schema}), etag: response.headers.ETag ?? '' }
}
const get = (${id}: string) => door.send('GET', \`/${name}/\${${id}}\`, ${caller})
const put = (${id}: string, changes: object) => door.send('PUT', \`/${name}/\${${id}}\`, ${json('changes')})
const list = async (query: string) =>
  bodyOf(await door.send('GET', \`/${name}?\${query}\`, ${caller})).${property} as ${schema}[]
`
}

function changes(resource: NewResource): string {
  const { words, filter } = resource
  const { variable, id, aOne } = words
  const [first, second] = valuesOf(resource)
  const expected = filterIsGiven(resource) ? '...input' : `...input, ${filter.name}: ${first}`
  return `test('${aOne} is created, and read as it was created', async () => {
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
`
}

function lists(resource: NewResource): string {
  const { words, filter } = resource
  const { property, schema, id, one, name } = words
  const { caller, withHeaders } = callersOf(resource)
  const [first, second] = valuesOf(resource)
  return `test('lists are newest first, and by ${filter.name} after each change of it', async () => {
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
`
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
