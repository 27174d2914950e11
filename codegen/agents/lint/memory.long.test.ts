// The linter's command judges any text of the size that it takes in 450 MB of memory.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const maxHeap = 450

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agents-lint-memory-'))
})
afterAll(() => rm(folder, { recursive: true }))

const times = <T>(length: number, item: (index: number) => T): T[] => Array.from({ length }, (_, index) => item(index))
const membersOf = (length: number, value: (index: number) => unknown) =>
  Object.fromEntries(times(length, (index) => [`m${index}`, value(index)]))

/** A schema in schemas, with a breach of many rules in each. */
function deep(levels: number, inner: object = {}, name = 'a'): object {
  let schema = inner
  for (let level = 0; level < levels; level += 1) {
    schema = { type: 'object', oneOf: [], nullable: true, properties: { [name]: schema } }
  }
  return schema
}

const openapi = (schemas: Record<string, unknown>, more: object = {}) => ({
  openapi: '3.0.3',
  info: {},
  paths: {
    '/a': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: membersOf(Object.keys(schemas).length, (index) => ({
                  $ref: `#/components/schemas/m${index}`,
                })),
              },
            },
          },
        },
      },
    },
  },
  components: { schemas },
  ...more,
})
const tools = (schemas: object[]) => ({
  tools: schemas.map((inputSchema, index) => ({ name: `t${index}`, inputSchema })),
})
const bad = { type: 'array', nullable: true, oneOf: [] }
const wide = (length: number, value: unknown) => ({ type: 'object', properties: membersOf(length, () => value) })

const documents: [title: string, document: () => unknown][] = [
  ['schemas that nest 480 deep, in many places', () => openapi(membersOf(160, () => deep(480)))],
  ['such schemas within the limits', () => openapi(membersOf(40, () => deep(480)))],
  ['such schemas of tools', () => tools(times(160, () => deep(480)))],
  ['such schemas of tools within the limits', () => tools(times(40, () => deep(480)))],
  ['breaches with pointers of 10,000 characters', () => openapi({ m0: deep(400, wide(40_000, bad), 'n'.repeat(10)) })],
  ['such breaches of a tool', () => tools([deep(400, wide(40_000, bad), 'n'.repeat(10))])],
  ['schemas that are booleans, deep within', () => tools([deep(400, wide(49_000, true), 'n'.repeat(10))])],
  ['names of 1,000 characters', () => openapi({ m0: deep(480, wide(40_000, bad), 'n'.repeat(1000)) })],
  [
    'operations that share their parameters',
    () => ({
      openapi: '3.0.3',
      paths: membersOf(49_000, () => ({ get: { parameters: { $ref: '#/x-all' } } })),
      'x-all': times(90, (index) => ({ name: `p${index}`, in: 'query', schema: { type: 'array' } })),
    }),
  ],
  ['empty objects', () => openapi({}, { 'x-a': times(60, () => times(49_000, () => ({}))) })],
  ['empty lists', () => openapi({}, { 'x-a': times(60, () => times(49_000, () => [])) })],
]

const yaml: [title: string, text: () => string][] = [
  ['empty lists', () => `a:\n${`- [${'[],'.repeat(45_000)}]\n`.repeat(60)}`],
  ['entries', () => '- a\n'.repeat(2_000_000)],
  ['tags', () => '- !a b\n'.repeat(1_300_000)],
  ['tags within the limits', () => '- !a b\n'.repeat(160_000)],
  ['lists in lists', () => `${'- '.repeat(400)}a\n`.repeat(1200)],
  ['texts without a comma', () => `a: ${"'' ".repeat(3_000_000)}`],
  ['such texts within the limits', () => `a: ${"'' ".repeat(400_000)}`],
  ['brackets that close nothing', () => `a: ${']'.repeat(990_000)}`],
  ['aliases', () => `a: &a {b: 1}\nc:\n${'- *a\n'.repeat(190_000)}`],
  [
    'maps that are merged',
    () => `a: &a {${times(1000, (index) => `a${index}: 1,`).join('')}}\n${'- <<: *a\n'.repeat(100_000)}`,
  ],
  ['merges', () => `a: &a {${times(1000, (index) => `a${index}: 1,`).join('')}}\nb:\n${'- <<: *a\n'.repeat(100_000)}`],
]

async function judged(name: string, text: string) {
  const file = join(folder, name)
  await writeFile(file, text)
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; err: string }>()
  const args = [`--max-old-space-size=${maxHeap}`, 'codegen/agents/lint/main.ts', file]
  execFile(process.execPath, args, { maxBuffer: 1e9 }, (error, _out, err) =>
    resolve({ code: error?.code ?? error?.signal, err }),
  )
  return promise
}

test.each(documents)(
  'a document of %s',
  async (_, document) => {
    expect(await judged('document.json', JSON.stringify(document()))).toEqual({ code: 1, err: '' })
  },
  120_000,
)

test.each(yaml)(
  'YAML of %s',
  async (_, text) => {
    const { code, err } = await judged('document.yaml', text())
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(1)
  },
  120_000,
)
