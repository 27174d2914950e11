// A person who signs in to the local cloud through the official MCP client: its provider, and the steps of a browser.
import type { OAuthClientProvider } from '@modelcontextprotocol/client'
import { userClientId } from '../local-cloud/emulators/cognito/index.ts'

const redirectUrl = 'http://localhost:33418/callback'

type Discovered = Awaited<ReturnType<NonNullable<OAuthClientProvider['discoveryState']>>>

export type Person = ReturnType<typeof createPerson>

/** @param scope What the client asks for, if not what the service tells it to. */
export function createPerson({ user, scope }: { user: string; scope?: string }) {
  let saved: Awaited<ReturnType<OAuthClientProvider['tokens']>>
  let verifier = ''
  let discovered: Discovered
  const visited: URL[] = []
  const provider: OAuthClientProvider = {
    redirectUrl,
    clientMetadata: { redirect_uris: [redirectUrl], token_endpoint_auth_method: 'none', ...(scope && { scope }) },
    // An app client of the pool: Cognito registers none by itself.
    clientInformation: () => ({ client_id: userClientId }),
    tokens: () => saved,
    saveTokens: (tokens) => void (saved = tokens),
    redirectToAuthorization: (url) => void visited.push(url),
    saveCodeVerifier: (text) => void (verifier = text),
    codeVerifier: () => verifier,
    // With it the client checks that the code goes to the server that it has asked.
    saveDiscoveryState: (state) => void (discovered = state),
    discoveryState: () => discovered,
  }
  return {
    provider,
    /** The pages that the client has sent the browser to. */
    visited,
    tokens: () => saved,
    /** Chooses the user on the page that the client has opened. Returns the code that comes back. */
    async signIn(): Promise<string> {
      const asked = visited.at(-1)
      if (!asked) throw new Error('The client has opened no page.')
      const page = new URL(`/login${asked.search}`, asked)
      const body = new URLSearchParams({ username: user })
      const response = await fetch(page, { method: 'POST', body, redirect: 'manual' })
      const returned = new URL(response.headers.get('location') ?? 'none:')
      const code = returned.searchParams.get('code')
      if (!returned.href.startsWith(redirectUrl) || code === null)
        throw new Error(`The sign-in ended at ${returned.href}`)
      return code
    },
  }
}

export const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
