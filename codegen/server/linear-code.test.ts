// A slow pattern of a contract judges a text as the expression does, in time that grows with the text.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { renderValidators } from './validators.ts'

const contractOf = (pattern: string) =>
  ({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': {
        get: {
          operationId: 'find',
          tags: ['things'],
          parameters: [{ name: 'q', in: 'query', schema: { type: 'string', pattern } }],
          responses: { 200: { description: 'OK' } },
        },
      },
    },
  }) as unknown as Contract

test('a slow pattern', async () => {
  const files = renderValidators(modelOf(contractOf('^(a+)+$')))
  const folder = await mkdtemp(join(tmpdir(), 'linear-'))
  for (const [name, text] of Object.entries(files)) if (name.endsWith('.js')) await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const { find } = (await import(join(folder, 'things.js'))) as { find: { params: (request: object) => boolean } }
  const judge = (q: string) => find.params({ path: {}, query: { q }, header: {}, cookie: {} })
  expect([judge('aaa'), judge('aab'), judge(`${'a'.repeat(3000)}b`), judge('a'.repeat(3000))]).toEqual([
    true,
    false,
    false,
    true,
  ])
  await rm(folder, { recursive: true })
})

test('other patterns stay expressions', () => {
  const files = renderValidators(modelOf(contractOf('^[a-z]+$')))
  expect(files['things.js']).toContain('new RegExp("^[a-z]+$", "u")')
  expect(Object.keys(files).sort()).toEqual(['index.ts', 'things.d.ts', 'things.js'])
})
