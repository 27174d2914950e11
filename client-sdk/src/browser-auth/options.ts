// What a page says about its sign-in, and what it learns of the person.

/** The options of a sign-in. `issuer` and `clientId` are needed. */
export type BrowserAuthOptions = {
  /**
   * The issuer of the tokens, at which the addresses of the sign-in are found. Of a user pool it is
   * `https://cognito-idp.<region>.amazonaws.com/<pool id>`.
   */
  issuer: string
  /** The app client of the page: a public one, without a secret. */
  clientId: string
  /**
   * Where the person returns to: a URL, or a path of the page's origin. It must be registered.
   *
   * @default '/'
   */
  redirectUri?: string | undefined
  /** What the tokens may be used for. Default: `email` and all scopes of the API. `openid` is always asked for. */
  scopes?: readonly string[] | undefined
  /**
   * Where the tokens are kept. `session`: in this tab, also after a reload. `local`: in all tabs, until the
   * person signs out. `memory`: in this page alone; a reload asks the provider, which asks nobody again for a while. Or a
   * storage of your own.
   *
   * @default 'session'
   */
  storage?: 'session' | 'local' | 'memory' | TokenStorage | undefined
  /** The token that the API gets. Default `access`, or `id` for an API without scopes. */
  use?: 'access' | 'id' | undefined
  /**
   * A token is renewed when it has so many seconds left.
   *
   * @default 60
   */
  renewBefore?: number | undefined
}

/** A part of the browser's `Storage`. */
export type TokenStorage = {
  /** Gives the text under this key; null when there is none. */
  getItem(key: string): string | null
  /** Keeps the text under this key. */
  setItem(key: string, value: string): void
  /** Forgets the text under this key. */
  removeItem(key: string): void
}

/** The options of one sign-in. */
export type SignInOptions = {
  /** The path and the query that `handleRedirect` gives back. Default: those of the page. */
  returnTo?: string | undefined
  /** `login` asks for the password also when the provider still knows the person. `none` asks nobody. */
  prompt?: 'login' | 'none' | undefined
  /** More parameters of the provider, such as `lang` or `identity_provider`. */
  parameters?: Record<string, string> | undefined
}

/** The options of one sign-out. */
export type SignOutOptions = {
  /** Where the provider leads afterwards: a registered URL, or a path. Default: the `redirectUri`. */
  returnTo?: string | undefined
}

/** The claims of the person's ID token. */
export type User = {
  /** The person's id, which never changes. */
  sub: string
  /** The person's address, where the scope `email` was given. */
  email?: string
  /** The person's name, where the provider knows it and the scope `profile` was given. */
  name?: string
  [claim: string]: unknown
}
