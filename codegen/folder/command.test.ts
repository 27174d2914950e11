// npm run generate -- --spec FILE --out FOLDER: exit codes, formats, and what a folder holds.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateFolder } from './command.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-'))
})
afterAll(() => rm(root, { recursive: true }))

const ok = { description: 'OK', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } }
const contract = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: { 200: ok } },
    },
  },
  components: {
    schemas: {
      Thing: { type: 'object', properties: { id: { type: 'integer' }, mail: { type: 'string', format: 'uri' } } },
    },
  },
}

async function generate(
  content: string | object,
  more: { only?: string; name?: string; format?: string } = {},
  name = 'a.json',
) {
  const spec = join(root, name)
  await writeFile(spec, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2))
  const out = await mkdtemp(join(root, 'out-'))
  const outcome = await generateFolder({ spec, out, format: 'text', ...more })
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const paths = files.map((file) => join(file.parentPath, file.name).slice(out.length + 1)).sort()
  return { ...outcome, out, paths, read: (path: string) => readFile(join(out, path), 'utf8') }
}

const withGet = (more: object) => ({ ...contract, paths: { '/a': { get: { responses: { 200: ok }, ...more } } } })

test('a contract gives a folder, and exit code 0', async () => {
  const { exitCode, stdout, stderr, paths, read } = await generate(contract)
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
  expect(stderr).toMatch(/is written: 1 operations, \d+ files/)
  for (const path of ['openapi.json', 'tsconfig.json', 'api.ts', 'names.ts', 'routes.ts', 'api-gateway.json'])
    expect(paths).toContain(path)
  for (const path of ['validators/index.ts', 'client-sdk/index.ts', 'client-sdk/runtime/send.ts', 'example/main.ts'])
    expect(paths).toContain(path)
  // The contract has none of these.
  for (const name of ['agents', 'events', 'problems.ts', 'headers.ts', 'sample-data.ts', 'upload-limits.ts']) {
    expect(paths.filter((path) => path.startsWith(name))).toEqual([])
  }
  const gateway = JSON.parse(await read('api-gateway.json')) as object
  expect(gateway).not.toHaveProperty(['x-amazon-apigateway-gateway-responses'])
})

test.each([
  ['3.0.3', 'a misspelt type', { type: 'strin' }, 'string'],
  ['3.0.3', 'a type of other languages', { type: 'int' }, 'Write `type: integer`.'],
  [
    '3.0.3',
    'a type of other languages, with its format',
    { type: 'datetime' },
    '`type: string` with `format: date-time`',
  ],
  ['3.0.3', 'no type at all', { type: 'any' }, 'Leave `type` out'],
  ['3.0.3', 'a type with a name that objects have', { type: 'constructor' }, 'Write one of these.'],
  ['3.0.3', 'a keyword with a name that objects have', { constructor: 1 }, 'or begin its name with `x-`'],
  ['3.0.3', 'a required member', { type: 'string', required: true }, 'a list. Write the name of the member'],
  ['3.0.3', 'a number as a text', { type: 'string', minLength: '3' }, 'Write it without quotes.'],
  ['3.0.3', 'a text as a number', { type: 'string', title: 7 }, 'Write it in quotes: "7".'],
  ['3.0.3', 'a misspelt keyword', { type: 'string', readonly: true }, 'readOnly'],
  ['3.0.3', 'an unknown keyword', { type: 'string', colour: 'red' }, 'or begin its name with `x-`'],
  ['3.0.3', 'members as a list', { type: 'object', properties: [] }, 'Write a map of members.'],
  ['3.0.3', 'a type of 3.1', { type: ['string', 'null'] }, '`nullable: true` beside it allows null'],
  ['3.0.3', 'a bound of 3.1', { type: 'integer', exclusiveMinimum: 1 }, '`exclusiveMinimum: true` stands beside it'],
  ['3.0.3', 'a constant', { const: 'a' }, 'In 3.0 write `enum` with this one value'],
  ['3.0.3', 'a tuple', { type: 'array', prefixItems: [{ type: 'string' }] }, 'In 3.0 write `items` with `oneOf`'],
  ['3.1.0', 'nullable', { type: 'string', nullable: true }, "In 3.1 write `type: [string, 'null']`"],
  ['3.1.0', 'a bound of 3.0', { type: 'integer', maximum: 9, exclusiveMaximum: true }, 'In 3.1 it is the bound itself'],
])('in a document of %s, %s is refused with what to write', async (openapi, _what, schema, advice) => {
  const content = { 'application/json': { schema } }
  const spec = { ...withGet({ responses: { 200: { description: 'OK', content } } }), openapi }
  const { exitCode, stdout } = await generate(spec)
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^\S+a\.json:\d+:\d+ struct /)
  expect(stdout).toContain(advice)
})

