// The function that rotates the keys of a stage once a day. It logs no value.
import { APIGatewayClient } from '@aws-sdk/client-api-gateway'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { openGatewayKeys } from './gateway-keys.ts'
import { createKeyCommands, secretNamed } from './key-commands.ts'
import { rotateDue } from './scheduled-rotation.ts'
import { openVault } from './vault.ts'

export async function rotateKeys() {
  const { ENV: stage = '', ROTATE_EVERY_DAYS: everyDays, ROTATION_OVERLAP_DAYS: overlapDays } = process.env
  const vault = openVault(new SecretsManagerClient(), secretNamed(stage))
  const commands = createKeyCommands({ stage, vault, gateway: openGatewayKeys(new APIGatewayClient()) })
  const rotation = { everyDays: Number(everyDays), overlapDays: Number(overlapDays) }
  const failures = await rotateDue(commands, rotation, new Date())
  if (failures.length > 0) throw new Error(failures.join('; '))
}
