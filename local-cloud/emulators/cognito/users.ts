// The user pool's operations, with the names of Cognito's JSON protocol. Users are kept in memory.
import { machineClientId, userClientId, userPoolId } from './pool.ts'
import type { SigningKey } from './signing-key.ts'
import { issueAccessToken, issueIdToken, subOf } from './tokens.ts'

type Input = Readonly<Record<string, unknown>>
type User = {
  password: string
  email: string | undefined
  confirmed: boolean
  /** An administrator made the user, who has no password yet. */
  invited: boolean
  /** In seconds. */
  createdAt: number
}

const mostOnPage = 60

/** An error of the service; `type` is the exception's name in the protocol. */
export class CognitoError extends Error {
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

// The default password policy of a user pool. The error names the first rule that the password breaks.
const passwordPolicy: readonly [RegExp, string][] = [
  [/^.{8}/s, 'Password not long enough'],
  [/[a-z]/, 'Password must have lowercase characters'],
  [/[A-Z]/, 'Password must have uppercase characters'],
  [/[0-9]/, 'Password must have numeric characters'],
  [/[^a-zA-Z0-9\s]/, 'Password must have symbol characters'],
]

const required = (input: Input, name: string): string => {
  const value = input[name]
  if (typeof value === 'string' && value !== '') return value
  throw new CognitoError('InvalidParameterException', `Missing required parameter ${name}`)
}

const members = (value: unknown): Input => (typeof value === 'object' && value !== null ? { ...value } : {})

const requireUserClient = (input: Input) => {
  const clientId = required(input, 'ClientId')
  if (clientId === machineClientId) {
    const message = `Client ${clientId} is configured with secret but SECRET_HASH was not received`
    throw new CognitoError('NotAuthorizedException', message)
  }
  if (clientId !== userClientId) {
    throw new CognitoError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`)
  }
}

const emailIn = (attributes: unknown) => {
  const found = (Array.isArray(attributes) ? attributes : []).map(members).find(({ Name }) => Name === 'email')
  return typeof found?.Value === 'string' ? found.Value : undefined
}

const requirePool = (input: Input) => {
  const pool = required(input, 'UserPoolId')
  if (pool !== userPoolId) throw new CognitoError('ResourceNotFoundException', `User pool ${pool} does not exist.`)
}

const inPool = (users: ReadonlyMap<string, User>, input: Input): [name: string, user: User] => {
  requirePool(input)
  const name = required(input, 'Username')
  const user = users.get(name)
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.')
  return [name, user]
}

const signedIn = (key: SigningKey, name: string, email: string | undefined) => {
  const session = { user: name, expiresIn: 3600 }
  return {
    // Cognito gives people who sign in this way only this scope, and never a scope of the API.
    AccessToken: issueAccessToken(key, { ...session, scope: 'aws.cognito.signin.user.admin' }),
    IdToken: issueIdToken(key, { ...session, ...(email !== undefined && { email }) }),
    ExpiresIn: session.expiresIn,
    TokenType: 'Bearer',
  }
}

/** Pages of at most 60 people, as the service's. */
const listUsers = (users: ReadonlyMap<string, User>, input: Input) => {
  requirePool(input)
  const from = Number(input.PaginationToken ?? 0)
  const all = [...users]
  const page = all.slice(from, from + mostOnPage).map(([Username, { email, confirmed, invited, createdAt }]) => ({
    Username,
    Enabled: true,
    UserStatus: confirmed ? 'CONFIRMED' : invited ? 'FORCE_CHANGE_PASSWORD' : 'UNCONFIRMED',
    UserCreateDate: createdAt,
    Attributes: [
      { Name: 'sub', Value: subOf(Username) },
      ...(email === undefined ? [] : [{ Name: 'email', Value: email }]),
    ],
  }))
  const next = from + mostOnPage
  return { Users: page, ...(next < all.length && { PaginationToken: String(next) }) }
}

const adminCreateUser = (users: Map<string, User>, input: Input) => {
  requirePool(input)
  const name = required(input, 'Username')
  if (users.has(name)) throw new CognitoError('UsernameExistsException', 'User account already exists')
  const email = emailIn(input.UserAttributes)
  users.set(name, { password: '', email, confirmed: false, invited: true, createdAt: Date.now() / 1000 })
  return { User: { Username: name, UserStatus: 'FORCE_CHANGE_PASSWORD' } }
}

const adminConfirmSignUp = (users: ReadonlyMap<string, User>, input: Input) => {
  const [, user] = inPool(users, input)
  if (user.confirmed) {
    throw new CognitoError('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED')
  }
  user.confirmed = true
  return {}
}

const adminDeleteUser = (users: Map<string, User>, input: Input) => {
  const [name] = inPool(users, input)
  users.delete(name)
  return {}
}

export type Operations = ReadonlyMap<string, (input: Input) => object>

export const createUsers = (key: SigningKey) => {
  const users = new Map<string, User>()

  const signUp = (input: Input) => {
    requireUserClient(input)
    const [name, password] = [required(input, 'Username'), required(input, 'Password')]
    const broken = passwordPolicy.find(([rule]) => !rule.test(password))
    if (broken) {
      throw new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${broken[1]}`)
    }
    if (users.has(name)) throw new CognitoError('UsernameExistsException', 'User already exists')
    users.set(name, {
      password,
      email: emailIn(input.UserAttributes),
      confirmed: false,
      invited: false,
      createdAt: Date.now() / 1000,
    })
    return { UserConfirmed: false, UserSub: subOf(name) }
  }

  const initiateAuth = (input: Input) => {
    requireUserClient(input)
    if (required(input, 'AuthFlow') !== 'USER_PASSWORD_AUTH') {
      throw new CognitoError('InvalidParameterException', 'Auth flow not enabled for this client')
    }
    const parameters = members(input.AuthParameters)
    const [name, password] = [required(parameters, 'USERNAME'), required(parameters, 'PASSWORD')]
    const user = users.get(name)
    // The same error for an unknown user and for a wrong password, so that nobody learns which users exist.
    if (user?.password !== password) {
      throw new CognitoError('NotAuthorizedException', 'Incorrect username or password.')
    }
    if (!user.confirmed) throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
    return { ChallengeParameters: {}, AuthenticationResult: signedIn(key, name, user.email) }
  }

  const operations: Operations = new Map<string, (input: Input) => object>([
    ['ListUsers', (input) => listUsers(users, input)],
    ['AdminCreateUser', (input) => adminCreateUser(users, input)],
    ['SignUp', signUp],
    ['AdminConfirmSignUp', (input) => adminConfirmSignUp(users, input)],
    ['AdminDeleteUser', (input) => adminDeleteUser(users, input)],
    ['InitiateAuth', initiateAuth],
  ])
  return {
    operations,
    /** The address that a person has signed up with. */
    emailOf: (name: string) => users.get(name)?.email,
    /** The people who have signed up and are confirmed. */
    names: () => [...users].filter(([, { confirmed }]) => confirmed).map(([name]) => name),
  }
}
