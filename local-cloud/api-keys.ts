// The API keys that the local gateway accepts: a list of values, each with the consumer that it belongs to.

export type ApiKeyList = ReadonlyMap<string, string>

/** The consumer of a key without a name. */
const unnamed = 'local'

/**
 * Reads `acme=first-key,acme=second-key,shop=its-key`. A consumer can have several keys, as during a rotation.
 * @param single The value of LOCAL_API_KEY.
 */
export function apiKeysIn(single: string, list = ''): ApiKeyList {
  const keys = new Map([[single, unnamed]])
  for (const entry of list.split(',').map((text) => text.trim())) {
    if (entry === '') continue
    const [, consumer, value] = /^([^=]+)=(.+)$/.exec(entry) ?? []
    if (consumer === undefined || value === undefined)
      throw new Error(`LOCAL_API_KEYS must be a list as acme=its-key,shop=another-key. '${shown(entry)}' has no name.`)
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(consumer))
      throw new Error(
        `LOCAL_API_KEYS has the name '${shown(consumer)}': use at most 40 small letters, digits and hyphens.`,
      )
    if (keys.has(value)) throw new Error(`LOCAL_API_KEYS gives ${consumer} a key that ${keys.get(value) ?? ''} has.`)
    keys.set(value, consumer)
  }
  return keys
}

/** The beginning alone: it can be a key. */
const shown = (entry: string) => `${entry.slice(0, 4)}…`
