// The secret with the keys of a stage: read, written without losing what somebody else wrote, and asked for new values.
import {
  CreateSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  InvalidParameterException,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { secretLength } from '../../server/auth/consumers.ts'
import type { StoredKeys } from './stored-keys.ts'

export type Vault = ReturnType<typeof openVault>

/** The version is undefined while there is no secret. */
export type Read = { stored: StoredKeys; version: string | undefined }

/** The most that a secret can hold (Secrets Manager user guide, "Quotas"). */
const mostBytes = 65_536

/** The label of a version that is written and does not count yet. */
const pending = 'AWSPENDING'
const current = 'AWSCURRENT'

export function openVault(client: SecretsManagerClient, SecretId: string) {
  const changedMeanwhile = () => new Error(`Somebody else has changed ${SecretId} meanwhile. Run the command again.`)

  return {
    async read(): Promise<Read> {
      try {
        const { SecretString = '{}', VersionId } = await client.send(new GetSecretValueCommand({ SecretId }))
        // Safe cast: these commands alone write the secret.
        return { stored: JSON.parse(SecretString) as StoredKeys, version: VersionId }
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return { stored: {}, version: undefined }
        throw error
      }
    },

    /**
     * Writes the keys, if the version that was read still counts. The new version is stored first. A second step
     * makes it the current one, which Secrets Manager refuses when another version than the one that was read is current.
     */
    async write(stored: StoredKeys, version: string | undefined): Promise<string | undefined> {
      const SecretString = JSON.stringify(stored)
      if (Buffer.byteLength(SecretString) > mostBytes)
        throw new Error(`${SecretId} would have more than ${mostBytes} bytes. Revoke keys that nobody uses.`)
      if (version === undefined) return create(SecretString)
      const { VersionId } = await client.send(
        new PutSecretValueCommand({ SecretId, SecretString, VersionStages: [pending] }),
      )
      const move = { SecretId, VersionStage: current, MoveToVersionId: VersionId, RemoveFromVersionId: version }
      await client.send(new UpdateSecretVersionStageCommand(move)).catch((error: unknown) => {
        throw error instanceof InvalidParameterException ? changedMeanwhile() : error
      })
      return VersionId
    },

    /** Letters and digits that nobody has seen. */
    async newSecret(): Promise<string> {
      const wanted = { PasswordLength: secretLength, ExcludePunctuation: true, RequireEachIncludedType: true }
      const { RandomPassword } = await client.send(new GetRandomPasswordCommand(wanted))
      if (RandomPassword?.length !== secretLength) throw new Error('Secrets Manager has made no value.')
      return RandomPassword
    },
  }

  async function create(SecretString: string): Promise<string | undefined> {
    const Description = 'API keys by consumer: npm run keys'
    const secret = new CreateSecretCommand({ Name: SecretId, Description, SecretString })
    const { VersionId } = await client.send(secret).catch((error: unknown) => {
      throw error instanceof ResourceExistsException ? changedMeanwhile() : error
    })
    return VersionId
  }
}
