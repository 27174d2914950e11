// The parts of the browser that a sign-in uses. On a server they are absent.
import type { TokenStorage } from './options.ts'

/** In types of its own: a module with it may be compiled for a server, without the types of browsers. */
export type Browser = {
  location?: { href: string; assign: (url: string) => void }
  history?: { state: unknown; replaceState: (state: unknown, title: string, url: string) => void }
  sessionStorage?: TokenStorage
  localStorage?: TokenStorage
  navigator?: { locks?: Locks }
  addEventListener?: (type: 'storage', listener: (event: { key: string | null }) => void) => void
}

type Locks = { request: <Result>(name: string, work: () => Promise<Result>) => Promise<Result> }

export function requirePage({ location, history }: Browser) {
  if (location && history) return { location, history }
  throw new Error('Only a page in a browser can sign somebody in.')
}

/** The address without its parameters, if it is the other address. */
export function atAddress(href: string, address: string): URL | undefined {
  const [here, there] = [new URL(href), new URL(address, href)]
  return here.origin === there.origin && here.pathname === there.pathname ? here : undefined
}
