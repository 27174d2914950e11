// Fake tokens, which no user pool issues: any header and claims, also as malformed JSON, signed by any key.
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

/** The header and claims of a token. */
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
    /** An ID token with these claims changed. Undefined removes a claim. */
    idToken: (claims: Record<string, unknown>, header = {}) =>
      signed({ ...id.header, ...header }, { ...id.claims, ...claims }),
    accessToken: (claims: Record<string, unknown>) => signed(access.header, { ...access.claims, ...claims }),
    /** An ID token whose claims are this text, a comma, and the valid claims. */
    withClaimsText: (text: string) => signed(id.header, `{${text},${JSON.stringify(id.claims).slice(1)}`),
    /** Signed with HMAC and the public key as its secret. A verifier that trusts the token's own `alg` accepts this. */
    hmac: () => {
      const secret = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' })
      const content = `${segment({ ...id.header, alg: 'HS256' })}.${segment(id.claims)}`
      return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
    },
    unsigned: () => `${segment({ ...id.header, alg: 'none' })}.${segment(id.claims)}.`,
    /** Signed with a key that the pool does not have. */
    byStranger: (header: Record<string, unknown> = {}) => signed({ ...id.header, ...header }, id.claims, stranger()),
    /** Changed claims under the signature of the valid token. */
    tampered: (claims: Record<string, unknown>) => {
      const [header = '', , signature = ''] = signed(id.header, id.claims).split('.')
      return `${header}.${segment({ ...id.claims, ...claims })}.${signature}`
    },
    clients: { user: userClientId, machine: machineClientId },
  }
}

let unknownKey: ReturnType<typeof generateKeyPairSync>['privateKey'] | undefined
const stranger = () => (unknownKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
