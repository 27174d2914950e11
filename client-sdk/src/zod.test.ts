// The zod schemas have the types of the contract, keep what they do not know, and leave out what nobody imports.
import { build } from 'esbuild'
import { expect, expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import type { components } from '../../generated/api.ts'
import * as schemas from '../../generated/client-sdk/zod.ts'
import type { Case, CaseInput, ListCasesQuery, ListProductsQuery } from './index.ts'

type Schemas = components['schemas']
type Inferred<Name> = Name extends keyof typeof schemas ? z.infer<(typeof schemas)[Name]> : never
type Same<One, Other> = [One, Other] extends [Other, One] ? (keyof One extends keyof Other ? true : false) : false
/** The names of the schemas whose type is not that of the contract. */
type Others = {
  [Name in keyof Schemas & keyof typeof schemas]: Same<Inferred<Name>, Schemas[Name]> extends true ? never : Name
}[keyof Schemas & keyof typeof schemas]

test('the type of each schema is that of the contract', () => {
  expectTypeOf<Others>().toEqualTypeOf<never>()
  expectTypeOf<keyof Schemas & keyof typeof schemas>().extract<'Case' | 'Problem'>().toEqualTypeOf<'Case' | 'Problem'>()
  expectTypeOf<z.infer<typeof schemas.CreateCaseBody>>().toEqualTypeOf<CaseInput>()
  expectTypeOf<z.infer<typeof schemas.CreateCaseAnswer>>().toEqualTypeOf<Case>()
  expectTypeOf<z.infer<typeof schemas.ListCasesQuery>>().toEqualTypeOf<ListCasesQuery>()
  expectTypeOf<z.infer<typeof schemas.ListProductsQuery>>().toEqualTypeOf<ListProductsQuery>()
  // A schema that differs is found.
  expectTypeOf<Same<{ a: string }, { a?: string }>>().toEqualTypeOf<false>()
})

const id = '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10'
const time = '2026-01-31T12:00:00.000Z'
const found = { caseId: id, description: 'x', status: 'open', createdAt: time, updatedAt: time }

test('members to come are kept in answers, and unknown ones are refused in requests', () => {
  expect(schemas.Case.parse({ ...found, later: 1 })).toEqual({ ...found, later: 1 })
  const { error } = schemas.CaseInput.safeParse({ description: 'x', later: 1 })
  expect(error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['later'] }])
})

test('a caller may write undefined for what is not there', () => {
  expect(schemas.CaseInput.safeParse({ description: 'x', metadata: undefined }).success).toBe(true)
  expect(schemas.ListCasesQuery.safeParse({ status: undefined }).success).toBe(true)
})

test('an issue names its place and its limit', () => {
  const { error } = schemas.CasePatch.safeParse({ description: '', metadata: { a: 'x'.repeat(1025) } })
  expect(error?.issues).toMatchObject([
    { code: 'too_small', path: ['description'], minimum: 1 },
    { code: 'too_big', path: ['metadata', 'a'], maximum: 1024 },
  ])
})

test('an issue of a format names it in words, and shows no expression', () => {
  const event = { title: 't', description: 'd', date: '2026-02-30', location: 'l', capacity: 1, organizer: 'o' }
  const said = (schema: z.ZodType, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ message }) => message)
  expect(said(schemas.EventInput, event)).toEqual(['Invalid ISO date'])
  expect(said(schemas.Case, { ...found, createdAt: 'yesterday' })).toEqual(['Invalid ISO datetime'])
  expect(said(schemas.User.shape.email, 'alice')).toEqual(['Invalid email address'])
  expect(said(schemas.CaseFile.shape.downloadUrl, 'no address')).toEqual(['Invalid URL'])
  expect(said(schemas.CaseId, 'x')?.[0]).toBe('Invalid UUID')
})

test('a schema can be extended, as a form needs', () => {
  const form = schemas.CaseInput.extend({ agreed: schemas.CustomerExists })
  expect(form.safeParse({ description: 'x', agreed: true }).success).toBe(true)
  expect(form.safeParse({ description: '', agreed: true }).success).toBe(false)
})

test('a bundle has only the schemas that are imported', async () => {
  const bundled = async (code: string) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
      bundle: true,
      format: 'esm',
      write: false,
      external: ['zod'],
    })
    return outputFiles[0]?.text ?? ''
  }
  const from = "from '../../generated/client-sdk/zod.ts'"
  const one = await bundled(`import { CaseStatus } ${from}; console.log(CaseStatus)`)
  expect(one).toContain('in_progress')
  expect(one).not.toContain('scheduled')
  expect(one.length).toBeLessThan(3000)
  expect((await bundled(`import { Case } ${from}`)).trim()).not.toContain('z.')
})
