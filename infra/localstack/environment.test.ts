// Where an emulator serves a deployed API, and what the CDK is told of it.
import { expect, test } from 'vitest'
import { apiAt, bootstrapArguments } from './environment.ts'

test.each([
  ['https://abc123.execute-api.eu-central-1.amazonaws.com/dev', 'http://127.0.0.1:4566/_aws/execute-api/abc123/dev'],
  [
    'https://abc123.execute-api.localhost:4566/dev/cases/1?a=b',
    'http://127.0.0.1:4566/_aws/execute-api/abc123/dev/cases/1?a=b',
  ],
  // A Location without its stage leads out of the API, here as on AWS.
  ['https://abc123.execute-api.localhost:4566/cases/1', 'http://127.0.0.1:4566/_aws/execute-api/abc123/cases/1'],
])('%s', (address, served) => {
  expect(apiAt('http://127.0.0.1:4566', address)).toBe(served)
})

test('another address is refused', () => {
  expect(() => apiAt('http://127.0.0.1:4566', 'https://api.example.com/cases')).toThrow(
    'is not the default endpoint of an API',
  )
})

test('the region of the stage is prepared', () => {
  expect(bootstrapArguments('eu-central-1')).toEqual(['bootstrap', 'aws://000000000000/eu-central-1', '--app', ''])
})
