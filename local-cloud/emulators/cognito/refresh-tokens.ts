// Refresh tokens: kept in the data directory, so that a sign-in outlives a restart. The file holds only their hashes.
import { createHash, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A sign-in that a refresh token continues. Times are in milliseconds since the epoch. */
export type Continued = {
  clientId: string
  user: string
  scope: string
  resource?: string
  signedInAt: number
  /** The `origin_jti` of all tokens of this sign-in. */
  origin: string
}
/** `rotatedAt`: when the next token took its place. */
type Stored = Continued & { hash: string; expires: number; isRevoked?: boolean; rotatedAt?: number }

const dayMilliseconds = 86_400_000
/** As the deployed clients have it: the answer with the next token can be lost. */
const graceMilliseconds = 10_000
/** A revoked sign-in is remembered for as long as its access tokens can live. */
const rememberedMilliseconds = 86_400_000

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

export type RefreshTokens = Awaited<ReturnType<typeof loadRefreshTokens>>

/** @param directory Without one the tokens are in memory only. */
export async function loadRefreshTokens(directory: string | undefined, now: () => number) {
  const file = directory === undefined ? undefined : join(directory, 'cognito-refresh-tokens.json')
  const tokens = new Map((file === undefined ? [] : await read(file)).map((stored) => [stored.hash, stored]))
  let writing: Promise<unknown> = Promise.resolve()

  const save = async () => {
    for (const [hash, { expires }] of tokens) if (expires <= now()) tokens.delete(hash)
    if (file === undefined) return
    // One after the other: two writers of one temporary file would mix their texts.
    const written = writing.then(() => replace(file, JSON.stringify([...tokens.values()])))
    writing = written.catch(() => undefined)
    await written
  }
  const valid = (token: string) => {
    const stored = tokens.get(hashOf(token))
    if (!stored || stored.isRevoked || stored.expires <= now()) return undefined
    return (stored.rotatedAt ?? Infinity) + graceMilliseconds > now() ? stored : undefined
  }
  const add = async (continued: Continued, expires: number): Promise<string> => {
    const token = randomBytes(48).toString('base64url')
    tokens.set(hashOf(token), { ...continued, hash: hashOf(token), expires })
    await save()
    return token
  }

  return {
    /** @param days The person stays signed in for so long, however often the token is exchanged. */
    issue: (continued: Continued, days: number) => add(continued, now() + days * dayMilliseconds),
    /** The next token of the sign-in, which takes the place of this one. */
    rotate: async (token: string): Promise<string | undefined> => {
      const stored = valid(token)
      if (!stored) return undefined
      const { hash, expires, rotatedAt = now(), ...continued } = stored
      tokens.set(hash, { ...stored, rotatedAt })
      return add(continued, expires)
    },
    find: (token: string): Continued | undefined => valid(token),
    revoke: async (token: string) => {
      const stored = valid(token)
      if (!stored) return
      const ofSignIn = [...tokens.values()].filter(({ origin }) => origin === stored.origin)
      for (const one of ofSignIn)
        tokens.set(one.hash, { ...one, isRevoked: true, expires: now() + rememberedMilliseconds })
      await save()
    },
    isRevoked: (origin: string) => [...tokens.values()].some((token) => token.origin === origin && token.isRevoked),
    /** The people who have signed in here. */
    users: () => [...tokens.values()].map(({ user }) => user),
  }
}

async function read(file: string): Promise<Stored[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '[]'
    throw error
  })
  try {
    const value: unknown = JSON.parse(text)
    // Safe cast: only this file writes it, and each element has a hash and an end.
    if (Array.isArray(value) && value.every(isStored)) return value as Stored[]
  } catch {
    // Text that is no JSON is refused below, like JSON of another form.
  }
  throw new Error(`${file} is damaged. Remove it; people then sign in again.`)
}

const isStored = (value: unknown) =>
  typeof value === 'object' && value !== null && 'hash' in value && 'expires' in value && 'clientId' in value

/** A crash leaves the old file or the new one. */
async function replace(file: string, text: string) {
  const temporary = `${file}.new`
  await writeFile(temporary, text, { mode: 0o600, flush: true })
  await rename(temporary, file)
}
