// The token command, run as npm runs it.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JwtExpiredError } from 'aws-jwt-verify/error'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokenVerifier } from '../testing/token-verifier.ts'
import { issuerAt, loadSigningKey, machineClientId, userClientId } from './emulators/cognito/index.ts'
import { noteRunning } from './running.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'token-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

const command = new URL('token.ts', import.meta.url).pathname
const run = (...args: string[]) => runIn({ LOCAL_COGNITO_PORT: '' }, ...args)
const runIn = (variables: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: string | number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir, ...variables }
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr })
    })
  })

const verify = async (printed: string, tokenUse: 'id' | 'access', clientId: string, issuer?: string) => {
  const expected = { tokenUse, clientId, ...(issuer !== undefined && { issuer }) }
  return createTokenVerifier(await loadSigningKey(dataDir), expected).verifySync(printed.trimEnd())
}

test('prints nothing but an ID token of local-user', async () => {
  const { code, stdout, stderr } = await run()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  const claims = await verify(stdout, 'id', userClientId)
  expect(claims).toMatchObject({ 'cognito:username': 'local-user', email: 'local-user@example.com' })
  expect(claims.exp - claims.iat).toBe(3600)
})

test('--user names the user, --expires-in the lifetime', async () => {
  const { stdout } = await run('--user', 'alice', '--expires-in', '60')
  const claims = await verify(stdout, 'id', userClientId)
  expect(claims['cognito:username']).toBe('alice')
  expect(claims.exp - claims.iat).toBe(60)
})

test('the issuer is that of the local cloud that runs, else that of LOCAL_COGNITO_PORT', async () => {
  const issuer = issuerAt('http://localhost:5005')
  const { stdout } = await run()
  expect(await verify(stdout, 'id', userClientId)).toMatchObject({ iss: issuerAt('http://localhost:4020') })
  const other = await runIn({ LOCAL_COGNITO_PORT: '5005' })
  expect(await verify(other.stdout, 'id', userClientId, issuer)).toMatchObject({ iss: issuer })
  const running = await noteRunning(dataDir, 3000, issuer)
  const same = await run()
  await running.close()
  expect(await verify(same.stdout, 'id', userClientId, issuer)).toMatchObject({ iss: issuer })
})

test.each([['--expires-in', '-60'], ['--expires-in=-60']])(
  'a negative lifetime makes an expired token',
  async (...args) => {
    const { code, stdout } = await run(...args)
    expect(code).toBe(0)
    await expect(verify(stdout, 'id', userClientId)).rejects.toThrow(JwtExpiredError)
  },
)

test('--scope makes an access token of a program, with --user of that user', async () => {
  const program = await run('--scope', 'frontdesk/read')
  expect(program.stderr).toBe('')
  const claims = await verify(program.stdout, 'access', machineClientId)
  expect(claims).toMatchObject({ sub: machineClientId, scope: 'frontdesk/read' })
  const person = await run('--scope', 'frontdesk/read  frontdesk/write', '--user', 'alice')
  const expected = { username: 'alice', scope: 'frontdesk/read frontdesk/write' }
  expect(await verify(person.stdout, 'access', userClientId)).toMatchObject(expected)
})

test('a scope that the API does not know is issued with a warning', async () => {
  const { code, stdout, stderr } = await run('--scope', 'frontdesk/read frontdesk/admin')
  expect(code).toBe(0)
  expect(stderr).toMatch(/^token: .*frontdesk\/admin.*\n$/)
  expect(await verify(stdout, 'access', machineClientId)).toMatchObject({ scope: 'frontdesk/read frontdesk/admin' })
})

test('--help goes to stdout and names every option', async () => {
  const { code, stdout, stderr } = await run('--help')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const option of ['--user', '--scope', '--expires-in', '--help', 'DATA_DIR']) expect(stdout).toContain(option)
})

test.each([
  [['--expires-in', 'abc'], /--expires-in takes a whole number of seconds up to 86400, not "abc"/],
  [['--expires-in', '1.5'], /--expires-in/],
  [['--expires-in', ''], /--expires-in/],
  [['--expires-in', '86401'], /--expires-in/],
  [['--expires-in'], /--expires-in/],
  [['--user', ''], /--user/],
  [['--user', 'a b'], /--user/],
  [['--user', '--scope'], /--user/],
  [['--scope', ' '], /--scope/],
  [['--bogus'], /--bogus/],
  [['alice'], /alice/],
  [['-60'], /-60/],
])('%j is refused in one line, with exit code 2', async (args, said) => {
  const { code, stdout, stderr } = await run(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(said)
  expect(stderr).toMatch(/^token: [^\n]+\n$/)
})

test('a data directory that cannot be made is a failure, not bad usage', async () => {
  const env = { ...process.env, DATA_DIR: join(command, 'below-a-file') }
  const code = await new Promise((resolve) => {
    execFile(process.execPath, [command], { env }, (error, stdout, stderr) => resolve([error?.code, stdout, stderr]))
  })
  expect(code).toEqual([
    1,
    '',
    expect.stringMatching(/^token: Cannot use [^\n]+: a file is where a folder must be\.[^\n]*\n$/),
  ])
})

test('a port that is none is refused in one line', async () => {
  for (const port of ['abc', '4020.5', '-1', '65536', ' ']) {
    const { code, stdout, stderr } = await runIn({ LOCAL_COGNITO_PORT: port })
    expect({ code, stdout }, port).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe('token: LOCAL_COGNITO_PORT must be a number from 0 to 65535 (--help lists the options)\n')
  }
})
