// The pool's RSA key: kept in the data directory, so that a token outlives a restart.
import { createHash, createPrivateKey, createPublicKey, generateKeyPair, randomUUID, type KeyObject } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeFolder } from '../../make-folder.ts'

type PublicJwk = { kty: 'RSA'; use: 'sig'; alg: 'RS256'; kid: string; n: string; e: string }

/** `issuer`: the issuer of the tokens that the key signs. Without it, that of the default address. */
export type SigningKey = { privateKey: KeyObject; jwk: PublicJwk; issuer?: string }

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

const read = async (file: string) => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

// link() fails when the name is taken. rename() would replace a key that another process already uses.
const create = async (file: string) => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const temporary = `${file}.${randomUUID()}`
  try {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
    await writeFile(temporary, pem, { mode: 0o600, flag: 'wx', flush: true })
    await link(temporary, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(temporary, { force: true })
  }
  return readFile(file, 'utf8')
}

const parse = (pem: string, file: string): SigningKey => {
  try {
    const privateKey = createPrivateKey(pem)
    if (privateKey.asymmetricKeyType !== 'rsa') throw new Error('The key is not of RSA.')
    const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
    // A thumbprint takes the members in this order (RFC 7638). Base64 of 32 bytes also looks like Cognito's own ids.
    const kid = createHash('sha256')
      .update(JSON.stringify({ e, kty: 'RSA', n }))
      .digest('base64')
    return { privateKey, jwk: { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e } }
  } catch (cause) {
    throw new Error(`${file} holds no private key; remove it and a new one is made`, { cause })
  }
}

export const loadSigningKey = async (dataDir: string): Promise<SigningKey> => {
  const file = join(dataDir, 'cognito-signing-key.pem')
  await makeFolder(dataDir)
  return parse((await read(file)) ?? (await create(file)), file)
}

/** The keys that the pool serves, in the form that `CognitoJwtVerifier.cacheJwks` takes. */
export const jwks = ({ jwk }: SigningKey) => ({ keys: [jwk] })
