// The environment → the address and the credential, or one sentence that names the wrong variable.
import { path } from '../../generated/client-sdk/mcp.ts'
import { name } from '../../generated/names.ts'

export type Credential = { token: string } | { clientId: string; clientSecret: string; tokenUrl: string }
type Settings = { endpoint: string; credential: Credential }

const prefix = name.replaceAll('-', '_').toUpperCase()

/** The names of the variables begin with the product's name. */
export const variables = {
  url: `${prefix}_URL`,
  token: `${prefix}_TOKEN`,
  clientId: `${prefix}_CLIENT_ID`,
  clientSecret: `${prefix}_CLIENT_SECRET`,
  tokenUrl: `${prefix}_TOKEN_URL`,
} as const

type Variable = keyof typeof variables

/** The message names the variable. It never shows the value of a credential, because logs keep it. */
export class WrongSetting extends Error {}

export function readSettings(env: Record<string, string | undefined>): Settings {
  // An empty variable counts as not set: forms of assistants send them.
  const find = (variable: Variable) => {
    const value = env[variables[variable]]?.trim()
    return value === '' ? undefined : value
  }
  const require = (variable: Variable, use: string): string => {
    const value = find(variable)
    if (value === undefined) throw new WrongSetting(`${variables[variable]} is missing. ${use}`)
    return value
  }
  const address = require('url', 'Set it to the address of the service, as https://api.example.com.')
  const base = addressIn('url', address).replace(/\/+$/, '')
  const endpoint = base.endsWith(path) ? base : `${base}${path}`
  return { endpoint, credential: credentialIn(find, require) }
}

type Find = (variable: Variable) => string | undefined
type Require = (variable: Variable, use: string) => string

function credentialIn(find: Find, require: Require): Credential {
  const ofProgram: readonly Variable[] = ['clientId', 'clientSecret', 'tokenUrl']
  const [given] = ofProgram.filter((variable) => find(variable) !== undefined)
  const others = ofProgram.map((variable) => variables[variable]).join(', ')
  if (given === undefined) {
    const token = require('token', `Set it to an access token, or set ${others}.`)
    return { token: visible('token', token, 'an access token without spaces, and without the word Bearer') }
  }
  if (find('token') !== undefined) {
    throw new WrongSetting(`${variables.token} and ${variables[given]} are both set. Set one of them.`)
  }
  const use = `A program needs ${others}.`
  const [clientId, clientSecret, tokenUrl] = ofProgram.map((variable) => require(variable, use)) as [
    string,
    string,
    string,
  ]
  return {
    clientId: visible('clientId', clientId, 'visible ASCII without spaces'),
    clientSecret: visible('clientSecret', clientSecret, 'visible ASCII without spaces'),
    tokenUrl: addressIn('tokenUrl', tokenUrl),
  }
}

/** A header cannot have other characters. */
function visible(variable: Variable, value: string, wanted: string): string {
  if (/^[!-~]+$/.test(value)) return value
  throw new WrongSetting(`${variables[variable]} must be ${wanted}.`)
}

function addressIn(variable: Variable, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash) {
    return url.href
  }
  // A URL can hold a password.
  const shown = url?.username || url?.password ? '' : `, not '${value}'`
  throw new WrongSetting(`${variables[variable]} must be an http or https address without query and user${shown}.`)
}
