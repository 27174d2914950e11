// The credentials of a call. Messages and bodies of failures do not show them.

/** Texts. A function that gives a token is none, and neither is `null`. */
export type Secrets = unknown[]

/** The value, and a text without the secrets. A short one may be a part of any word. */
export const clean = <Value>(secrets: Secrets, value: Value): Value | string =>
  typeof value === 'string'
    ? secrets.reduce<string>(
        (rest, secret) =>
          typeof secret === 'string' && secret.length > 7 ? rest.replaceAll(secret.trim(), '…') : rest,
        value,
      )
    : value
