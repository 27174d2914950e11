// The rule finds values of two enums that would become one constant.
import { expect, it } from 'vitest'
import { findings, type Edits } from '../testing/findings.ts'

const members = 'things.yaml#/schemas/Thing/properties'
const schemas = 'things.yaml#/schemas'

const two = (kind: object, state: object): Edits => ({
  [`${schemas}/Kind`]: { type: 'string', description: 'A kind.', ...kind },
  [`${schemas}/State`]: { type: 'string', description: 'A state.', ...state },
  [`${members}/kind`]: { $ref: '#/schemas/Kind' },
  [`${members}/state`]: { $ref: '#/schemas/State' },
})
const found = [`contract/distinct-enum-values ${schemas}/State`]

it.each(['old', 'OLD', 'o-ld', 'o_ld'])('finds the value old beside %s', async (value) => {
  expect(await findings(two({ enum: ['old', 'new'] }, { enum: ['idle', value] }))).toEqual(found)
})

it('accepts distinct values, and values with names of their own', async () => {
  expect(await findings(two({ enum: ['old', 'new'] }, { enum: ['idle', 'gone'] }))).toEqual([])
  const named = { enum: ['idle', 'old'], 'x-enum-varnames': ['StateIdle', 'StateOld'] }
  expect(await findings(two({ enum: ['old', 'new'] }, named))).toEqual([])
  expect(await findings(two({ enum: ['old'], 'x-enum-varnames': ['StateOld'] }, named))).toEqual(found)
})

it('finds names that are more or fewer than the values', async () => {
  const named = { enum: ['idle', 'old'], 'x-enum-varnames': ['StateIdle'] }
  expect(await findings(two({ enum: ['new'] }, named))).toEqual([
    `contract/distinct-enum-values ${schemas}/State/x-enum-varnames`,
  ])
})
