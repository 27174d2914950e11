// Where the tokens are kept. A browser may refuse its storages: then they live in the page, until it is left.
import type { Browser } from './browser.ts'
import type { BrowserAuthOptions, TokenStorage } from './options.ts'

/**
 * The storage of this kind. That of a browser never throws here. Absent on a server, which has no person of its own: what it
 * kept would be everybody's.
 */
export function storageOf(
  kind: NonNullable<BrowserAuthOptions['storage']>,
  browser: Browser,
): () => TokenStorage | undefined {
  if (typeof kind !== 'string') return () => kind
  // Looked up at each use: the property itself throws where a person has blocked the storages.
  const storages: Record<typeof kind, () => unknown> = {
    memory: () => undefined,
    session: () => browser.sessionStorage,
    local: () => browser.localStorage,
  }
  /** What the browser's storage did not take. A renewed token that is lost would end the sign-in. */
  const kept = new Map<string, string>()
  const inStorage = <Result>(work: (storage: TokenStorage) => Result): Result | undefined => {
    try {
      // Safe cast: the work throws where there is none, as where the browser refuses.
      return work(storages[kind]() as TokenStorage)
    } catch {
      return undefined
    }
  }
  const remove = (name: string) => {
    kept.delete(name)
    inStorage((storage) => storage.removeItem(name))
  }
  const safe: TokenStorage = {
    getItem: (name) => kept.get(name) ?? inStorage((storage) => storage.getItem(name)) ?? null,
    setItem: (name, value) => {
      const isStored = inStorage((storage) => {
        storage.setItem(name, value)
        return true
      })
      if (isStored) kept.delete(name)
      else {
        // After a reload an older value would be that of another sign-in, or of a refresh token that was used.
        remove(name)
        kept.set(name, value)
      }
    },
    removeItem: remove,
  }
  return () => (browser.location ? safe : undefined)
}
