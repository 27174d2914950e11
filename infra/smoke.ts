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
import { readOptions, runAs } from '../codegen/command.ts'
import type { Caller } from '../codegen/model.ts'
import { apiAt, enterEmulator } from './localstack/environment.ts'
import { model } from './model.ts'
import { outputsFile, stageNamed } from './names.ts'
import { itemCalls, userReads } from './smoke-calls.ts'

const { operations } = model

/** A new name for a user or an item. */
const newName = () => `smoke-${randomBytes(6).toString('hex')}`

export type Target = {
  url: string
  /** Without a user pool, as on LocalStack, the smoke test makes no call of a user. */
  userPoolId?: string | undefined
  clientId?: string | undefined
  /** Where an emulator serves an address of the API. */
  served?: (address: string) => string
  /** Without a key, the smoke test only checks that requests without a key are refused. */
  apiKey?: string | undefined
}

const help = `Usage: npm run smoke -- [--stage dev] [--region eu-central-1]

Signs a test user up, gets a token and calls the API. The addresses are those that npm run deploy wrote to
cdk.out/outputs-<stage>.json. Confirming and deleting the user needs AWS credentials of the account.

  --stage <name>       the stage (dev); the others let nobody sign up
  --region <name>      the region, if the deployment named one
  --endpoint <url>     the stage is deployed to an emulator at this address, as with npm run deploy
  --url, --user-pool, --client
                       the addresses where there is no such file, as of the local cloud
  --help               this text

API_KEY in the environment is an API key to try as well, as npm run keys shows it.
`

/** Throws at the first step that fails. The user is deleted in any case. */
export async function smoke(target: Target, log: (line: string) => void): Promise<void> {
  const { userPoolId, clientId } = target
  if (userPoolId === undefined || clientId === undefined) {
    log('--  nobody can sign in: no call of a user')
    return callApi(target, undefined, log)
  }
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

async function callApi({ url, served, apiKey }: Target, token: string | undefined, log: (line: string) => void) {
  const send = createSender({ url, log, ...(served && { served }) })
  const headers: Record<Caller, Record<string, string> | undefined> = {
    anyone: {},
    user: token === undefined ? undefined : { authorization: `Bearer ${token}` },
    apiKey: apiKey === undefined ? undefined : { 'x-api-key': apiKey },
  }
  for (const path of userReads(operations)) {
    await send({ method: 'GET', path, status: 401 })
    if (headers.user) await send({ method: 'GET', path, status: 200, headers: headers.user })
  }
  await send({ method: 'GET', path: '/no-such-route', status: 404, headers: headers.user ?? {} })
  for (const { create, read, remove, readAgain } of itemCalls(operations, newName())) {
    if (read.access === 'apiKey') await send({ ...read, status: 403 })
    const calls = [create, read, remove, ...(readAgain ? [readAgain] : [])]
    if (calls.some(({ access }) => headers[access] === undefined)) continue
    const location = await send({ ...create, headers: headers[create.access] ?? {} })
    for (const call of calls.slice(1)) {
      await send({ ...call, at: location, headers: headers[call.access] ?? {} })
    }
  }
}

type Request = {
  method: string
  path: string
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** The address of the item, in place of the path. */
  at?: string | undefined
}

type SenderOptions = Pick<Target, 'url' | 'served'> & { log: (line: string) => void }

/** Sends a request, expects its status, and returns the address of a new item: its Location, resolved as a client does. */
const createSender =
  ({ url, served = (address) => address, log }: SenderOptions) =>
  async (request: Request) => {
    const { method, path, status, headers = {}, body, at } = request
    const sentTo = at ?? url + path
    const response = await fetch(served(sentTo), {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const said = `${method} ${sentTo.startsWith(url) ? sentTo.slice(url.length) : sentTo}`
    if (response.status !== status) {
      throw new Error(`${said} answered ${response.status}, not ${status}: ${text.slice(0, 500)}`)
    }
    log(`ok  ${said} ${response.status}`)
    const location = response.headers.get('location')
    if (status === 201 && location === null) throw new Error(`${said} gave no Location.`)
    return location === null ? undefined : new URL(location, sentTo).href
  }

type Where = {
  region?: string | undefined
  /** The file that the deployment wrote. */
  file?: string
  /** The stage is on an emulator, which may have no user pool. */
  mayLackPool?: boolean
}

/** The stage's addresses, from the outputs of its deployment. */
export async function targetOf(stage: string, where: Where = {}) {
  const { region, file = outputsFile(stage, region), mayLackPool = false } = where
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no ${file}: it is written by npm run deploy -- --stage ${stage}`)
  })
  const outputs = (JSON.parse(text) as Record<string, Record<string, string>>)[stageNamed(stage)] ?? {}
  const { ApiEndpoint: url, UserPoolId: userPoolId, UserPoolClientId: clientId } = outputs
  const missing = (name: string) => new Error(`${file} has no ${name} of ${stageNamed(stage)}.`)
  if (url === undefined) throw missing('ApiEndpoint')
  if (userPoolId === undefined && !mayLackPool) throw missing('UserPoolId')
  if (clientId === undefined && !mayLackPool) throw missing('UserPoolClientId')
  return { url, userPoolId, clientId }
}

/** The stage on an emulator: its API is at another address. */
async function emulated(endpoint: string, stage: string, region?: string): Promise<Target> {
  await enterEmulator({ endpoint })
  const target = await targetOf(stage, { region, mayLackPool: true })
  return { ...target, served: (address) => apiAt(endpoint, address) }
}

async function main() {
  const text = { type: 'string' } as const
  const given = { stage: { ...text, default: 'dev' }, region: text, endpoint: text }
  const values = readOptions(help, { ...given, url: text, 'user-pool': text, client: text })
  if (!values) return
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const { url, 'user-pool': userPoolId, client: clientId, stage, region, endpoint } = values
  const target =
    url !== undefined && userPoolId !== undefined && clientId !== undefined
      ? { url, userPoolId, clientId }
      : endpoint === undefined
        ? await targetOf(stage, { region })
        : await emulated(endpoint, stage, region)
  await smoke({ ...target, ...(process.env.API_KEY !== undefined && { apiKey: process.env.API_KEY }) }, say)
  say(`${target.url} works.`)
}

if (import.meta.main) await runAs('smoke', main)
