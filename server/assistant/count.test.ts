// The counts of the assistant, which its alarm reads: answers, failures, and streams that broke off.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emulated } from '../../testing/emulated-model.ts'
import { json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createLog } from '../log.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

const counts = ['AssistantAnswers', 'AssistantFailures', 'AssistantBreaks']

/** The counts in the log of one request. */
async function countsOf(path: string, modelId: string, message = 'How do I create a case?') {
  const lines: Record<string, unknown>[] = []
  // Safe cast: each line is a JSON object.
  const log = createLog({}, (line) => lines.push(JSON.parse(line) as Record<string, unknown>))
  door.restart({ replace: { log, assistant: emulated(modelId, { timeout: 300 }) } })
  const response = await door.send('POST', path, json({ message }, { authorization: `Bearer ${door.idToken()}` }))
  const counted = lines.flatMap((line) => counts.filter((name) => line[name] === 1))
  return [response.status, ...counted]
}

test.each([
  ['local.emulator', [200, 'AssistantAnswers']],
  ['local.fail', [502, 'AssistantAnswers', 'AssistantFailures']],
  ['local.slow', [504, 'AssistantAnswers', 'AssistantFailures']],
  // The model is busy: no failure.
  ['local.throttle', [429, 'AssistantAnswers']],
])('%s counts %j', async (modelId, expected) => {
  expect(await countsOf('/chat', modelId)).toEqual(expected)
  expect(await countsOf('/chat/stream', modelId)).toEqual(expected)
})

test('a stream that breaks off is counted apart, and a request that is refused is not counted', async () => {
  expect(await countsOf('/chat/stream', 'local.breaks')).toEqual([200, 'AssistantAnswers', 'AssistantBreaks'])
  expect(await countsOf('/chat/stream', 'local.emulator', '')).toEqual([400])
})
