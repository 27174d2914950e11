// The operations of Secrets Manager that the project's commands use (AWS JSON 1.1).
import { randomInt, randomUUID } from 'node:crypto'
import { ServiceError, textIn, type Input } from './service-error.ts'
import type { AccountState, SecretVersion } from './state.ts'

const current = 'AWSCURRENT'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const missing = () => new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")

export function createSecretsManager({ secrets }: AccountState) {
  const versionsOf = (input: Input): SecretVersion[] => {
    const versions = secrets[textIn(input, 'SecretId')]
    if (!versions) throw missing()
    return versions
  }
  const withStage = (versions: SecretVersion[], stage: string) => versions.find(({ stages }) => stages.includes(stage))
  const add = (versions: SecretVersion[], text: string, stages: string[]) => {
    for (const version of versions) version.stages = version.stages.filter((stage) => !stages.includes(stage))
    const version = { id: randomUUID(), text, stages }
    versions.push(version)
    return version
  }

  return new Map<string, (input: Input) => object>([
    [
      'CreateSecret',
      (input) => {
        const Name = textIn(input, 'Name')
        if (secrets[Name])
          throw new ServiceError(
            'ResourceExistsException',
            `The operation failed because the secret ${Name} already exists.`,
          )
        const versions: SecretVersion[] = []
        secrets[Name] = versions
        return { Name, VersionId: add(versions, textIn(input, 'SecretString'), [current]).id }
      },
    ],
    [
      'GetSecretValue',
      (input) => {
        const version = withStage(versionsOf(input), current)
        if (!version) throw missing()
        return {
          Name: input.SecretId,
          VersionId: version.id,
          SecretString: version.text,
          VersionStages: version.stages,
        }
      },
    ],
    [
      'PutSecretValue',
      (input) => {
        const stages = Array.isArray(input.VersionStages) ? input.VersionStages.map(String) : [current]
        const version = add(versionsOf(input), textIn(input, 'SecretString'), stages)
        return { VersionId: version.id, VersionStages: version.stages }
      },
    ],
    [
      'UpdateSecretVersionStage',
      (input) => {
        const versions = versionsOf(input)
        const stage = textIn(input, 'VersionStage')
        const holder = withStage(versions, stage)
        if (holder && holder.id !== input.RemoveFromVersionId)
          throw new ServiceError(
            'InvalidParameterException',
            `The staging label ${stage} is attached to another version.`,
          )
        const target = versions.find(({ id }) => id === input.MoveToVersionId)
        if (!target) throw new ServiceError('ResourceNotFoundException', 'There is no such version.')
        if (holder) holder.stages = holder.stages.filter((label) => label !== stage)
        target.stages.push(stage)
        return { Name: input.SecretId }
      },
    ],
    [
      'GetRandomPassword',
      ({ PasswordLength = 32 }) => {
        const letters = Array.from({ length: Number(PasswordLength) }, () => alphabet[randomInt(alphabet.length)])
        return { RandomPassword: letters.join('') }
      },
    ],
  ])
}
