// A journey without the operations of a resource.
import { expect, test } from 'vitest'
import { withoutOperations } from './journeys.ts'

const journey = `arazzo: 1.0.1
workflows:
  - workflowId: look
    steps:
      - stepId: first
        # Anyone may, even before the third.
        operationId: getStatus
        successCriteria:
          - condition: $statusCode == 200
      - stepId: second
        operationId: listThings
        outputs: { id: $response.body#/things/0/id }
      - stepId: third
        operationId: getThing
        parameters:
          - { in: path, name: id, value: $steps.second.outputs.id }
`

test('loses their steps', () => {
  expect(withoutOperations(journey, ['getThing'])).toBe(journey.slice(0, journey.indexOf('      - stepId: third')))
  expect(withoutOperations(journey, ['listThings', 'getThing'])).toBe(
    journey.slice(0, journey.indexOf('      - stepId: second')),
  )
  expect(withoutOperations(journey, ['getNothing'])).toBe(journey)
})

test('goes when another step needs one of them, or when no other is left', () => {
  expect(withoutOperations(journey, ['listThings'])).toBeUndefined()
  expect(withoutOperations(journey, ['getStatus', 'listThings', 'getThing'])).toBeUndefined()
})
