// The people of a user pool: written as lines of JSON, and made again in another pool. Cognito gives no password to anybody.
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  paginateListUsers,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'

export type Person = {
  username: string
  enabled: boolean
  /** As CONFIRMED, or FORCE_CHANGE_PASSWORD for somebody who was invited and has not come. */
  status: string
  createdAt: string
  attributes: Record<string, string>
}

/** These belong to the pool: another pool gives its own. */
const ofThePool = ['sub', 'identities']

export async function* peopleOf(client: CognitoIdentityProviderClient, UserPoolId: string): AsyncGenerator<Person> {
  for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId })) {
    for (const { Username = '', Enabled = true, UserStatus = '', UserCreateDate, Attributes = [] } of Users)
      yield {
        username: Username,
        enabled: Enabled,
        status: UserStatus,
        createdAt: UserCreateDate?.toISOString() ?? '',
        attributes: Object.fromEntries(Attributes.map(({ Name = '', Value = '' }) => [Name, Value])),
      }
  }
}

/** Throws a sentence that names the line. */
export function personIn(line: string, number: number): Person {
  try {
    const { username, enabled, attributes } = JSON.parse(line) as Partial<Person>
    if (
      typeof username === 'string' &&
      username !== '' &&
      typeof enabled === 'boolean' &&
      typeof attributes === 'object' &&
      attributes !== null
    )
      // Safe cast: the members that are read have been checked.
      return JSON.parse(line) as Person
  } catch {
    // Text that is no JSON is refused below, like JSON that is no person.
  }
  throw new Error(`Line ${number} is no person of an export.`)
}

type Invite = { pool: string; person: Person; mayMail: boolean }

/** Makes the person, who sets a new password. Returns whether there was none before. */
export async function invite(client: CognitoIdentityProviderClient, { pool, person, mayMail }: Invite) {
  const { username, attributes } = person
  const UserAttributes = Object.entries(attributes)
    .filter(([name]) => !ofThePool.includes(name))
    .map(([Name, Value]) => ({ Name, Value }))
  try {
    await client.send(
      new AdminCreateUserCommand({
        ...{ UserPoolId: pool, Username: username, UserAttributes },
        ...(mayMail ? { DesiredDeliveryMediums: ['EMAIL'] } : { MessageAction: 'SUPPRESS' }),
      }),
    )
    return true
  } catch (error) {
    if (error instanceof UsernameExistsException) return false
    throw error
  }
}
