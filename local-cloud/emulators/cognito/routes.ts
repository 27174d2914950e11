// The routes of the pool: what each path answers, and who may call it from a browser.
import type { IncomingMessage } from 'node:http'
import { icon } from '../../../codegen/docs/icon.ts'
import { OAuthError } from './client-authentication.ts'
import { createCodes } from './codes.ts'
import { discovery, discoveryPaths } from './discovery.ts'
import { userPoolId } from './pool.ts'
import { answerProtocol } from './protocol.ts'
import type { RefreshTokens } from './refresh-tokens.ts'
import { createSessions } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import { jwks, type SigningKey } from './signing-key.ts'
import { createTokenEndpoint, revoke } from './token-endpoint.ts'
import { userInfo } from './user-info.ts'
import { createUsers } from './users.ts'

export type Answer = { status: number; body: object | string; headers?: Record<string, string> }
export type Route = {
  answer: (request: IncomingMessage) => Answer | Promise<Answer>
  /** The pages that may call it: those of the allowed origins, only the emulator's own, or none. */
  pages: 'cors' | 'own' | 'none'
}
const largestForm = 65_536

type Pool = {
  key: SigningKey & { issuer: string }
  url: string
  refreshTokens: RefreshTokens
  callbackUrls: readonly string[]
  now: () => number
}

export function createRoutes({ key, url, refreshTokens, callbackUrls, now }: Pool): ReadonlyMap<string, Route> {
  const { operations, emailOf, names } = createUsers(key)
  const pool = { key, codes: createCodes(now), refreshTokens, emailOf, now }
  const users = () => [...new Set(['local-user', ...names(), ...refreshTokens.users()])]
  const signIn = createSignIn({ codes: pool.codes, sessions: createSessions(now), callbackUrls, users, now })
  const token = createTokenEndpoint(pool)

  const cors = (answer: Route['answer']): Route => ({ answer, pages: 'cors' })
  const own = (answer: Route['answer']): Route => ({ answer, pages: 'own' })
  const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' }
  const issue = async (request: IncomingMessage) => ({
    status: 200,
    headers: noStore,
    body: await token(await formOf(request)),
  })
  const end = async (request: IncomingMessage) => {
    await revoke(pool, await formOf(request))
    return { status: 200, headers: noStore, body: '' }
  }
  const person = (request: IncomingMessage) => userInfo(pool, request.headers.authorization)
  const choose = async (request: IncomingMessage) =>
    signIn.choose(visitOf(request), new URLSearchParams(await textOf(request)))

  return new Map<string, Route>([
    [
      'POST /',
      { answer: async (request) => answerProtocol(operations, request, await textOf(request)), pages: 'none' },
    ],
    ['GET /oauth2/authorize', own((request) => signIn.authorize(visitOf(request)))],
    ['GET /login', own((request) => signIn.login(visitOf(request)))],
    ['POST /login', own(choose)],
    ['GET /logout', own((request) => signIn.logout(visitOf(request)))],
    ['GET /favicon.ico', own(() => ({ status: 200, headers: { 'content-type': 'image/svg+xml' }, body: icon }))],
    ['POST /oauth2/token', cors(issue)],
    ['POST /oauth2/revoke', cors(end)],
    ['GET /oauth2/userInfo', cors(person)],
    ['POST /oauth2/userInfo', cors(person)],
    [`GET /${userPoolId}/.well-known/jwks.json`, cors(() => ({ status: 200, body: jwks(key) }))],
    ...discoveryPaths.map((path): [string, Route] => [
      `GET ${path}`,
      cors(() => ({ status: 200, body: discovery(url, key.issuer) })),
    ]),
  ])
}

const visitOf = ({ url = '', headers }: IncomingMessage) => ({
  query: new URLSearchParams(url.split('?').slice(1).join('?')),
  cookies: headers.cookie,
})

async function formOf(request: IncomingMessage) {
  const { authorization = '', 'content-type': contentType = '' } = request.headers
  return { authorization, contentType, form: await textOf(request) }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestForm) throw new OAuthError('invalid_request', 413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