const query = { name: 'q', in: 'query', schema: { type: 'string' } }

test.each<[what: string, operation: object, rule: string, advice: string]>([
  ['a parameter of Swagger 2', { parameters: [{ ...query, type: 'string' }] }, 'struct', "in the parameter's `schema`"],
  ['a body of Swagger 2', { parameters: [{ ...query, in: 'body' }] }, 'struct', 'In OpenAPI 3 write `requestBody`'],
  ['media types of Swagger 2', { consumes: ['application/json'] }, 'struct', 'are the keys of `requestBody.content`'],
  ['an answer of Swagger 2', { responses: { 200: { description: '', schema: {} } } }, 'struct', 'Write `content`'],
  ['an answer without a text', { responses: { 200: {} } }, 'struct', 'Add it.'],
  ['a parameter twice', { parameters: [query, query] }, 'operation-parameters-unique', 'Leave one of them out.'],
  [
    'a parameter that its path has not',
    { parameters: [{ ...query, in: 'path', required: true }] },
    'path-parameters-defined',
    'Write it in the path in braces',
  ],
  [
    'a missing file',
    { responses: { 200: { $ref: 'no.yaml#/a' } } },
    'no-unresolved-refs',
    'no.yaml. Copy it to this place',
  ],
  [
    'a missing schema',
    { parameters: [{ ...query, schema: { $ref: '#/components/schemas/No' } }] },
    'no-unresolved-refs',
    '$ref #/components/schemas/No: nothing is there. Write',
  ],
])('%s is refused with what to write', async (_what, operation, rule, advice) => {
  const { exitCode, stdout } = await generate(withGet(operation))
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(new RegExp(`^\\S+a\\.json:\\d+:\\d+ ${rule} `))
  expect(stdout).toContain(advice)
})

test.each<[what: string, paths: object, rule: string, advice: string]>([
  [
    'one id of two operations',
    {
      '/a': { get: { operationId: 'one', responses: { 200: ok } } },
      '/b': { get: { operationId: 'one', responses: { 200: ok } } },
    },
    'operation-operationId-unique',
    '"one" is there before',
  ],
  [
    'a path that does not say its parameter',
    { '/a/{id}': { get: { responses: { 200: ok } } } },
    'path-parameters-defined',
    'Add it to `parameters`',
  ],
  [
    'one path under two names',
    { '/a/{x}': contract.paths['/things/{id}'], '/a/{y}': {} },
    'no-identical-paths',
    'Write one path with all of the operations',
  ],
])('%s is refused with what to write', async (_what, paths, rule, advice) => {
  const { exitCode, stdout } = await generate({ ...contract, paths })
  expect(exitCode).toBe(1)
  expect(stdout).toContain(` ${rule} `)
  expect(stdout).toContain(advice)
})

test.each([
  [
    'oneOf',
    (branch: object) => [branch, { type: 'string' }],
    'A branch of this `oneOf` leads back to the schema itself',
  ],
  ['not', (branch: object) => branch, 'This `not` leads back to the schema itself'],
])('a schema that is in its own %s is refused with what to write', async (keyword, branches, said) => {
  const Thing = { [keyword]: branches({ $ref: '#/components/schemas/Thing' }) }
  const { exitCode, stdout } = await generate({ ...contract, components: { schemas: { Thing } } })
  expect(exitCode).toBe(1)
  expect(stdout).toContain(
    `${said}, so no value can be checked. Leave ${keyword === 'not' ? 'it' : 'that branch'} out.`,
  )
})

