// A guide shows each step with its operation, its values and its body, and no expression of Arazzo.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { readJourneys } from './documents.ts'
import { renderJourneys } from './guide.ts'

const model = modelOf(JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as Contract)

test('each step is shown', async () => {
  const journeys = await readJourneys()
  const text = renderJourneys(model, journeys)
  for (const { document } of journeys) {
    expect(text).toContain(`## ${document.info.title}\n`)
    for (const { description = '', operationId = 'the PUT' } of document.workflows.flatMap(({ steps }) => steps)) {
      expect(text).toContain(description.trim())
      expect(text).toContain(operationId)
    }
  }
  expect(text).not.toMatch(/\$(steps|inputs|response)\b/)
})

test('an operation that the contract does not have is an error', () => {
  const steps = [{ stepId: 'a', operationId: 'nothing' }]
  const document = { info: { title: 'T' }, workflows: [{ workflowId: 'w', steps }] }
  expect(() => renderJourneys(model, [{ name: 't', file: 't.yaml', inputs: ['token'], document }])).toThrow(
    'A journey calls nothing',
  )
})
