// The length of functions: the linter refuses more than 60 lines in every room, and tests are free.
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { projectRoot } from './compile.ts'

const linter = new ESLint({
  cwd: projectRoot,
  // The rule needs no types, and a pretended file has none.
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => ruleId === 'max-lines-per-function',
})

/** The rules that a function of this many lines breaks. */
async function brokenRules(file: string, lines: number) {
  const text = `export function long() {\n${'  // A line.\n'.repeat(lines - 2)}}\n`
  const [result] = await linter.lintText(text, { filePath: `${projectRoot}/${file}` })
  return result?.messages.map(({ ruleId }) => ruleId)
}

test.each(['bench', 'client-sdk/src', 'codegen', 'infra', 'local-cloud', 'server', 'testing'])('%s', async (room) => {
  expect(await brokenRules(`${room}/file.ts`, 60)).toEqual([])
  expect(await brokenRules(`${room}/file.ts`, 61)).toEqual(['max-lines-per-function'])
  expect(await brokenRules(`${room}/file.test.ts`, 61)).toEqual([])
})
