// Tokens as no user pool issues them: any header and claims, also as text that is no proper JSON, signed by any key.
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import {
  issueAccessToken,
  issueIdToken,
  machineClientId,
  userClientId,
  type SigningKey,
} from '../local-cloud/emulators/cognito/index.ts'

type Part = string | Record<string, unknown>

const segment = (part: Part) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')

/** The parts of a token, to be changed and signed again. */
export function partsOf(token: string) {
  const [header = {}, claims = {}] = token
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>)
  return { header, claims }
}

export function createFakeTokens(key: SigningKey) {
  const signed = (header: Part, claims: Part, privateKey = key.privateKey) => {
    const content = `${segment(header)}.${segment(claims)}`
    return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
  }
  const id = partsOf(issueIdToken(key, { user: 'alice', expiresIn: 3600 }))
  const access = partsOf(issueAccessToken(key, { scope: 'frontdesk/read', user: 'alice', expiresIn: 3600 }))

  return {
    id,
    access,
    signed,
    /** An ID token with these claims changed; undefined takes one out. */
    idToken: (claims: Record<string, unknown>, header = {}) =>
      signed({ ...id.header, ...header }, { ...id.claims, ...claims }),
    accessToken: (claims: Record<string, unknown>) => signed(access.header, { ...access.claims, ...claims }),
    /** An ID token whose claims are this text, with a comma after it, and then the proper ones. */
    withClaimsText: (text: string) => signed(id.header, `{${text},${JSON.stringify(id.claims).slice(1)}`),
    /** Signed with HMAC, the public key for its secret: what a verifier takes that believes the token's own `alg`. */
    hmac: () => {
      const secret = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' })
      const content = `${segment({ ...id.header, alg: 'HS256' })}.${segment(id.claims)}`
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
    },
    unsigned: () => `${segment({ ...id.header, alg: 'none' })}.${segment(id.claims)}.`,
    /** Signed by a key that the pool does not have. */
    byStranger: (header: Record<string, unknown> = {}) => signed({ ...id.header, ...header }, id.claims, stranger()),
    /** The claims of one token under the signature of another. */
    tampered: (claims: Record<string, unknown>) => {
      const [header = '', , signature = ''] = signed(id.header, id.claims).split('.')
      return `${header}.${segment({ ...id.claims, ...claims })}.${signature}`
    },
    clients: { user: userClientId, machine: machineClientId },
  }
}

let strangersKey: ReturnType<typeof generateKeyPairSync>['privateKey'] | undefined
const stranger = () => (strangersKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
