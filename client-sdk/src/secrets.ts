// The credentials of a call. Messages and bodies of failures do not show them.

export type Secrets = (string | undefined)[]

/** The value, and a text without the secrets. A short one may be a part of any word. */
export const clean = <Value>(secrets: Secrets, value: Value): Value | string =>
  typeof value === 'string'
    ? secrets.reduce<string>(
        (rest, secret = '') => (secret.length > 7 ? rest.replaceAll(secret.trim(), '…') : rest),
        value,
      )
    : value
