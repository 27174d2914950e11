// What can be done with the keys of a stage: create, rotate, revoke, list, show. Values leave here by `show` alone.
import { stageNamed } from '../names.ts'
import type { GatewayKeys } from './gateway-keys.ts'
import { checkConsumer, consumerNamed, type Consumer, type StoredKey, type StoredKeys } from './stored-keys.ts'
import type { Read, Vault } from './vault.ts'

export type Tools = { stage: string; vault: Vault; gateway: GatewayKeys; now?: () => Date }

export type KeyCommands = ReturnType<typeof createKeyCommands>

/** The keys that may be valid at the same time: the old one, and the one that takes its place. */
const mostKeys = 2

/** The secret of the stage. */
export const secretNamed = (stage: string) => `${stageNamed(stage)}/api-keys`

/** The usage plan of a class of consumers. */
export const planNamed = (stage: string, keyClass: string) => `${stageNamed(stage)}-${keyClass}`

/** The name in the console. Two keys of a consumer differ in the time. */
const keyNamed = (stage: string, consumer: string, { madeAt }: StoredKey) =>
  `${stageNamed(stage)}-${consumer}-${madeAt.replaceAll(/\D/g, '')}`

/** Gives a consumer a key: in Secrets Manager first, and then in the gateway. */
function createAdder({ stage, vault, gateway, now = () => new Date() }: Tools) {
  const newKey = async (name: string): Promise<StoredKey> => ({
    value: `${name}-${await vault.newSecret()}`,
    madeAt: now().toISOString(),
  })

  /** Writes the value first. When the gateway fails, the same command goes on where it ended. */
  return async (name: string, consumer: Consumer, { stored, version }: Read) => {
    const planId = await gateway.planNamed(planNamed(stage, consumer.class))
    const [newest] = consumer.keys
    const unfinished = newest?.id === undefined ? newest : undefined
    const key = unfinished ?? (await newKey(name))
    const rest = consumer.keys.filter((other) => other !== key)
    const withKey = (made: StoredKey): StoredKeys => ({ ...stored, [name]: { ...consumer, keys: [made, ...rest] } })
    const written = unfinished ? version : await vault.write(withKey(key), version)
    const id = await gateway.make({ name: keyNamed(stage, name, key), value: key.value, planId })
    await vault.write(withKey({ ...key, id }), written)
    return id
  }
}

export function createKeyCommands(tools: Tools) {
  const { stage, vault, gateway, now = () => new Date() } = tools
  const add = createAdder(tools)

  return {
    async create(name: string, keyClass: string): Promise<string> {
      checkConsumer(name)
      const read = await vault.read()
      const known = Object.hasOwn(read.stored, name) ? read.stored[name] : undefined
      if (known && known.keys[0]?.id !== undefined)
        throw new Error(`${name} has a key already. To replace it: npm run keys -- rotate ${name}`)
      return add(name, known ?? { class: keyClass, keys: [] }, read)
    },

    /** The old key stays valid, until it is revoked. */
    async rotate(name: string): Promise<string> {
      const read = await vault.read()
      const consumer = consumerNamed(read.stored, name)
      const finished = consumer.keys.filter(({ id }) => id !== undefined)
      if (finished.length >= mostKeys)
        throw new Error(`Two keys of ${name} are valid. End the rotation first: npm run keys -- revoke ${name} --old`)
      return add(name, consumer, read)
    },

    /** Takes all keys of the consumer, or the old one of a rotation. Returns how many. */
    async revoke(name: string, onlyOld: boolean): Promise<number> {
      const { stored, version } = await vault.read()
      const { keys, ...consumer } = consumerNamed(stored, name)
      if (onlyOld && keys[0]?.id === undefined)
        throw new Error(`The rotation of ${name} is not finished: npm run keys -- rotate ${name}`)
      const gone = onlyOld ? keys.slice(1) : keys
      if (gone.length === 0) throw new Error(`${name} has one key, and no old one.`)
      for (const key of gone) await gateway.remove(key.id, keyNamed(stage, name, key))
      const { [name]: _revoked, ...others } = stored
      const kept = onlyOld ? { [name]: { ...consumer, keys: keys.slice(0, 1) } } : {}
      await vault.write({ ...others, ...kept }, version)
      return gone.length
    },

    ...createReader({ vault, now }),
    stored: async () => (await vault.read()).stored,
  }
}

/** What says something about keys. `show` alone says a value. */
function createReader({ vault, now }: { vault: Vault; now: () => Date }) {
  return {
    /** The consumers and their keys, without the values. */
    async list(): Promise<string[]> {
      const { stored } = await vault.read()
      return Object.entries(stored).map(([name, { class: keyClass, keys }]) =>
        [name, keyClass, ...keys.map(describe)].join('  '),
      )
    },

    /** The value of the newest key. It can be read once, so that a second reader is noticed. */
    async show(name: string): Promise<string> {
      const { stored, version } = await vault.read()
      const consumer = consumerNamed(stored, name)
      const [key, ...rest] = consumer.keys
      if (key?.id === undefined) throw new Error(`The key of ${name} is not finished: run the last command again.`)
      if (key.readAt !== undefined)
        throw new Error(
          `The key of ${name} was read on ${key.readAt}, and is shown once. For another one: npm run keys -- rotate ${name}`,
        )
      const read = { ...key, readAt: now().toISOString() }
      await vault.write({ ...stored, [name]: { ...consumer, keys: [read, ...rest] } }, version)
      return key.value
    },
  }
}

const describe = ({ id, madeAt, readAt }: StoredKey) =>
  `${id ?? 'unfinished'} of ${madeAt.slice(0, 10)}${readAt === undefined ? ', not read yet' : ''}`
