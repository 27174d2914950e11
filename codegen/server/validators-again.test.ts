// A process that stays makes the validators again when something has changed that they need, however far away.
import { expect, test } from 'vitest'
import document from '../../generated/openapi.json' with { type: 'json' }
import type { Contract } from '../contract.ts'
import { modelOf } from '../model.ts'
import { renderValidators } from './validators.ts'

// Safe cast: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings.
const contract = document as unknown as Contract
const rendered = (changed: Contract) => renderValidators(modelOf(changed))

/** The contract with another text in the place of one. */
function withChange(from: string, to: string): Contract {
  const text = JSON.stringify(contract)
  expect(text.split(from).length).toBeGreaterThan(1)
  return JSON.parse(text.replaceAll(from, to)) as Contract
}

test('a bound in a schema that is referred to', () => {
  const before = rendered(contract)
  const after = rendered(withChange('"maxLength":8000', '"maxLength":7999'))
  expect(after['chat.js']).toContain('7999')
  expect(after['chat.js']).not.toBe(before['chat.js'])
  expect(after['system.js']).toBe(before['system.js'])
  expect(rendered(contract)).toEqual(before)
})

test('a value of an operation of its own', () => {
  const before = rendered(contract)
  const after = rendered(withChange('"maximum":100', '"maximum":99'))
  expect(Object.keys(before).filter((file) => after[file] !== before[file])).not.toEqual([])
  expect(rendered(contract)).toEqual(before)
})
