// Empty variables of the local cloud mean their defaults. Other programs' variables stay.
import { expect, test } from 'vitest'
import { dropEmptyVariables } from './empty-variables.ts'

test('an empty variable is as one that is not set; a value and the variables of others stay', () => {
  const env = {
    PORT: '',
    DATA_DIR: '',
    LOCAL_HOST: '',
    LOCAL_SCHEDULE_SECONDS: '',
    MOCK_PORT: '0',
    OTHER: '',
    PATH: '',
  }
  dropEmptyVariables(env)
  expect(env).toEqual({ MOCK_PORT: '0', OTHER: '', PATH: '' })
})
