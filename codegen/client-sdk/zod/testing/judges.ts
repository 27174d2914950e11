// The zod schemas and the compiled validators of a contract, both loaded, and values to compare their verdicts by.
import type { ValidateFunction } from 'ajv'
import fc from 'fast-check'
import type { ZodType } from 'zod'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../contract.ts'
import { mapRecord, type Written } from '../../../model/normal/schema.ts'
import { followIn } from '../../../model/references.ts'
import type { Model } from '../../../model.ts'
import { renderModule } from '../../../server/validator-module.ts'
import { loadModule } from '../../testing/any-contract.ts'
import { renderZod } from '../index.ts'

export async function loadZod(model: Model): Promise<Record<string, ZodType>> {
  const files = {
    'generated/client-sdk/zod.ts': renderZod(model),
    'client-sdk/src/zod-parts.ts': readFileSync(join(projectRoot, 'client-sdk/src/zod-parts.ts'), 'utf8'),
  }
  // Safe cast: the module exports schemas alone.
  return (await loadModule(files, 'generated/client-sdk/zod.ts')) as Record<string, ZodType>
}

/** A compiled validator for each schema of the contract, by its name. */
export async function validatorsOf(model: Model): Promise<Record<string, ValidateFunction>> {
  // Safe cast: the document writes its schemas in this form.
  const schemas = (model.normal.components?.schemas ?? {}) as Record<string, Written>
  const named = Object.fromEntries(Object.keys(schemas).map((name, at) => [`operation${at}`, name]))
  const { code } = renderModule(
    { schemas, follow: followIn(model.normal) },
    mapRecord(named, (name) => ({
      params: {},
      bodies: {},
      answer: { $ref: `#/components/schemas/${name}` },
    })),
  )
  const source = code.replaceAll(/from "(ajv[^"]*)"/g, (_, name: string) => `from "${import.meta.resolve(name)}"`)
  const linear = new URL('../../../patterns/linear-pattern.js', import.meta.url).href
  const text = source.replaceAll("'./linear-pattern.js'", `'${linear}'`)
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as Record<
    string,
    { answer: ValidateFunction }
  >
  return Object.fromEntries(
    Object.entries(named).flatMap(([key, name]) => (module[key] ? [[name, module[key].answer]] : [])),
  )
}

export const judge = (validate: ValidateFunction | undefined, schema: ZodType | undefined, value: unknown) => ({
  value,
  ajv: validate?.(value),
  zod: schema?.safeParse(value).success,
})

const texts = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '1',
    '😀'.repeat(3),
    '2026-02-29',
    '2024-02-29',
    '2026-01-31T12:00:00Z',
    'a@b.example',
    'x y',
  ),
  fc.string({ maxLength: 12 }),
  fc.nat({ max: 9000 }).map((length) => 'é'.repeat(length)),
)
const numbers = fc.oneof(
  fc.constantFrom(0, -1, 1, 0.5, 2 ** 31, 2 ** 53, 1e300, 19.999),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const anything: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'constructor', 'kind'), texts, { maxKeys: 3 }),
)

/** The value with another value in one place, without one of its members, or with a member more. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string')
    return fc.oneof(
      anything,
      fc.constantFrom(`${value} `, `${value}${value}`, value.slice(1), value.toUpperCase(), `${value}😀`),
    )
  if (typeof value === 'number') return fc.oneof(anything, fc.constantFrom(value + 1, -value, value + 0.5, value * 1e6))
  if (Array.isArray(value)) {
    const items = value as unknown[]
    const changed = items.map((item, at) => mutated(item).map((other) => items.with(at, other)))
    return fc.oneof(anything, fc.constantFrom([], [...items, ...items], [...items, null]), ...changed)
  }
  if (typeof value !== 'object' || value === null) return anything
  const members = Object.entries(value)
  const without = members.map(([name]) => Object.fromEntries(members.filter(([other]) => other !== name)))
  const changed = members.map(([name, member]: [string, unknown]) =>
    mutated(member).map((other) => ({ ...value, [name]: other })),
  )
  const more = fc
    .tuple(fc.constantFrom('more', 'constructor', ''), anything)
    .map(([name, other]) => ({ ...value, [name]: other }))
  return fc.oneof(anything, more, fc.constantFrom({}, ...without), ...changed)
}
