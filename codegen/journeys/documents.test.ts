// The documents of the journeys are valid Arazzo, and leave out no operation of the systems that they show.
import { createConfig, lint } from '@redocly/openapi-core'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { readJourneys } from './documents.ts'

const { operations } = modelOf(JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as Contract)
const journeys = await readJourneys()
const steps = journeys.flatMap(({ document }) => document.workflows.flatMap((workflow) => workflow.steps))
const called = steps.flatMap(({ operationId }) => operationId ?? [])

test.each(journeys)('$name is valid Arazzo', async ({ file }) => {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const problems = await lint({ ref: file, config })
  expect(problems.map(({ message }) => message)).toEqual([])
})

test('every operation that a journey calls is one of the contract', () => {
  const known = operations.map(({ operationId }) => operationId)
  expect(called.filter((id) => !known.includes(id))).toEqual([])
})

test('the journeys call every operation of a tag that they show, if it answers JSON or nothing', () => {
  const tags = new Set(operations.filter(({ operationId }) => called.includes(operationId)).map(({ tag }) => tag))
  const shown = operations.filter(
    ({ tag, successes }) => tags.has(tag) && successes.every(({ content, json }) => content.length === 0 || json),
  )
  expect(shown.map(({ operationId }) => operationId).filter((id) => !called.includes(id))).toEqual([])
})

test('a credential goes to operations alone: a presigned URL refuses it, and belongs to another service', () => {
  const others = steps.filter((step) => step['x-operation'])
  expect(JSON.stringify(others)).not.toMatch(/\$components\.parameters|\$inputs/)
})

test('each input that a journey needs is one that the command gives', () => {
  const inputs = new Set(journeys.flatMap((journey) => journey.inputs))
  expect([...inputs].filter((name) => !['token', 'apiKey', 'run'].includes(name))).toEqual([])
})
