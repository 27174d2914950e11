// The local cloud in a shell that is set up for the real AWS: nothing of it stops the start, or leads away from the emulators.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createDataDir, runCloud } from '../testing/local-cloud.ts'
import { setDeveloperSettingsAside } from './developer-settings.ts'
import { listen, stopNow } from './listen.ts'

const hostileConfig = (url: string) => `
[default]
region = eu-west-1
use_fips_endpoint = true
use_dualstack_endpoint = true
endpoint_url = ${url}
services = theirs
[profile theirs]
role_arn = arn:aws:iam::123456789012:role/theirs
source_profile = theirs
[services theirs]
dynamodb =
  endpoint_url = ${url}
[[broken
= =
`

const hostileEnvironment = (url: string, file: string) => ({
  AWS_USE_FIPS_ENDPOINT: 'true',
  AWS_USE_DUALSTACK_ENDPOINT: 'true',
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
  AWS_PROFILE: 'theirs',
  AWS_DEFAULT_PROFILE: 'theirs',
  AWS_CONFIG_FILE: file,
  AWS_SHARED_CREDENTIALS_FILE: file,
  AWS_REGION: 'eu-west-1',
  AWS_DEFAULT_REGION: 'eu-west-1',
  AWS_SESSION_TOKEN: 'theirs',
  AWS_ENDPOINT_URL: url,
  AWS_ENDPOINT_URL_DYNAMODB: url,
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
  AWS_CA_BUNDLE: '/nowhere.pem',
  AWS_ACCOUNT_ID_ENDPOINT_MODE: 'required',
  AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
  AWS_CONTAINER_CREDENTIALS_FULL_URI: url,
  AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere',
  AWS_RETRY_MODE: 'nonsense',
  AWS_MAX_ATTEMPTS: 'many',
  AWS_DEFAULTS_MODE: 'auto',
  AWS_NODEJS_CONNECTION_REUSE_ENABLED: '0',
  AWS_BEARER_TOKEN_BEDROCK: 'theirs',
  AWS_LAMBDA_LOG_LEVEL: 'nonsense',
  AWS_S3_US_EAST_1_REGIONAL_ENDPOINT: 'nonsense',
  AWS_SOMETHING_NEW: 'x',
  HTTP_PROXY: url,
  HTTPS_PROXY: url,
  NODE_USE_ENV_PROXY: '1',
  NODE_OPTIONS: '--use-env-proxy',
})

test('a hostile environment and hostile files have no effect, and the log names them in one line', async () => {
  const calls: string[] = []
  const elsewhere = createServer((request, response) => {
    calls.push(`${request.method ?? ''} ${request.url ?? ''}`)
    response.writeHead(403).end()
  }).on('connect', (request, socket) => {
    calls.push(`CONNECT ${request.url ?? ''}`)
    socket.destroy()
  })
  const url = await listen(elsewhere)
  const data = await createDataDir()
  const file = join(data.path, 'hostile-config')
  await writeFile(file, hostileConfig(url))
  const hostile = hostileEnvironment(url, file)
  const cloud = runCloud({ env: { ...hostile, DATA_DIR: data.path, LOCAL_SCHEDULE_SECONDS: '0' } })
  const base = await cloud.ready()

  const env = { ...process.env, ...hostile, DATA_DIR: data.path }
  const token = await promisify(execFile)(process.execPath, ['local-cloud/token.ts'], { env })
  const user = { authorization: `Bearer ${token.stdout.trim()}`, 'content-type': 'application/json' }
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = user) => {
    const sent = body && { body: JSON.stringify(body) }
    const response = await fetch(base + path, { method, headers, ...sent })
    expect(`${method} ${path} ${response.status}`).toMatch(/ 20\d$/)
    return (await response.json()) as Record<string, string>
  }
  const { caseId = '' } = await send('POST', '/cases', { description: 'Hostile' })
  await send('GET', '/cases')
  const upload = await send('GET', `/cases/${caseId}/upload?fileName=a.txt&contentType=text/plain`)
  const headers = upload.headers as unknown as Record<string, string>
  expect((await fetch(upload.uploadUrl ?? '', { method: 'PUT', headers, body: 'x' })).status).toBe(200)
  await send('GET', `/cases/${caseId}/files`)
  await send('GET', '/users')
  await send('POST', '/chat', { message: 'Hello' })
  const key = { 'x-api-key': 'local-api-key', 'content-type': 'application/json' }
  await send('PUT', '/customers/c-1', {}, key)
  const { executionId = '' } = await send('POST', '/workflow/submit', { id: 'c-1' }, key)
  const ended = async () => (await send('GET', `/workflow/executions/${executionId}`, undefined, key)).status
  await expect.poll(ended, { timeout: 15_000 }).not.toBe('running')
  expect(await ended()).toMatch(/succeeded/i)

  await cloud.kill()
  await stopNow(elsewhere)
  await data.remove()
  expect(calls).toEqual([])
  expect(cloud.stderr()).toBe('')
  const lines = cloud.stdout().match(/^The emulators ignore .*$/gm) ?? []
  expect(lines).toHaveLength(1)
  for (const name of Object.keys(hostile).filter((name) => !name.startsWith('NODE_'))) {
    expect(lines[0]).toContain(name)
  }
})

test('without such settings the log says nothing of them', async () => {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path } })
  const url = await cloud.ready()
  await cloud.kill()
  await data.remove()
  expect(cloud.stdout()).toBe(`Frontdesk is ready at ${url}\n`)
})

test('settings are set aside by their kind, and other variables stay', () => {
  const env: NodeJS.ProcessEnv = {
    AWS_NEVER_HEARD_OF: 'x',
    PATH: '/bin',
    https_proxy: 'http://p',
    NO_PROXY: 'intranet',
  }
  expect(setDeveloperSettingsAside(env)).toEqual(['AWS_NEVER_HEARD_OF', 'https_proxy'])
  expect(env.AWS_NEVER_HEARD_OF).toBeUndefined()
  expect(env).toMatchObject({ PATH: '/bin', NO_PROXY: 'intranet,localhost,127.0.0.1,::1' })
  setDeveloperSettingsAside(env)
  expect(env.NO_PROXY).toBe('intranet,localhost,127.0.0.1,::1')
  expect(setDeveloperSettingsAside({ PATH: '/bin' })).toEqual([])
})
