// Whatever the document, the linter neither throws nor hangs. `npm run test:long` tries 10,000 documents.
import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { template } from '../rules/testing/amazon-q-cases.ts'
import { m365Good, pluginGood, targetGood } from '../rules/testing/inputs-cases.ts'
import { agentcoreGood, quickGood } from '../rules/testing/openapi-cases.ts'
import { bedrockGood, mcpGood } from '../rules/testing/tools-cases.ts'
import { targetOf } from '../rules/place.ts'
import { lint } from './lint.ts'
import { run } from './run.ts'

const numRuns = Number(process.env.AGENTS_LINT_RUNS ?? 100)
const good = [template, quickGood, agentcoreGood, pluginGood, targetGood, m365Good, mcpGood, bedrockGood]

const nested = (depth: number, wrap: (value: unknown) => unknown) => {
  let value: unknown = {}
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

/** Values that a hand-written parser trips over. Each is made for its document: later edits change it. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .constantFrom<unknown>(
      null,
      [],
      {},
      [null],
      '',
      '#',
      -1,
      1e308,
      { $ref: '#' },
      { $ref: '#/paths' },
      { $ref: '#/components/schemas/~1%zz' },
      { $ref: null },
      { toString: null, hasOwnProperty: 7, constructor: {} },
      JSON.parse('{"__proto__": {"type": "object"}}'),
      { type: 'object', properties: JSON.parse('{"__proto__": {"$ref": "#"}}') as unknown },
      { type: ['array', 'null'], items: [true, { $ref: '#' }], properties: [] },
      Array.from({ length: 500 }, () => null),
    )
    .map((value) => structuredClone(value)),
  fc.constantFrom(900, 10_000).map((depth) => nested(depth, (value) => [value])),
  fc.constantFrom(900, 10_000).map((depth) => nested(depth, (value) => ({ type: 'object', properties: { a: value } }))),
)

/** Changes deeper in a document teach nothing. */
const maxLevels = 30

/** All places of the document, by their keys. */
function placesOf(value: unknown, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || place.length > maxLevels) return [place]
  return [place, ...Object.entries(value).flatMap(([key, member]) => placesOf(member, [...place, key]))]
}

type Edit = { at: number; kind: 'set' | 'delete' | 'rename' | 'wrap' | 'repeat'; value: unknown; name: string }

function edited(document: object, edits: Edit[]): unknown {
  const root = { document: structuredClone(document) as unknown }
  for (const edit of edits) {
    const places = placesOf(root).filter((place) => place.length > 0)
    const place = places[edit.at % places.length] ?? ['document']
    let parent: unknown = root
    for (const key of place.slice(0, -1)) parent = (parent as Record<string, unknown>)[key]
    apply(parent as Record<string, unknown>, place.at(-1) ?? '', edit)
  }
  return root.document
}

function apply(parent: Record<string, unknown>, key: string, { kind, value, name }: Edit) {
  const old = parent[key]
  const define = (member: string, content: unknown) =>
    Object.defineProperty(parent, member, { value: content, enumerable: true, configurable: true, writable: true })
  if (kind === 'set') define(key, value)
  else if (kind === 'wrap') define(key, [old])
  else if (kind === 'repeat') define(key, Array(3).fill(old))
  else {
    if (Array.isArray(parent)) return void parent.splice(Number(key), 1)
    Reflect.deleteProperty(parent, key)
    if (kind === 'rename') define(name, old)
  }
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('set', 'set', 'delete', 'rename', 'wrap', 'repeat'),
  value: odd,
  name: fc.constantFrom('__proto__', '', '$ref', 'a/b~c', 'x-a', 'type', 'constructor'),
})
const mutated = fc
  .tuple(fc.constantFrom(...good), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([document, edits]) => edited(document, edits))

/** JSON.stringify gives up on values that nest 10,000 deep. */
function textOf(document: unknown): string {
  try {
    return JSON.stringify(document) || 'null'
  } catch {
    return `{"openapi": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`
  }
}

/** The failure alone: an error that carries the document may nest too deep for the reporter of the tests. */
function expectNoFailure<T>({ failed, seed, counterexamplePath: path, errorInstance }: fc.RunDetails<T>) {
  const reason = errorInstance instanceof Error ? (errorInstance.stack ?? '') : String(errorInstance)
  expect(failed ? `seed ${seed}, path ${path ?? ''}: ${reason.slice(0, 2000)}` : '').toBe('')
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agents-lint-'))
})
afterAll(() => rm(folder, { recursive: true }))

test(
  'a mutated document is judged: every finding has a place, and what to do',
  () => {
    expectNoFailure(
      fc.check(
        fc.property(mutated, fc.boolean(), (document, filled) => {
          for (const { pointer, what, fix, source } of lint(document, { filled })) {
            expect(pointer).toMatch(/^$|^[/#]/)
            expect(what + fix + source.url).not.toMatch(/\[object Object\]|undefined/)
            // A place that is missing lies in a place that is there.
            const [outside = ''] = pointer.split('#')
            const above = outside.slice(0, outside.lastIndexOf('/'))
            if (above) expect(targetOf(`#${encodeURI(above)}`, document) ?? above).toBeTruthy()
          }
        }),
        { numRuns, endOnFailure: true },
      ),
    )
  },
  // The number of runs decides.
  60 * 60_000,
)

test(
  'the command says by its exit code and one line what became of a mutated text',
  async () => {
    const file = join(folder, 'document')
    const text = fc
      .tuple(mutated, fc.nat(), fc.constantFrom('', '', '', '}', '\n- ', '\u0000', '&a [*a]', '"', 'é'))
      .map(([document, at, piece]) => {
        const json = textOf(document)
        return piece ? json.slice(0, at % json.length) + piece + json.slice(at % json.length) : json
      })
    expectNoFailure(
      await fc.check(
        fc.asyncProperty(text, fc.constantFrom('.json', '.yaml', ''), async (content, ending) => {
          await writeFile(file + ending, content)
          const { exitCode, out, err } = await run([file + ending])
          expect(out + err).not.toMatch(/\n\s+at .+:\d+:\d+|TypeError|RangeError: M/)
          if (exitCode === 2) expect(err.trim().split('\n')).toHaveLength(1)
          else expect(out).toMatch(exitCode === 1 ? / error / : /\n0 errors, /)
        }),
        { numRuns, endOnFailure: true },
      ),
    )
  },
  60 * 60_000,
)
