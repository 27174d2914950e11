// The TSDoc of the methods that several operations make possible.
import { expect, test } from 'vitest'
import { readModel } from '../read.ts'
import { facadeOf } from './facade.ts'
import { combinedMethods } from './combined-methods.ts'

test('submitAndWait says what it resolves to, and where the id is when it fails', async () => {
  const model = await readModel()
  const combined = facadeOf(model).flatMap((resource) => combinedMethods(model, resource))
  const lines = combined.find(({ name }) => name === 'submitAndWait')?.doc.split('\n') ?? []
  const returns = lines.find((line) => line.startsWith('@returns')) ?? ''
  expect(returns).toMatch(/^@returns Resolves to the {@link WorkflowExecution} as `getExecution` gives it/)
  expect(returns).toMatch(/no longer `running`: `executionId`, `status`, `outcome`, `startedAt`, `stoppedAt`\.$/)
  const fails = lines.findIndex((line) => line.startsWith('@throws'))
  expect(lines.slice(fails, fails + 2).join(' ')).toContain('The error has its `executionId`')
})
