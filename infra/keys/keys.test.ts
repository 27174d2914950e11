// The API keys of a stage, by the commands of an operator, against emulators of API Gateway and Secrets Manager, and at a gateway.
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { SecretsManagerClient, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { name as project } from '../../generated/names.ts'
import { startAccount } from '../../local-cloud/emulators/account/index.ts'
import { consumerOf } from '../../server/auth/consumers.ts'
import { openGatewayKeys } from './gateway-keys.ts'
import { createKeyCommands, secretNamed, type Tools } from './key-commands.ts'
import { ownKeyIn } from './own-key.ts'
import { rotateDue, stepsDue } from './scheduled-rotation.ts'
import { openVault } from './vault.ts'

let account: Awaited<ReturnType<typeof startAccount>>
let secrets: SecretsManagerClient
let api: APIGatewayClient
let clock: Date
const stages = ['dev', 'other'].map((stage) => `${project}-${stage}-standard`)

beforeAll(async () => {
  account = await startAccount({ plans: [...stages, `${project}-dev-partner`] })
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const where = { endpoint: account.url, region: 'us-east-1', credentials, maxAttempts: 1 }
  secrets = new SecretsManagerClient(where)
  api = new APIGatewayClient(where)
})
afterAll(async () => {
  secrets.destroy()
  api.destroy()
  await account.close()
})
beforeEach(() => (clock = new Date('2027-01-01T00:00:00Z')))

const toolsOf = (stage = 'dev'): Tools => ({
  stage,
  vault: openVault(secrets, secretNamed(stage)),
  gateway: openGatewayKeys(api),
  now: () => clock,
})
const commandsOf = (changes: Partial<Tools> = {}) => createKeyCommands({ ...toolsOf(), ...changes })

/** Everything that a command prints or throws. */
const textOf = async (run: Promise<unknown>) => JSON.stringify(await run.catch((error: unknown) => String(error)))

test('a key is made in Secrets Manager, opens the gateway, and is read once', async () => {
  const keys = commandsOf()
  const made = await textOf(keys.create('acme', 'standard'))
  const value = await keys.show('acme')
  expect(account.keyIdOf(value)).toBe(JSON.parse(made))
  expect(consumerOf(value)).toBe('acme')
  await expect(keys.show('acme')).rejects.toThrow(/was read on 2027-01-01T00:00:00.000Z, and is shown once/)
  // No other command says the value.
  for (const said of [made, await textOf(keys.list()), await textOf(keys.create('acme', 'standard'))])
    expect(said).not.toContain(value.slice(-40))
  expect(await keys.list()).toEqual([`acme  standard  ${JSON.parse(made)} of 2027-01-01`])
})

test('two keys are valid during a rotation, and one after it', async () => {
  const keys = commandsOf()
  await keys.create('rotating', 'partner')
  const old = await keys.show('rotating')
  clock = new Date('2027-02-01T00:00:00Z')
  await keys.rotate('rotating')
  const fresh = await keys.show('rotating')
  expect(fresh).not.toBe(old)
  expect([old, fresh].map((value) => account.keyIdOf(value) !== undefined)).toEqual([true, true])
  await expect(keys.rotate('rotating')).rejects.toThrow('Two keys of rotating are valid.')
  expect(await keys.revoke('rotating', true)).toBe(1)
  expect([old, fresh].map((value) => account.keyIdOf(value) !== undefined)).toEqual([false, true])
  await expect(keys.revoke('rotating', true)).rejects.toThrow('has one key, and no old one')
  expect(await keys.revoke('rotating', false)).toBe(1)
  expect(account.keyIdOf(fresh)).toBeUndefined()
  await expect(keys.show('rotating')).rejects.toThrow('There is no key of rotating')
})

test.each(['', 'Acme', 'a b', '1acme', 'acme-', 'a--b', '-a', 'constructor!', 'a'.repeat(41), '__proto__'])(
  'a consumer cannot be called %j',
  async (name) => {
    for (const run of [commandsOf().create(name, 'standard'), commandsOf().rotate(name), commandsOf().show(name)])
      await expect(run).rejects.toThrow('cannot be the name of a consumer')
  },
)

test.each(['constructor', 'unknown'])('%s has no key before it is made', async (name) => {
  await expect(commandsOf().rotate(name)).rejects.toThrow(`There is no key of ${name}`)
  await expect(commandsOf().revoke(name, false)).rejects.toThrow(`There is no key of ${name}`)
})

test('a class without a usage plan is named, and nothing is written', async () => {
  await expect(commandsOf().create('later', 'gold')).rejects.toThrow(`There is no usage plan ${project}-dev-gold`)
  expect((await commandsOf().list()).join()).not.toContain('later')
})

test('a command that the gateway has interrupted goes on where it ended', async () => {
  const { gateway } = toolsOf()
  const broken = commandsOf({ gateway: { ...gateway, make: () => Promise.reject(new Error('throttled')) } })
  await expect(broken.create('interrupted', 'standard')).rejects.toThrow('throttled')
  await expect(commandsOf().show('interrupted')).rejects.toThrow('is not finished')
  // It was made, and the answer was lost.
  const lost = commandsOf({
    gateway: { ...gateway, make: (key) => gateway.make(key).then(() => Promise.reject(new Error('lost'))) },
  })
  await expect(lost.create('interrupted', 'standard')).rejects.toThrow('lost')
  const id = await commandsOf().create('interrupted', 'standard')
  expect(account.keyIdOf(await commandsOf().show('interrupted'))).toBe(id)
})

test('what somebody else writes at the same moment is not lost', async () => {
  const { vault } = toolsOf()
  const { stored, version } = await vault.read()
  await commandsOf().create('meanwhile', 'standard')
  await expect(vault.write(stored, version)).rejects.toThrow('Somebody else has changed')
  expect((await commandsOf().list()).join()).toContain('meanwhile')
  // The writer that lost does not keep the next one from writing.
  await commandsOf().rotate('meanwhile')
})

test('the stages share no key', async () => {
  const other = createKeyCommands(toolsOf('other'))
  await other.create('acme', 'standard')
  expect((await other.list()).length).toBe(1)
  expect(await other.show('acme')).not.toBe(
    await commandsOf()
      .rotate('acme')
      .then(() => commandsOf().show('acme')),
  )
})

test('a secret that would be too large is refused by a sentence', async () => {
  const { vault } = toolsOf()
  const { stored, version } = await vault.read()
  const keys = Array.from({ length: 300 }, (_, n) => ({ value: 'x'.repeat(200), madeAt: String(n) }))
  await expect(vault.write({ ...stored, many: { class: 'standard', keys } }, version)).rejects.toThrow('65536 bytes')
})

const rotation = { everyDays: 90, overlapDays: 7 }
const key = (madeAt: string, id: string | undefined = 'id') => ({ value: 'v', madeAt, ...(id !== undefined && { id }) })

test.each([
  ['a young key stays', [key('2027-01-01')], []],
  ['an old key gets a successor', [key('2026-10-01')], ['rotate']],
  ['both stay during the overlap', [key('2026-12-30'), key('2026-09-01')], []],
  ['the old one ends after it', [key('2026-12-25'), key('2026-09-01')], ['revoke-old']],
  ['an interrupted rotation goes on', [{ value: 'v', madeAt: '2027-01-01' }, key('2026-09-01')], ['rotate']],
  ['a first key that is not finished is its maker’s', [{ value: 'v', madeAt: '2026-01-01' }], []],
])('by schedule: %s', (_what, keys, expected) => {
  const steps = stepsDue({ acme: { class: 'standard', keys } }, rotation, new Date('2027-01-02'))
  expect(steps.map((step) => step.do)).toEqual(expected)
})

test('the schedule rotates every consumer that is due, also after one that fails', async () => {
  const keys = createKeyCommands({ ...toolsOf('other') })
  clock = new Date('2026-06-01T00:00:00Z')
  await keys.create('bees', 'standard')
  clock = new Date('2027-03-01T00:00:00Z')
  const failing = {
    ...keys,
    rotate: (name: string) => (name === 'acme' ? Promise.reject(new Error('no')) : keys.rotate(name)),
  }
  clock = new Date('2027-12-01T00:00:00Z')
  expect(await rotateDue(failing, rotation, clock)).toEqual(['rotate acme: no'])
  clock = new Date('2027-12-09T00:00:00Z')
  expect(await rotateDue(failing, rotation, clock)).toEqual(['rotate acme: no'])
  const lines = await keys.list()
  expect(lines.filter((line) => line.startsWith('bees'))).toEqual([
    expect.stringMatching(/of 2027-12-01, not read yet$/),
  ])
})

test('the emulator refuses what the services refuse', async () => {
  const put = new PutSecretValueCommand({ SecretId: 'nobody', SecretString: 'x' })
  await expect(secrets.send(put)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test("the project's own programs have a key of their own, made once", async () => {
  const first = await ownKeyIn(toolsOf(), 'standard')
  expect(consumerOf(first)).toBe('journeys')
  expect(account.keyIdOf(first)).toBeDefined()
  expect(await ownKeyIn(toolsOf(), 'standard')).toBe(first)
})
