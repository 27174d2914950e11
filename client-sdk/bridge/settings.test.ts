// The variables of the bridge: what they mean, and the one sentence about a wrong one.
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const url = 'https://api.example.com'
const program = { FRONTDESK_CLIENT_ID: 'id', FRONTDESK_CLIENT_SECRET: 'secret', FRONTDESK_TOKEN_URL: `${url}/token` }

test.each([
  [url, `${url}/mcp`],
  [`${url}/`, `${url}/mcp`],
  [`${url}/dev`, `${url}/dev/mcp`],
  [`${url}/mcp`, `${url}/mcp`],
  [` ${url}/mcp/ `, `${url}/mcp`],
  ['http://localhost:3000', 'http://localhost:3000/mcp'],
])('the address %s leads to %s', (given, endpoint) => {
  expect(readSettings({ FRONTDESK_URL: given, FRONTDESK_TOKEN: 'token' })).toEqual({
    endpoint,
    credential: { token: 'token' },
  })
})

test('a program has a client, its secret and an address in the place of a token', () => {
  expect(readSettings({ FRONTDESK_URL: url, FRONTDESK_TOKEN: '', ...program }).credential).toEqual({
    clientId: 'id',
    clientSecret: 'secret',
    tokenUrl: `${url}/token`,
  })
})

test.each<[string, Record<string, string>, string]>([
  ['no address', { FRONTDESK_TOKEN: 't' }, 'FRONTDESK_URL is missing'],
  ['a blank address', { FRONTDESK_URL: ' ', FRONTDESK_TOKEN: 't' }, 'FRONTDESK_URL is missing'],
  [
    'a word',
    { FRONTDESK_URL: 'api', FRONTDESK_TOKEN: 't' },
    "FRONTDESK_URL must be an http or https address without query and user, not 'api'",
  ],
  ['another protocol', { FRONTDESK_URL: 'ftp://a', FRONTDESK_TOKEN: 't' }, 'FRONTDESK_URL must be'],
  ['a query', { FRONTDESK_URL: `${url}?a=b`, FRONTDESK_TOKEN: 't' }, 'FRONTDESK_URL must be'],
  ['no credential', { FRONTDESK_URL: url }, 'FRONTDESK_TOKEN is missing'],
  ['the word Bearer', { FRONTDESK_URL: url, FRONTDESK_TOKEN: 'Bearer s3cret' }, 'FRONTDESK_TOKEN must be'],
  ['a token with a line break', { FRONTDESK_URL: url, FRONTDESK_TOKEN: 's3cret\ns3cret' }, 'FRONTDESK_TOKEN must be'],
  [
    'two credentials',
    { FRONTDESK_URL: url, FRONTDESK_TOKEN: 's3cret', ...program },
    'FRONTDESK_TOKEN and FRONTDESK_CLIENT_ID',
  ],
  [
    'a client without its secret',
    { FRONTDESK_URL: url, ...program, FRONTDESK_CLIENT_SECRET: '' },
    'FRONTDESK_CLIENT_SECRET is missing',
  ],
  [
    'a client without an address',
    { FRONTDESK_URL: url, ...program, FRONTDESK_TOKEN_URL: '' },
    'FRONTDESK_TOKEN_URL is missing',
  ],
  ['a secret alone', { FRONTDESK_URL: url, FRONTDESK_CLIENT_SECRET: 's3cret' }, 'FRONTDESK_CLIENT_ID is missing'],
  [
    'an address of tokens that is none',
    { FRONTDESK_URL: url, ...program, FRONTDESK_TOKEN_URL: 'x' },
    'FRONTDESK_TOKEN_URL must be',
  ],
  [
    'a secret with spaces',
    { FRONTDESK_URL: url, ...program, FRONTDESK_CLIENT_SECRET: 's3cret s3cret' },
    'FRONTDESK_CLIENT_SECRET must be',
  ],
  ['a password in the address', { FRONTDESK_URL: 'https://u:s3cret@a', FRONTDESK_TOKEN: 't' }, 'FRONTDESK_URL must be'],
])('%s is told in one sentence, without any secret', (_, env, message) => {
  let told = ''
  try {
    readSettings(env)
  } catch (error) {
    told = (error as Error).message
  }
  expect(told).toContain(message)
  expect(told).not.toMatch(/s3cret|\n/)
})
