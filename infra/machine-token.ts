// The token of a stage's client for programs, with which the journeys meet a stage.
import { scopes } from '../generated/names.ts'

/** The milliseconds that a sign-in may take. */
export const signInPatience = 10_000

/** A token with all scopes, by the client credentials flow. */
export async function tokenOf(
  host: string,
  client: { id: string; secret: string },
  milliseconds = signInPatience,
): Promise<string> {
  const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
  const response = await fetch(`${host}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }).toString(),
    signal: AbortSignal.timeout(milliseconds),
  }).catch((error: unknown) => {
    throw new Error('The sign-in host gives no answer to the client for programs.', { cause: error })
  })
  if (!response.ok) throw new Error(`The sign-in host answers ${response.status} to the client for programs.`)
  // Safe cast: any answer is read, and a text alone is taken.
  const { access_token: token } = Object(await response.json().catch(() => undefined)) as { access_token?: unknown }
  if (typeof token !== 'string' || token === '')
    throw new Error('The sign-in host answers without a token to the client for programs.')
  return token
}
