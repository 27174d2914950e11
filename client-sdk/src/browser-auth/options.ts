// What a page says about its sign-in, and what it learns of the person.

export type BrowserAuthOptions = {
  /**
   * The issuer of the tokens, at which the addresses of the sign-in are found. Of a user pool it is
   * `https://cognito-idp.<region>.amazonaws.com/<pool id>`.
   */
  issuer: string
  /** The app client of the page: a public one, without a secret. */
  clientId: string
  /** Where the person returns to: a URL, or a path of the page's origin. It must be registered. Default `/`. */
  redirectUri?: string | undefined
  /** What the tokens may be used for. Default: `email` and all scopes of the API. `openid` is always asked for. */
  scopes?: readonly string[] | undefined
  /**
   * Where the tokens are kept. `session`, the default: in this tab, also after a reload. `local`: in all tabs, until the
   * person signs out. `memory`: in this page alone; a reload asks the provider, which asks nobody again for a while. Or a
   * storage of your own.
   */
  storage?: 'session' | 'local' | 'memory' | TokenStorage | undefined
  /** The token that the API gets. Default `access`, or `id` for an API without scopes. */
  use?: 'access' | 'id' | undefined
  /** A token is renewed when it has so many seconds left. Default 60. */
  renewBefore?: number | undefined
}

/** A part of the browser's `Storage`. */
export type TokenStorage = {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

export type SignInOptions = {
  /** The path and the query that `handleRedirect` gives back. Default: those of the page. */
  returnTo?: string | undefined
  /** `login` asks for the password also when the provider still knows the person. `none` asks nobody. */
  prompt?: 'login' | 'none' | undefined
  /** More parameters of the provider, such as `lang` or `identity_provider`. */
  parameters?: Record<string, string> | undefined
}

export type SignOutOptions = {
  /** Where the provider leads afterwards: a registered URL, or a path. Default: the `redirectUri`. */
  returnTo?: string | undefined
}

/** The claims of the person's ID token. */
export type User = {
  /** The person's id, which never changes. */
  sub: string
  email?: string
  name?: string
  [claim: string]: unknown
}