test('no file imports anything from outside, but MSW, TanStack Query and zod in their own files', async () => {
  const { paths, read } = await generate(contract)
  const imports = await Promise.all(
    paths
      .filter((path) => /\.[jt]s$/.test(path))
      .map(async (path) => {
        const found = [...(await read(path)).matchAll(/^(?:import|export)\b[^'"\n]*from ['"]([^'"]+)['"]/gm)].map(
          ([, name = '']) => name,
        )
        for (const name of found.filter((one) => one.startsWith('.'))) {
          expect(paths, `${path} imports ${name}`).toContain(join(path, '..', name))
        }
        return found.filter((name) => !name.startsWith('.'))
      }),
  )
  expect([...new Set(imports.flat())].sort()).toEqual(['@tanstack/query-core', 'msw', 'node:http', 'zod'])
})

test('--only makes the artefacts and what they need; --name stands in names', async () => {
  const { paths, read } = await generate(contract, { only: 'sdk', name: 'acme' })
  expect(paths.filter((path) => !path.startsWith('client-sdk/'))).toEqual([
    'api.ts',
    'names.ts',
    'package.json',
    'tsconfig.json',
    'tsconfig.peers.json',
  ])
  expect(await read('client-sdk/client.ts')).toContain('export function createAcme(')
})

describe('what only the gateway cannot take', () => {
  const parts = { ...contract, paths: { '/things/{id}.json': contract.paths['/things/{id}'] } }

  test('is said, and all else is made', async () => {
    const { exitCode, stderr, paths } = await generate(parts)
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/Left out.*: gateway\n.*a\.json:\d+:\d+ limits\/gateway .*\{id\}\.json/)
    expect(paths).not.toContain('api-gateway.json')
    expect(paths).toContain('client-sdk/client.ts')
  })

  test('is an error when the gateway was asked for', async () => {
    const { exitCode, stdout, paths } = await generate(parts, { only: 'gateway' })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('limits/gateway')
    expect(paths).toEqual([])
  })
})

describe('findings, with exit code 1', () => {
  const body = { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } }

  test('as lines', async () => {
    const { exitCode, stdout, paths } = await generate(withGet(body))
    expect({ exitCode, paths }).toEqual({ exitCode: 1, paths: [] })
    expect(stdout).toMatch(/^\S+a\.json:22:\d+ contract\/method-bodies .*make it a POST\.\n$/)
  })

  test('as JSON', async () => {
    const { stdout } = await generate(withGet(body), { format: 'json' })
    expect(JSON.parse(stdout)).toMatchObject([
      {
        rule: 'contract/method-bodies',
        line: 22,
        pointer: '#/paths/~1a/get/requestBody',
        file: expect.stringMatching(/a\.json$/) as string,
      },
    ])
    expect(JSON.parse((await generate(contract, { format: 'json' })).stdout)).toEqual([])
  })

  test('as annotations of GitHub', async () => {
    const { stdout } = await generate(withGet(body), { format: 'github' })
    expect(stdout).toMatch(/^::error file=\S+a\.json,line=22,col=\d+,title=contract\/method-bodies::No fetch/)
  })

  test('of a reference to another host, without a request', async () => {
    const { exitCode, stdout } = await generate(
      withGet({ responses: { 200: { $ref: 'https://example.com/a.yaml#/x' } } }),
    )
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/a\.json:\d+:\d+ no-unresolved-refs .*copy it into a file/)
  })

  test('of a reference that leads to itself', async () => {
    const schemas = {
      ...contract.components.schemas,
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/A' },
    }
    const { exitCode, stdout } = await generate({ ...contract, components: { schemas } })
    expect(exitCode).toBe(1)
    expect(stdout.split('\n').filter((line) => line.includes('leads back to itself'))).toHaveLength(2)
  })
})

