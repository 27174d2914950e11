// npm run smoke: signs a test user up on a deployed stage, calls the API with the token, and removes what it made.
import {
  AdminConfirmSignUpCommand,
  AdminDeleteUserCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { stageNamed } from './names.ts'

export type Target = {
  url: string
  userPoolId: string
  clientId: string
  /** Without a key only its absence is tried. */
  apiKey?: string | undefined
}

const help = `Usage: npm run smoke -- [--stage dev]

Signs a test user up, gets a token and calls the API. The addresses are those that npm run deploy wrote to
cdk.out/outputs-<stage>.json. Confirming and deleting the user needs AWS credentials of the account.

  --stage <name>       the stage (dev); the others let nobody sign up
  --url, --user-pool, --client
                       the addresses where there is no such file, as of the local cloud
  --help               this text

API_KEY in the environment is an API key to try as well.
`

/** Throws at the first step that goes wrong; the user is deleted all the same. */
export async function smoke(target: Target, log: (line: string) => void): Promise<void> {
  const { userPoolId, clientId } = target
  const [region = ''] = userPoolId.split('_', 1)
  const cognito = new CognitoIdentityProviderClient({ region })
  const username = `smoke-${randomBytes(6).toString('hex')}`
  // Every class of characters that the pool asks for.
  const password = `Aa1-${randomBytes(18).toString('base64url')}`
  const email = { Name: 'email', Value: `${username}@example.com` }
  await cognito.send(
    new SignUpCommand({ ClientId: clientId, Username: username, Password: password, UserAttributes: [email] }),
  )
  try {
    await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: userPoolId, Username: username }))
    const AuthParameters = { USERNAME: username, PASSWORD: password }
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    )
    log(`ok  ${username} signed up and in`)
    await callApi(target, AuthenticationResult?.IdToken ?? '', log)
  } finally {
    await cognito.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: username }))
    cognito.destroy()
  }
  log(`ok  ${username} deleted`)
}

async function callApi({ url, apiKey }: Target, token: string, log: (line: string) => void) {
  const call = async (
    expected: number,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: object,
  ) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.status !== expected) {
      throw new Error(`${method} ${path} answered ${response.status}, not ${expected}: ${text.slice(0, 500)}`)
    }
    log(`ok  ${method} ${path} ${response.status}`)
    return response.headers.get('location') ?? ''
  }
  const user = { authorization: `Bearer ${token}` }

  await call(401, 'GET', '/status', {})
  await call(200, 'GET', '/status', user)
  await call(404, 'GET', '/no-such-route', user)
  const event = await call(201, 'POST', '/events', user, {
    title: 'Smoke test',
    description: 'Created and deleted by the smoke test.',
    date: '2030-01-01',
    location: 'Nowhere',
    capacity: 1,
    organizer: 'Smoke test',
  })
  await call(200, 'GET', event, {})
  await call(204, 'DELETE', event, user)
  await call(404, 'GET', event, {})

  const customer = `/customers/smoke-${randomBytes(6).toString('hex')}`
  await call(403, 'GET', customer, {})
  if (apiKey === undefined) return
  const key = { 'x-api-key': apiKey }
  await call(201, 'PUT', customer, key)
  await call(200, 'GET', customer, key)
  await call(204, 'DELETE', customer, key)
}

/** The stage's addresses, as its deployment wrote them down. */
export async function targetOf(stage: string, file = `cdk.out/outputs-${stage}.json`): Promise<Target> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no ${file}: it is written by npm run deploy -- --stage ${stage}`)
  })
  const outputs = (JSON.parse(text) as Record<string, Record<string, string>>)[stageNamed(stage)] ?? {}
  const output = (name: string) => {
    const value = outputs[name]
    if (value === undefined) throw new Error(`${file} has no ${name} of ${stageNamed(stage)}.`)
    return value
  }
  return { url: output('ApiEndpoint'), userPoolId: output('UserPoolId'), clientId: output('UserPoolClientId') }
}

async function main() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      stage: { ...text, default: 'dev' },
      url: text,
      'user-pool': text,
      client: text,
      help: { type: 'boolean' },
    },
  })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  if (values.help) {
    say(help)
    return
  }
  const { url, 'user-pool': userPoolId, client: clientId } = values
  const isGiven = url !== undefined && userPoolId !== undefined && clientId !== undefined
  const target = isGiven ? { url, userPoolId, clientId } : await targetOf(values.stage)
  await smoke({ ...target, apiKey: process.env.API_KEY }, say)
  say(`${target.url} works.`)
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`smoke: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
