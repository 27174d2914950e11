// The public name of the SDK's errors, and the ids that they carry.
import { expect, test } from 'vitest'
import { modelOf } from '../model.ts'
import { readContract } from '../read.ts'
import { renderErrors } from './errors.ts'

test('the base class has the name of the contract', async () => {
  const contract = await readContract()
  const renamed = { ...contract, info: { ...contract.info, title: 'Acme Desk' } }
  expect(renderErrors(modelOf(contract))).toContain('export { SdkError as FrontdeskError } from')
  expect(renderErrors(modelOf(renamed))).toContain('export { SdkError as AcmeDeskError } from')
})

test('an error carries the ids of each operation that can be waited for', async () => {
  const contract = await readContract()
  expect(renderErrors(modelOf(contract))).toContain('readonly executionId: string | undefined')
  expect(renderErrors(modelOf({ ...contract, paths: {} }))).toContain('export interface StartedIds {}')
})

test('the kinds of problems are those of the contract, or any text where it has none', async () => {
  const contract = await readContract()
  const slugs = Object.keys(contract['x-problem-types'] ?? {})
  expect(slugs.length).toBeGreaterThan(5)
  for (const slug of slugs) expect(renderErrors(modelOf(contract))).toContain(`| '/docs/problems/${slug}'`)
  const { 'x-problem-types': _, ...without } = contract
  expect(renderErrors(modelOf(without))).toContain('| string')
})
