// The rule finds a deprecated operation without a last day, a last day without a deprecation, and days that are none.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const list = 'things.yaml#/paths/~1things/get'

it('accepts a deprecated operation with its last day', async () => {
  const deprecated = { [`${list}/deprecated`]: true, [`${list}/x-sunset`]: '2027-06-30' }
  expect(await findings(deprecated)).toEqual([])
  expect(await findings({ ...deprecated, [`${list}/x-deprecated-since`]: '2026-12-01' })).toEqual([])
})

it('finds a deprecated operation without a last day', async () => {
  expect(await findings({ [`${list}/deprecated`]: true })).toEqual([`contract/sunsets ${list}/deprecated`])
})

it.each(['x-sunset', 'x-deprecated-since'])('finds %s on an operation that stays', async (name) => {
  expect(await findings({ [`${list}/${name}`]: '2027-06-30' })).toEqual([`contract/sunsets ${list}/${name}`])
})

it.each(['2027-02-30', '30.06.2027', '2027-06', 'soon', 20270630, true])('finds that %j is no day', async (day) => {
  expect(await findings({ [`${list}/deprecated`]: true, [`${list}/x-sunset`]: day })).toEqual([
    `contract/sunsets ${list}/x-sunset`,
  ])
})

it('finds a last day that is not after the first', async () => {
  const days = { [`${list}/x-sunset`]: '2027-06-30', [`${list}/x-deprecated-since`]: '2027-06-30' }
  expect(await findings({ [`${list}/deprecated`]: true, ...days })).toEqual([`contract/sunsets ${list}/x-sunset`])
})
