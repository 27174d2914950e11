// The findings of cfn-lint and checkov: which of them fail. The programs themselves are run by `npm run check:infra`.
import { expect, test } from 'vitest'
import { acknowledged } from './acknowledged-findings.ts'
import { faultsOf, ofCfnLint, ofCheckov } from './findings.ts'

const cfnLint = JSON.stringify([
  { Rule: { Id: 'W3005' }, Location: { Path: ['Resources', 'ApiFunction6BF808ED', 'DependsOn', 1] }, Message: 'twice' },
  { Rule: { Id: 'E1001' }, Location: { Path: ['Transform'] }, Message: 'wrong' },
])
const report = {
  results: { failed_checks: [{ check_id: 'CKV_1', resource: 'AWS::S3::Bucket.Site0123ABCD', check_name: 'Logs' }] },
}

test('findings are read from the JSON of both programs', () => {
  expect(ofCfnLint(cfnLint)).toEqual([
    { check: 'W3005', resource: 'ApiFunction6BF808ED', says: 'twice' },
    { check: 'E1001', resource: 'Transform', says: 'wrong' },
  ])
  const found = { check: 'CKV_1', resource: 'Site0123ABCD', says: 'Logs' }
  expect(ofCheckov(JSON.stringify(report))).toEqual([found])
  expect(ofCheckov(JSON.stringify([report, { results: { parsing_errors: ['a.json'] } }]))).toEqual([
    found,
    { check: 'parsing', resource: 'a.json', says: 'cannot be read' },
  ])
})

test('a finding that nobody has acknowledged fails, also on another resource of the same check', () => {
  const reasons = [{ check: 'CKV_1', on: /^Site/, reason: 'public' }]
  const finding = (resource: string, check = 'CKV_1') => ({ check, resource, says: 'Logs' })
  expect(faultsOf([finding('Site1')], reasons)).toEqual([])
  expect(faultsOf([finding('Site1'), finding('Files1'), finding('Files1')], reasons)).toEqual(['CKV_1 Files1: Logs'])
  expect(faultsOf([finding('Site1'), finding('Site1', 'CKV_2')], reasons)).toEqual(['CKV_2 Site1: Logs'])
})

test('an acknowledgement that nothing needs any more fails', () => {
  expect(faultsOf([], [{ check: 'CKV_1', on: /^Site/, reason: 'public' }])).toEqual([
    'CKV_1 is acknowledged for ^Site, and nothing has it.',
  ])
})

test('each acknowledgement has its reason', () => {
  for (const { check, reason } of acknowledged) expect(reason.length, check).toBeGreaterThan(40)
  expect(new Set(acknowledged.map(({ check }) => check)).size).toBe(acknowledged.length)
})
