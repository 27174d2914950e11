// The API keys of a stage, as its one secret in Secrets Manager holds them.
import { consumerPattern, longestConsumer } from '../../server/auth/consumers.ts'

export type StoredKey = {
  value: string
  /** The gateway's id. It is missing while the gateway has not answered. */
  id?: string
  madeAt: string
  /** When the owner has read the value. */
  readAt?: string
}

/** The keys, newest first. Two of them are valid during a rotation. */
export type Consumer = { class: string; keys: StoredKey[] }

/** The consumers by name. */
export type StoredKeys = Record<string, Consumer>

const whole = new RegExp(`^${consumerPattern}$`)

/** Throws a sentence when a consumer cannot have this name. */
export function checkConsumer(name: string) {
  if (!whole.test(name) || name.length > longestConsumer)
    throw new Error(
      `'${name}' cannot be the name of a consumer: it has at most ${longestConsumer} small letters, digits and single hyphens, and begins with a letter.`,
    )
}

/** The consumer of this name. Throws a sentence when there is none. */
export function consumerNamed(stored: StoredKeys, name: string): Consumer {
  checkConsumer(name)
  const consumer = Object.hasOwn(stored, name) ? stored[name] : undefined
  if (!consumer) throw new Error(`There is no key of ${name}. npm run keys -- list shows the consumers.`)
  return consumer
}
