// A tab of a browser for tests without one: its address, its storages, and the person who signs in on the provider's page.
import type { Browser } from '../src/browser-auth/browser.ts'
import type { TokenStorage } from '../src/browser-auth/options.ts'

export type Tab = ReturnType<typeof createTab>

export function createStorage(entries: Iterable<[string, string]> = []) {
  const kept = new Map(entries)
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } satisfies TokenStorage & { kept: Map<string, string> }
}

type Listener = (event: { key: string | null }) => void

/**
 * The storage that the tabs of an origin share. It tells the other tabs of each change.
 *
 * @param late Milliseconds after which another tab finds a change, as where tabs are processes of their own.
 */
export function createOrigin(late = 0) {
  const local = createStorage()
  const changes = new Map<string, { by: object; until: number; before: string | null }>()
  const seenBy = (self: object, key: string) => {
    const change = changes.get(key)
    return change && change.by !== self && Date.now() < change.until ? change.before : local.getItem(key)
  }
  const change = (self: object, key: string, make: () => void) => {
    changes.set(key, { by: self, until: Date.now() + late, before: local.getItem(key) })
    make()
    tellOthers(self, key)
  }
  const listeners = new Map<object, Listener>()
  const tellOthers = (self: object, key: string) => {
    for (const [tab, listener] of listeners) if (tab !== self) queueMicrotask(() => listener({ key }))
  }
  return {
    local,
    storageOf: (self: object): TokenStorage => ({
      getItem: (key) => seenBy(self, key),
      setItem: (key, value) => change(self, key, () => local.setItem(key, value)),
      removeItem: (key) => change(self, key, () => local.removeItem(key)),
    }),
    listen: (self: object, listener: Listener) => listeners.set(self, listener),
  }
}

/** @param session The session storage of the tab that was duplicated. */
export function createTab(href: string, origin = createOrigin(), session: Iterable<[string, string]> = []) {
  const sessionStorage = createStorage(session)
  const location = { href, assign: (url: string | URL) => void (location.href = String(url)) }
  const self = {}
  const browser: Browser = {
    location,
    history: {
      state: null,
      replaceState: (_state, _title, url) => {
        if (typeof url === 'string') location.href = new URL(url, location.href).href
      },
    },
    sessionStorage,
    localStorage: origin.storageOf(self),
    // Node's own, as in a browser.
    navigator,
    addEventListener: (_type, listener) => void origin.listen(self, listener),
  }
  return { browser, location, sessionStorage, duplicate: () => createTab(location.href, origin, sessionStorage.kept) }
}
