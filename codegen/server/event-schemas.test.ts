import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rule } from '../../server/workflow/customer-created.ts'
import { projectRoot } from '../contract.ts'
import { readModel } from '../read.ts'
import { eventSchema } from './event-schemas.ts'

const model = await readModel()
const [event] = model.events
if (!event) throw new Error('The contract lists no event.')
const schema = eventSchema(model, event)
const validate = addFormats.default(new Ajv({ allErrors: true })).compile(schema)
const guide = await readFile(join(projectRoot, 'spec/guides/customer-created.md'), 'utf8')
const [pattern, example] = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json) as object)

test('the schema has the version of the contract', () => {
  expect(schema.$id).toBe(`urn:frontdesk:event:CustomerCreated:${model.version}`)
})

test('the event of the guide fits the schema, and has all that it asks for', () => {
  expect(validate(example)).toBe(true)
  expect(Object.keys(example ?? {})).toEqual(schema.required)
})

test('the pattern of the guide is the one that is deployed', () => {
  expect(pattern).toEqual(rule.pattern)
})

test.each([
  ['without an id', { ...example, detail: {} }],
  ['with an id that no customer can have', { ...example, detail: { id: 'a b' } }],
  ['of another source', { ...example, source: 'another.api' }],
  ['at no time', { ...example, time: 'yesterday' }],
])('an event %s does not fit', (_what, event) => {
  expect(validate(event)).toBe(false)
})
