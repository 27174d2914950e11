// npm run smoke: signs a test user up on a deployed stage, calls the API with the token, and removes its items.
import {
  AdminConfirmSignUpCommand,
  AdminDeleteUserCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readOptions } from '../codegen/command.ts'
import type { Caller } from '../codegen/model.ts'
import { model } from './model.ts'
import { stageNamed } from './names.ts'
import { itemCalls, userReads } from './smoke-calls.ts'

const { operations } = model

/** A new name for a user or an item. */
const newName = () => `smoke-${randomBytes(6).toString('hex')}`

export type Target = {
  url: string
  userPoolId: string
  clientId: string
  /** Without a key, the smoke test only checks that requests without a key are refused. */
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

/** Throws at the first step that fails. The user is deleted in any case. */
export async function smoke(target: Target, log: (line: string) => void): Promise<void> {
  const { userPoolId, clientId } = target
  const [region = ''] = userPoolId.split('_', 1)
  const cognito = new CognitoIdentityProviderClient({ region })
  const username = newName()
  // The password has every class of characters that the pool requires.
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
  const send = createSender(url, log)
  const headers: Record<Caller, Record<string, string>> = {
    anyone: {},
    user: { authorization: `Bearer ${token}` },
    apiKey: apiKey === undefined ? {} : { 'x-api-key': apiKey },
  }
  for (const path of userReads(operations)) {
    await send({ method: 'GET', path, status: 401 })
    await send({ method: 'GET', path, status: 200, headers: headers.user })
  }
  await send({ method: 'GET', path: '/no-such-route', status: 404, headers: headers.user })
  for (const { create, read, remove, readAgain } of itemCalls(operations, newName())) {
    if (read.access === 'apiKey') await send({ ...read, status: 403 })
    const calls = [create, read, remove, ...(readAgain ? [readAgain] : [])]
    if (apiKey === undefined && calls.some(({ access }) => access === 'apiKey')) continue
    const location = await send({ ...create, headers: headers[create.access] })
    for (const call of calls.slice(1)) {
      await send({ ...call, path: location || call.path, headers: headers[call.access] })
    }
  }
}

type Request = { method: string; path: string; status: number; headers?: Record<string, string>; body?: unknown }

/** Sends a request, expects its status, and returns the address of a new item. */
const createSender = (url: string, log: (line: string) => void) => async (request: Request) => {
  const { method, path, status, headers = {}, body } = request
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (response.status !== status) {
    throw new Error(`${method} ${path} answered ${response.status}, not ${status}: ${text.slice(0, 500)}`)
  }
  log(`ok  ${method} ${path} ${response.status}`)
  return response.headers.get('location') ?? ''
}

/** The stage's addresses, from the outputs of its deployment. */
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
  const values = readOptions(help, { stage: { ...text, default: 'dev' }, url: text, 'user-pool': text, client: text })
  if (!values) return
  const say = (line: string) => process.stdout.write(`${line}\n`)
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
