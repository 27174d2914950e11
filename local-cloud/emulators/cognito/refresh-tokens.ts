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
type Stored = Continued & { hash: string; expires: number; isRevoked?: boolean }

/** As the deployed clients have it. */
const lifetimeMilliseconds = 30 * 86_400_000
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
    return stored && !stored.isRevoked && stored.expires > now() ? stored : undefined
  }

  return {
    issue: async (continued: Continued): Promise<string> => {
      const token = randomBytes(48).toString('base64url')
      tokens.set(hashOf(token), { ...continued, hash: hashOf(token), expires: now() + lifetimeMilliseconds })
      await save()
      return token
    },
    find: (token: string): Continued | undefined => valid(token),
    revoke: async (token: string) => {
      const stored = valid(token)
      if (!stored) return
      tokens.set(stored.hash, { ...stored, isRevoked: true, expires: now() + rememberedMilliseconds })
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
