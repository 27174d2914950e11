// The operations of Secrets Manager that the project's commands use (AWS JSON 1.1).
import { randomInt, randomUUID } from 'node:crypto'
import { ServiceError, textIn, type Input } from './service-error.ts'
import type { AccountState, SecretVersion } from './state.ts'

const current = 'AWSCURRENT'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const missing = () => new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")

const withStage = (versions: SecretVersion[], stage: string) => versions.find(({ stages }) => stages.includes(stage))
const add = (versions: SecretVersion[], text: string, stages: string[]) => {
  for (const version of versions) version.stages = version.stages.filter((stage) => !stages.includes(stage))
  const version = { id: randomUUID(), text, stages }
  versions.push(version)
  return version
}

const getRandomPassword = ({ PasswordLength = 32 }: Input) => ({
  RandomPassword: Array.from({ length: Number(PasswordLength) }, () => alphabet[randomInt(alphabet.length)]).join(''),
})

export function createSecretsManager({ secrets }: AccountState) {
  const versionsOf = (input: Input): SecretVersion[] => {
    const versions = secrets[textIn(input, 'SecretId')]
    if (!versions) throw missing()
    return versions
  }

  const createSecret = (input: Input) => {
    const Name = textIn(input, 'Name')
    if (secrets[Name])
      throw new ServiceError(
        'ResourceExistsException',
        `The operation failed because the secret ${Name} already exists.`,
      )
    const versions: SecretVersion[] = []
    secrets[Name] = versions
    return { Name, VersionId: add(versions, textIn(input, 'SecretString'), [current]).id }
  }

  const getSecretValue = (input: Input) => {
    const version = withStage(versionsOf(input), current)
    if (!version) throw missing()
    return {
      Name: input.SecretId,
      VersionId: version.id,
      SecretString: version.text,
      VersionStages: version.stages,
    }
  }

  const putSecretValue = (input: Input) => {
    const stages = Array.isArray(input.VersionStages) ? input.VersionStages.map(String) : [current]
    const version = add(versionsOf(input), textIn(input, 'SecretString'), stages)
    return { VersionId: version.id, VersionStages: version.stages }
  }

  const updateSecretVersionStage = (input: Input) => {
    const versions = versionsOf(input)
    const stage = textIn(input, 'VersionStage')
    const holder = withStage(versions, stage)
    if (holder && holder.id !== input.RemoveFromVersionId)
      throw new ServiceError('InvalidParameterException', `The staging label ${stage} is attached to another version.`)
    const target = versions.find(({ id }) => id === input.MoveToVersionId)
    if (!target) throw new ServiceError('ResourceNotFoundException', 'There is no such version.')
    if (holder) holder.stages = holder.stages.filter((label) => label !== stage)
    target.stages.push(stage)
    return { Name: input.SecretId }
  }

  return new Map<string, (input: Input) => object>([
    ['CreateSecret', createSecret],
    ['GetSecretValue', getSecretValue],
    ['PutSecretValue', putSecretValue],
    ['UpdateSecretVersionStage', updateSecretVersionStage],
    ['GetRandomPassword', getRandomPassword],
  ])
}
