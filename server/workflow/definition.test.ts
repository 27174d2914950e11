// The workflow's definition is valid in the Amazon States Language.
import validate from 'asl-validator'
import { expect, test } from 'vitest'
import { definition, taskArns } from './definition.ts'

const { States } = definition
const tasks = Object.values(States).filter((state) => state.Type === 'Task')

test('the definition is valid in the Amazon States Language', () => {
  // The validator writes its defaults into its argument.
  expect(validate(structuredClone(definition)).errorsText()).toBe('')
  const broken = { ...definition, States: { ...States, Choice: { ...States.Choice, Default: 'Nowhere' } } }
  expect(validate(structuredClone(broken)).isValid).toBe(false)
})

test('the definition speaks JSONPath: the local interpreter returns the input of a JSONata machine as it is', () => {
  expect(JSON.stringify(definition)).not.toMatch(/JSONata|QueryLanguage|\{%/)
})

test('every task is a Lambda function that infra fills in, once each', () => {
  const functions = tasks.map(({ Parameters }) => Parameters.FunctionName)
  expect(functions.sort()).toEqual(Object.values(taskArns).sort())
  expect(new Set(JSON.stringify(definition).match(/\$\{\w+\}/g))).toEqual(new Set(Object.values(taskArns)))
})

test('every task is tried again with jitter, and ends in a failure that carries its reason', () => {
  expect(tasks).toHaveLength(3)
  for (const { Retry, Catch } of tasks) {
    for (const retry of Retry) {
      expect(retry).toMatchObject({ JitterStrategy: 'FULL', MaxAttempts: expect.any(Number) as number, BackoffRate: 2 })
    }
    expect(Retry[0]?.ErrorEquals).toEqual(
      expect.arrayContaining([
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.TooManyRequestsException',
      ]),
    )
    expect(Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }])
  }
  expect(States.Failed).toMatchObject({ ErrorPath: '$.error.Error', CausePath: '$.error.Cause' })
})
