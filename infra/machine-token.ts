// The token of a stage's client for programs, with which the journeys meet a stage.
import { scopes } from '../generated/names.ts'

/** A token with all scopes, by the client credentials flow. */
export async function tokenOf(host: string, client: { id: string; secret: string }): Promise<string> {
  const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
  const response = await fetch(`${host}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }).toString(),
  })
  if (!response.ok) throw new Error(`The sign-in host answers ${response.status} to the client for programs.`)
  return ((await response.json()) as { access_token: string }).access_token
}