describe('what cannot be read, in one line, with exit code 2', () => {
  test.each([
    ['a broken YAML file', 'openapi: 3.0.3\npaths: [', 'a.yaml', /a\.yaml:\d+:\d+ /],
    [
      'a second key',
      'openapi: 3.0.3\ninfo: {}\ninfo: {}\n',
      'a.yaml',
      /a\.yaml:3:1 duplicated.*leave one of the two out/,
    ],
    ['a tab', 'openapi: 3.0.3\n\tinfo: {}\n', 'a.yaml', /a\.yaml:2:1 tab.*Write spaces/],
    ['broken JSON', '{ "openapi": "3.0.3", ', 'b.json', /b\.json:\d+:\d+ /],
    [
      'Swagger 2',
      'swagger: "2.0"\n',
      'a.yaml',
      /is Swagger 2\.0; .*npx swagger2openapi --outfile openapi\.yaml \S+a\.yaml$/,
    ],
    ['OpenAPI 3.2', 'openapi: 3.2.0\n', 'a.yaml', /is OpenAPI 3\.2\.0.*write one of them/],
    ['no contract', 'hello', 'a.yaml', /is not an OpenAPI document/],
    ['an empty file', '', 'a.yaml', /is empty; it begins with/],
    ['a contract of no version', 'info: {}\n', 'a.yaml', /has no `openapi`/],
  ])('%s', async (_, content, name, expected) => {
    const { exitCode, stdout, stderr } = await generate(content, {}, name)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr.trimEnd()).toMatch(expected)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  test('a file that is not there', async () => {
    const { exitCode, stderr } = await generateFolder({ spec: join(root, 'none.yaml'), out: root, format: 'text' })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/none\.yaml: not found\n$/)
  })
})

test('a byte order mark, and windows lines', async () => {
  const { exitCode } = await generate(`\u{feff}${JSON.stringify(contract, undefined, 2).replaceAll('\n', '\r\n')}`)
  expect(exitCode).toBe(0)
})

test('path items of components stand at their paths, each operation under an id of its own', async () => {
  const item = { get: { operationId: 'read', responses: { 200: ok } } }
  const spec = {
    ...contract,
    openapi: '3.1.0',
    paths: { '/a': { $ref: '#/components/pathItems/one~1item' }, '/b': { $ref: '#/components/pathItems/other' } },
    components: {
      ...contract.components,
      pathItems: { 'one/item': item, other: { $ref: '#/components/pathItems/one~1item' } },
    },
  }
  const { exitCode, read } = await generate(spec, { only: 'openapi,routes' })
  expect(exitCode).toBe(0)
  const { paths, components } = JSON.parse(await read('openapi.json')) as typeof spec
  expect([paths, Object.keys(components)]).toEqual([{ '/a': item, '/b': item }, ['schemas']])
  expect((await read('routes.ts')).match(/operationId: '\w+'/g)).toEqual(["operationId: 'read'", "operationId: 'getB'"])
})

test('an operation of 3.1 without answers', async () => {
  const { exitCode, read } = await generate(
    { ...contract, openapi: '3.1.0', paths: { '/a': { get: {} } } },
    { only: 'types' },
  )
  expect(exitCode).toBe(0)
  expect(await read('api.ts')).toContain('getA: {')
})

test('extensions of other makers with names that Redocly or this project knows', async () => {
  const others = { 'x-events': { a: 1 }, 'x-tagGroups': 'none', 'x-cors': true }
  const spec = { ...withGet({ 'x-codeSamples': 'none', 'x-protocol': 'grpc' }), ...others }
  const { exitCode, read } = await generate(spec, { only: 'openapi,routes' })
  expect(exitCode).toBe(0)
  expect(await read('routes.ts')).not.toContain('grpc')
})

test.each([
  ['a header', { ...ok, headers: { 'x-count': { schema: { type: 'colour' } } } }],
  [
    'a member',
    { ...ok, content: { 'application/json': { schema: { properties: { 'x-size': { type: 'colour' } } } } } },
  ],
])('%s whose name begins like an extension is read', async (_, answer) => {
  const { exitCode, stdout } = await generate(withGet({ responses: { 200: answer } }), { only: 'openapi' })
  expect({ exitCode, stdout }).toEqual({
    exitCode: 1,
    stdout: expect.stringContaining('Write one of these.') as string,
  })
})

test('options that are wrong', async () => {
  const spec = join(root, 'a.json')
  await expect(generateFolder({ spec, format: 'text' })).rejects.toThrow('belong together')
  await expect(generateFolder({ spec, out: root, format: 'xml' })).rejects.toThrow('text, json, github')
  await expect(generateFolder({ spec, out: root, only: 'sdk,x', format: 'text' })).rejects.toThrow('"x" is none of')
})
