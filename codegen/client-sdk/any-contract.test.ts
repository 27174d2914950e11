// The SDK of contracts that are not ours: it compiles, and what its users write about it compiles too.
import type { OpenAPIV3 } from 'openapi-types'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { loadModule, recorder, sdkFiles, typeFaults, type Files } from './testing/any-contract.ts'

const text = { type: 'string' } as const
const ok = { 200: { description: 'Done.' } }
const json = (schema: object, more: object = {}) => ({
  description: 'Done.',
  content: { 'application/json': { schema, ...more } },
})
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const query = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more })

/** A contract with the paths, and with what else is given. */
function contract(paths: object, more: Partial<Contract> = {}): Contract {
  // Safe cast: the tests write OpenAPI 3.0.
  return { openapi: '3.0.3', info: { title: 'Acme', version: '1' }, paths: paths as OpenAPIV3.PathsObject, ...more }
}

/** Names that make trouble: words, globals, names of the SDK, signs, other alphabets. */
const nasty = [
  ...[
    'class',
    'export',
    'default',
    'delete',
    'await',
    'arguments',
    'constructor',
    'then',
    'toString',
    '__proto__',
    'prototype',
  ],
  ...[
    'Client',
    'client',
    'request',
    'Request',
    'Response',
    'Error',
    'Promise',
    'Record',
    'Date',
    'Object',
    'Array',
    'Omit',
  ],
  ...[
    'Acme',
    'acme',
    'AcmeError',
    'createAcme',
    'List',
    'Answer',
    'Call',
    'CallOptions',
    'OperationId',
    'Named',
    'Pick',
  ],
  ...[
    'options',
    'body',
    'query',
    'headers',
    'cookies',
    'resource',
    'page',
    'signal',
    'cursor',
    'models',
    'errors',
    'msw',
    'index',
  ],
  ...['upload', 'updateWith', 'listOf', 'mutation', 'plainQuery', 'queryOf', 'withHeaders', 'operations', 'components'],
  ...[
    'Probe Things',
    'probe-things',
    'probe.things',
    'probeThings',
    'ProbeThings',
    'probes.v1.Probe',
    '2fa',
    'größe',
    '商品',
    '🎉',
    '',
  ],
  ...[
    "it's",
    'a"b',
    'a`b',
    'a\\b',
    '${a}',
    'a*/b',
    'a/b',
    '~1',
    '$ref_',
    '_',
    'null',
    'undefined',
    'true',
    'string',
    'any',
    'a\u2028b',
  ],
]

const schemaOf = (member: string) => ({ type: 'object', required: [member], properties: { [member]: text } })
/** Component names take letters, digits, dots, dashes and underscores. */
const components = nasty.filter((name) => /^[\w.-]+$/.test(name) && name !== '__proto__')
const pathNames = nasty.filter((name) => name !== '' && !/[/{}~]/.test(name))

const contracts: Record<string, Contract> = {
  tags: contract(
    Object.fromEntries(
      nasty.map((tag, index) => [`/t${index}`, { get: { operationId: `get${index}`, tags: [tag], responses: ok } }]),
    ),
  ),
  operationIds: contract(
    Object.fromEntries(
      nasty.map((operationId, index) => [
        `/o${index}`,
        {
          get: {
            operationId: operationId || 'empty',
            tags: ['things'],
            parameters: [query('q', text)],
            responses: { 200: json(schemaOf('a')), 404: { description: 'None.' } },
          },
        },
      ]),
    ),
  ),
  schemas: contract(
    Object.fromEntries(
      components.map((name, index) => [
        `/s${index}`,
        {
          post: {
            operationId: `send${index}`,
            tags: ['Client'],
            requestBody: { required: true, content: { 'application/json': { schema: ref(name) } } },
            responses: { 200: json(ref(name)), 201: json({ type: 'array', items: ref(name) }) },
          },
        },
      ]),
    ),
    // Safe cast: the schemas are those of OpenAPI 3.0.
    {
      components: {
        schemas: Object.fromEntries(components.map((name) => [name, schemaOf('a')])) as Record<
          string,
          OpenAPIV3.SchemaObject
        >,
      },
    },
  ),
  parameters: contract(
    Object.fromEntries(
      pathNames.map((name, index) => [
        `/p${index}/{${name}}/{other}`,
        {
          put: {
            operationId: `put${index}`,
            tags: ['things'],
            parameters: [
              { name, in: 'path', required: true, schema: text },
              { name: 'other', in: 'path', required: true, schema: { type: 'integer' } },
              query(name, text),
            ],
            requestBody: { content: { 'application/json': { schema: schemaOf(name) } } },
            responses: { 200: json(schemaOf(name)) },
          },
        },
      ]),
    ),
  ),
  titles: contract(
    { '/a': { get: { operationId: 'getA', responses: ok, parameters: [query('q', text)] } } },
    { info: { title: 'Client', version: '1' } },
  ),
  query: contract(
    {
      '/a/{query}': {
        post: {
          operationId: 'query',
          tags: ['query'],
          parameters: [{ name: 'query', in: 'path', required: true, schema: text }],
          responses: ok,
        },
      },
    },
    { info: { title: 'Query', version: '1' } },
  ),
  nothing: contract({}),
  plain: contract(
    {
      '/pets/{petId}': {
        get: {
          parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer', format: 'int64' } }],
          responses: { 200: json(ref('Pet')), default: json(ref('Fault')) },
        },
      },
    },
    {
      components: {
        schemas: {
          Pet: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'integer', format: 'int64' }, tags: { type: 'array', items: text } },
          },
          Fault: { type: 'object', required: ['code'], properties: { code: { type: 'integer' } } },
        },
      },
    },
  ),
}

let files: Record<string, Files>
let faults: Record<string, string[]>

beforeAll(async () => {
  const made = Object.entries(contracts).map(async ([name, document]) => [name, await sdkFiles(document)] as const)
  files = Object.fromEntries(await Promise.all(made))
  faults = typeFaults(files)
}, 120_000)

describe('names of any kind compile', () => {
  test.each(Object.keys(contracts))('%s', (name) => {
    expect(faults[name]?.slice(0, 5)).toEqual([])
  })
})

test('each tag is a resource of its own', async () => {
  const { createAcme } = await loadModule(files.tags ?? {})
  const { requests, fetch } = recorder()
  // Safe cast: the SDK of this contract.
  const client = (createAcme as (options: object) => Record<string, Record<string, () => Promise<unknown>>>)({
    baseUrl: 'https://acme.test',
    fetch,
  })
  const resources = Object.keys(client).filter((name) => name !== 'request')
  expect(resources).toHaveLength(nasty.length)
  for (const resource of resources) await Object.values(client[resource] ?? {})[0]?.()
  expect(new Set(requests.map(({ url }) => url)).size).toBe(nasty.length)
})
