// The platform with its version, as `Node.js/24`, and what a service is told of it.
import { client } from '../../generated/client-sdk/about.ts'

type Platform = {
  navigator?: Partial<Record<'userAgent' | 'product', string>>
  process?: { versions: { node: string } }
}

/** That of a browser begins with `Mozilla`. Node 20 has no navigator, and React Native one without a userAgent. */
export function runtime(): string | undefined {
  // Safe cast: either may be missing.
  const { navigator, process: { versions } = {} } = globalThis as Platform
  return navigator ? (navigator.userAgent ?? navigator.product) : versions && `Node.js/${versions.node}`
}

/** Nothing in browsers: a header of the SDK's own would make the browser ask the service first (CORS). */
export const clientText = (name = runtime()): string | undefined =>
  name && !name.startsWith('Mozilla') ? `${client} ${name}` : undefined
