// The pool for tests: in its own directory, with a clock, and the steps of a sign-in as a browser makes them.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { userClientId } from './pool.ts'
import { startCognito } from './server.ts'
import { loadSigningKey } from './signing-key.ts'

export type Form = Record<string, string>

export const callback = 'http://localhost:5173/callback'
export const verifier = randomBytes(32).toString('base64url')
export const challenge = createHash('sha256').update(verifier).digest('base64url')
export const asked: Form = {
  response_type: 'code',
  client_id: userClientId,
  redirect_uri: callback,
  scope: 'openid email frontdesk/read',
  state: 'a state & more',
  code_challenge: challenge,
  code_challenge_method: 'S256',
}

export const withoutMember = (form: Form, name: string): Form =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== name))

export async function startTestPool(callbackUrls: string[] = []) {
  const directory = await mkdtemp(join(tmpdir(), 'pool-'))
  const key = await loadSigningKey(directory)
  let ahead = 0
  const start = () => startCognito({ key, directory, callbackUrls, now: () => Date.now() + ahead })
  let cognito = await start()

  const visit = (path: string, query: Form | string, init: RequestInit = {}) =>
    fetch(`${cognito.url}${path}?${typeof query === 'string' ? query : new URLSearchParams(query).toString()}`, {
      redirect: 'manual',
      ...init,
    })
  const choose = (username: string, query: Form = asked, headers: Form = {}) =>
    visit('/login', query, { method: 'POST', body: new URLSearchParams({ username }), headers })
  const returned = (response: Response) => new URL(response.headers.get('location') ?? 'none:').searchParams
  const post = async (path: string, form: Form | URLSearchParams, headers: Form = {}) => {
    const response = await fetch(`${cognito.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
    })
    const text = await response.text()
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    return { status: response.status, body, headers: response.headers }
  }

  return {
    get url() {
      return cognito.url
    },
    key,
    directory,
    visit,
    choose,
    returned,
    post,
    /** The code of a sign-in by the page. */
    code: async (query: Form = asked, user = 'alice') => returned(await choose(user, query)).get('code') ?? '',
    advance: (milliseconds: number) => (ahead += milliseconds),
    /** Starts it again on the same directory. */
    restart: async () => {
      await cognito.close()
      cognito = await start()
    },
    close: async () => {
      await cognito.close()
      await rm(directory, { recursive: true })
    },
  }
}
