// npm run keys: makes, rotates, revokes, lists and shows the API keys of a stage's consumers.
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { readArguments, runAs } from '../../codegen/command.ts'
import { awsOptions, clientSettings } from '../aws-options.ts'
import { enterEmulator } from '../localstack/environment.ts'
import { stageOf } from '../stages.ts'
import { openGatewayKeys } from './gateway-keys.ts'
import { createKeyCommands, secretNamed, type KeyCommands } from './key-commands.ts'
import { openVault } from './vault.ts'

const help = `
Usage: npm run keys -- --stage dev create|rotate|revoke|list|show [NAME] [options]

The API keys of a stage, each of one consumer. The value is made and kept in Secrets Manager, in one secret of the stage.

  create NAME          makes the first key of a consumer
  rotate NAME          makes a second key; the old one stays valid
  revoke NAME --old    ends a rotation: the old key is refused
  revoke NAME          the consumer has no key any more
  list                 the consumers, with their classes and keys, without the values
  show NAME            prints the value of the newest key, once; run it with --silent and hand it to the owner

  --stage <name>       the stage (dev)
  --class <name>       with create: the class of the consumer, which has a usage plan (the stage's first)
  --region <name>      the region; that of the environment or of the profile, unless given
  --profile <name>     a profile of ~/.aws
  --endpoint <url>     an emulator of AWS in its place
  --help               this text`

const text = { type: 'string' } as const

async function main() {
  const read = readArguments(help, {
    ...{ stage: { ...text, default: 'dev' }, class: text },
    ...{ old: { type: 'boolean' }, ...awsOptions },
  })
  if (!read) return
  const { values, positionals } = read
  const [action = '', name, ...more] = positionals
  if (!Object.hasOwn(actions, action))
    throw new Error(`Say one of ${Object.keys(actions).join(', ')}, not '${action}'.`)
  if (more.length > 0) throw new Error(`One name at a time: ${more.join(' ')} is too much.`)
  if (action !== 'list' && name === undefined) throw new Error(`Say whose key: npm run keys -- ${action} NAME`)
  if (action === 'list' && name !== undefined) throw new Error(`list takes no name, as '${name}'.`)
  if (values.class !== undefined && action !== 'create') throw new Error('--class goes with create.')
  if (values.old === true && action !== 'revoke') throw new Error('--old goes with revoke.')
  const stage = stageOf(values.stage)
  const classes = Object.keys(stage.throttle.keys)
  const { class: keyClass = classes[0] ?? '' } = values
  if (!classes.includes(keyClass))
    throw new Error(`There is no class '${keyClass}'; ${stage.name} has ${classes.join(', ')}.`)
  if (values.endpoint !== undefined) await enterEmulator({ endpoint: values.endpoint })
  const { region, profile } = values
  const where = clientSettings({ region, profile })
  const [secrets, api] = [new SecretsManagerClient(where), new APIGatewayClient(where)]
  const [vault, gateway] = [openVault(secrets, secretNamed(stage.name)), openGatewayKeys(api)]
  const commands = createKeyCommands({ stage: stage.name, vault, gateway })
  const lines = await actions[action]?.(commands, {
    name: name ?? '',
    keyClass,
    old: values.old === true,
  })
  for (const line of lines ?? []) process.stdout.write(`${line}\n`)
}

type Given = { name: string; keyClass: string; old: boolean }

const actions: Record<string, (commands: KeyCommands, given: Given) => Promise<string[]>> = {
  create: async (commands, { name, keyClass }) => {
    const id = await commands.create(name, keyClass)
    // A creation that was interrupted is finished with the class that it began with.
    const { class: given = keyClass } = (await commands.stored())[name] ?? {}
    return [`${name} has the key ${id} of the class ${given}. Its owner reads it once: npm run -s keys -- show ${name}`]
  },
  rotate: async (commands, { name }) => {
    const id = await commands.rotate(name)
    return [`${name} has the new key ${id}, and the old one until: npm run keys -- revoke ${name} --old`]
  },
  revoke: async (commands, { name, old }) => [`${await commands.revoke(name, old)} of ${name} revoked.`],
  list: (commands) => commands.list(),
  show: async (commands, { name }) => [await commands.show(name)],
}

if (import.meta.main) await runAs('keys', main)
