// The people of a pool, exported and invited to another one, against the Cognito emulator.
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSigningKey, startCognito, userClientId, userPoolId } from '../../local-cloud/emulators/cognito/index.ts'
import { invite, peopleOf, personIn, type Person } from './people.ts'

const count = 130
let directory: string
let pools: { close: () => Promise<void> }[]
let [old, fresh]: CognitoIdentityProviderClient[] = []

const call = async (url: string, operation: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'people-'))
  const key = await loadSigningKey(directory)
  const [one, two] = [await startCognito({ key }), await startCognito({ key })]
  pools = [one, two]
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const clientOf = ({ url: endpoint }: typeof one) =>
    new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials })
  ;[old, fresh] = [clientOf(one), clientOf(two)]
  for (let n = 0; n < count; n++) {
    const Username = `person-${String(n).padStart(3, '0')}`
    const UserAttributes = [{ Name: 'email', Value: `${Username}@example.org` }]
    await call(one.url, 'SignUp', { ClientId: userClientId, Username, Password: 'Correct-horse-1', UserAttributes })
  }
  await call(one.url, 'AdminConfirmSignUp', { UserPoolId: userPoolId, Username: 'person-007' })
})
afterAll(async () => {
  old?.destroy()
  fresh?.destroy()
  for (const pool of pools) await pool.close()
  await rm(directory, { recursive: true })
})

const exported = async (client = old) => {
  const people: Person[] = []
  if (client) for await (const person of peopleOf(client, userPoolId)) people.push(person)
  return people
}

test('every person of every page is exported, with the state and without a password', async () => {
  const people = await exported()
  expect(people).toHaveLength(count)
  expect(new Set(people.map(({ username }) => username)).size).toBe(count)
  expect(people[7]).toMatchObject({
    ...{ username: 'person-007', enabled: true, status: 'CONFIRMED' },
    attributes: { email: 'person-007@example.org', sub: expect.any(String) as string },
  })
  expect(people[8]?.status).toBe('UNCONFIRMED')
  expect(JSON.stringify(people)).not.toContain('Correct-horse')
})

test('they are invited to another pool once', async () => {
  const people = (await exported()).map((person, n) => personIn(JSON.stringify(person), n + 1))
  const inviteAll = async () => {
    const made: boolean[] = []
    for (const person of people) if (fresh) made.push(await invite(fresh, { pool: userPoolId, person, mayMail: false }))
    return made.filter(Boolean).length
  }
  expect(await inviteAll()).toBe(count)
  expect(await inviteAll()).toBe(0)
  const there = await exported(fresh)
  expect(there.map(({ attributes }) => attributes.email)).toEqual(people.map(({ attributes }) => attributes.email))
  expect(there[7]?.status).toBe('FORCE_CHANGE_PASSWORD')
})

test.each([
  '',
  'x',
  '{}',
  '[]',
  '{"username":"a"}',
  '{"username":"","enabled":true,"attributes":{}}',
  '{"username":"a","enabled":true,"attributes":null}',
  'null',
])('%j is no person', (line) => {
  expect(() => personIn(line, 3)).toThrow('Line 3 is no person of an export.')
})
