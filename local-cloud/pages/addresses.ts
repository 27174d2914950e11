// The part of the start page that tells where everything is: the API, its docs, the mock, the sign-in, MCP, the emulators.
import * as names from '../../generated/names.ts'
import { clipped, copyable, escape, section } from './markup.ts'

export type Addresses = {
  url: string
  /** Name → address of each emulator. */
  services: Record<string, string>
  /** A token with all scopes, for the settings of an agent. */
  accessToken: string
  /** The paths of the contract. */
  paths: readonly string[]
}

type Place = { name: string; purpose: string; address: string }

const mcpPath = '/mcp'
const signInPath = '/oauth2/authorize'

export function addresses({ url, services, accessToken, paths }: Addresses): string {
  const hasMcp = paths.includes(mcpPath)
  const list: Place[] = [
    { name: 'API', purpose: 'the handler that Lambda runs, behind an emulator of API Gateway', address: url },
    { name: 'Docs', purpose: 'the Redoc page of the contract', address: `${url}/docs` },
    ...(hasMcp ? [{ name: 'MCP', purpose: 'the API as tools of an agent', address: `${url}${mcpPath}` }] : []),
    { name: 'Mock', purpose: `the examples of the contract, ${mockAddress()}`, address: 'npm run mock' },
    ...Object.entries(services).flatMap(([name, address]) => placesOf(name, address)),
  ]
  const rows = list.map(
    ({ name, purpose, address }) =>
      `<div><dt>${escape(name)}<small>${escape(purpose)}</small></dt><dd><code>${escape(address)}</code></dd></div>`,
  )
  const settings = escape(mcpSettings(url)).replace(tokenPlace, () => clipped(accessToken))
  const line = hasMcp
    ? copyable('mcp', 'MCP, for the settings of an agent; the token is valid for an hour', settings)
    : ''
  return section(
    'What runs',
    'Everything runs on this machine, without an AWS account. The mock runs when you start it.',
    `<dl>${rows.join('')}</dl>${line}`,
  )
}

/** The mock reads the same variable. */
function mockAddress(): string {
  const { MOCK_PORT: port = '4010' } = process.env
  return port === '0' ? 'on a free port' : `at http://localhost:${port}`
}

const tokenPlace = '$TOKEN'

/** Agents read this form from their settings. */
const mcpSettings = (url: string) => {
  const headers = { Authorization: `Bearer ${tokenPlace}` }
  return JSON.stringify({ mcpServers: { [names.name]: { type: 'http', url: `${url}${mcpPath}`, headers } } })
}

const placesOf = (name: string, address: string): Place[] => {
  const [label, purpose] = emulators[name] ?? [name, '']
  const signIn = { name: 'Sign-in', purpose: 'where a front end sends its users', address: `${address}${signInPath}` }
  return [...(name === 'cognito' ? [signIn] : []), { name: label, purpose, address }]
}

const emulators: Partial<Record<string, [label: string, purpose: string]>> = {
  dynamodb: ['DynamoDB', 'emulator of the tables'],
  s3: ['S3', 'emulator of the buckets: uploads and sample data'],
  cognito: ['Cognito', 'emulator of the user pool: the sign-in, its keys and tokens'],
  bedrock: ['Bedrock', 'emulator of the model behind the assistant'],
  stepFunctions: ['Step Functions', 'emulator of the customer workflow'],
}
