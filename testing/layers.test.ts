// The layers: the linter refuses each import that points to the left, and takes each that the design allows.
import { ESLint } from 'eslint'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from './compile.ts'

let linter: ESLint
beforeAll(() => {
  linter = new ESLint({
    cwd: projectRoot,
    // The rule of the layers needs no types, and a pretended file has none.
    overrideConfig: { languageOptions: { parserOptions: { project: null } } },
    ruleFilter: ({ ruleId }) => ruleId === 'project/layers',
  })
})

/** The complaints about a file of this path with this one statement. */
async function complaints(filePath: string, statement: string): Promise<string[]> {
  const [result] = await linter.lintText(`${statement}\n`, { filePath: `${projectRoot}/${filePath}` })
  return result?.messages.map(({ ruleId, message }) => `${ruleId ?? 'not parsed'}: ${message}`) ?? ['not looked at']
}

const importOf = (module: string) => `import * as imported from '${module}'`
const refused = [expect.stringMatching(/^project\/layers: .+ must not import /) as string]

const rooms = ['codegen', 'client-sdk', 'server', 'local-cloud', 'infra'] as const
const targets = [...rooms, 'generated', 'testing', 'bench'] as const

/** The rooms that each room may import, besides itself. */
const allowed: Record<(typeof rooms)[number], (typeof targets)[number][]> = {
  codegen: [],
  'client-sdk': ['generated'],
  server: ['generated'],
  'local-cloud': ['client-sdk', 'codegen', 'generated', 'server'],
  infra: ['codegen', 'generated', 'server'],
}

const pairs = rooms.flatMap((room) => targets.map((target) => ({ room, target })))

test.each(pairs)('$room → $target', async ({ room, target }) => {
  const may = room === target || allowed[room].includes(target)
  expect(await complaints(`${room}/file.ts`, importOf(`../${target}/other.ts`))).toEqual(may ? [] : refused)
  expect(await complaints(`${room}/folder/file.ts`, importOf(`../../${target}/other.ts`))).toEqual(may ? [] : refused)
})

test.each([
  "import type { Name } from '../server/app.ts'",
  "export { name } from '../server/app.ts'",
  "export * from '../server/app.ts'",
  "await import('../server/app.ts')",
])('every form of an import counts: %s', async (statement) => {
  expect(await complaints('codegen/file.ts', statement)).toEqual(refused)
})

test('tests, testing/ and bench/ compare rooms with each other', async () => {
  for (const file of ['codegen/file.test.ts', 'testing/file.ts', 'client-sdk/testing/file.ts', 'bench/file.ts']) {
    expect(await complaints(file, importOf('../infra/other.ts')), file).toEqual([])
  }
})

describe('packages', () => {
  test.each([
    ['@aws-sdk/client-s3', 'server/services/file.ts', 'server/operations/file.ts'],
    ['@aws-sdk/client-dynamodb', 'server/repositories/file.ts', 'codegen/file.ts'],
    ['@smithy/signature-v4', 'local-cloud/file.ts', 'server/http/file.ts'],
    ['openapi-backend', 'server/engine.ts', 'server/app.ts'],
    ['openapi-backend', 'codegen/constructs/peers.ts', 'codegen/server/validators.ts'],
    ['aws-cdk-lib', 'infra/file.ts', 'server/file.ts'],
    ['aws-cdk-lib/aws-s3', 'infra/file.ts', 'local-cloud/file.ts'],
    ['cdk-nag', 'infra/file.ts', 'codegen/file.ts'],
    ['constructs', 'infra/file.ts', 'server/file.ts'],
    ['aws-lambda', 'server/lambda.ts', 'server/app.ts'],
    ['aws-lambda', 'infra/seed-resource.ts', 'infra/stack.ts'],
    ['openapi-fetch', 'testing/front-door.ts', 'client-sdk/src/client.ts'],
    ['openapi-typescript', 'codegen/typescript/openapi-typescript.ts', 'codegen/generate.ts'],
  ])('%s: %s may, %s may not', async (name, one, other) => {
    expect(await complaints(one, importOf(name))).toEqual([])
    expect(await complaints(other, importOf(name))).toEqual(refused)
  })

  test.each(['node:fs', 'fs', 'node:test'])('the SDK takes nothing of Node: %s', async (name) => {
    expect(await complaints('client-sdk/src/file.ts', importOf(name))).toEqual(refused)
    expect(await complaints('client-sdk/size.ts', importOf(name))).toEqual([])
  })
})

test('the list of exceptions is short, and no file switches the rule off', async () => {
  const config = await readFile(`${projectRoot}/eslint.config.js`, 'utf8')
  const [, exceptions = ''] = /^const exceptions = \[([^\]]+)\]$/m.exec(config) ?? []
  expect(exceptions.split(',').filter((exception) => exception.trim() !== '')).toHaveLength(3)
  const { stdout } = await promisify(execFile)(
    'git',
    ['grep', '--untracked', '-lE', 'eslint-disable.*layers|layers.*off'],
    {
      cwd: projectRoot,
    },
  )
  // This file alone names such a comment.
  expect(stdout.trim()).toBe('testing/layers.test.ts')
})
