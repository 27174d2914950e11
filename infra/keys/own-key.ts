// The API key with which the project's own programs call a stage: that of a consumer of its own, made at the first call.
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { clientSettings } from '../aws-options.ts'
import { openGatewayKeys } from './gateway-keys.ts'
import { createKeyCommands, secretNamed, type Tools } from './key-commands.ts'
import { openVault } from './vault.ts'

/** The name in the log. */
const consumer = 'journeys'

/** @param keyClass The class of consumers whose limits hold. */
export async function ownKeyIn(tools: Tools, keyClass: string): Promise<string> {
  const commands = createKeyCommands(tools)
  const finished = async () => (await commands.stored())[consumer]?.keys.find(({ id }) => id !== undefined)?.value
  const known = await finished()
  if (known !== undefined) return known
  await commands.create(consumer, keyClass)
  const made = await finished()
  if (made === undefined) throw new Error(`The key of ${consumer} is not finished.`)
  return made
}

/** With the credentials of the environment. */
export async function ownKeyOf(stage: string, keyClass: string, region: string | undefined): Promise<string> {
  const where = clientSettings({ region })
  const [secrets, api] = [new SecretsManagerClient(where), new APIGatewayClient(where)]
  const [vault, gateway] = [openVault(secrets, secretNamed(stage)), openGatewayKeys(api)]
  const key = await ownKeyIn({ stage, vault, gateway }, keyClass)
  secrets.destroy()
  api.destroy()
  return key
}
