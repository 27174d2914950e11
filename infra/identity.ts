// Cognito: the user pool, its clients (people, programs, the plugin, assistants), and the scopes that they may get.
import { Aws, Duration } from 'aws-cdk-lib'
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClient,
  type UserPoolClientProps,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { checkAssistants, clientIdOf } from './assistants.ts'
import { model } from './model.ts'
import { stageNamed } from './names.ts'
import { isProtected, removalPolicyOf } from './retention.ts'
import type { Stage } from './stages.ts'

export type Identity = ReturnType<typeof createIdentity>

export function createIdentity(parent: Construct, stage: Stage) {
  checkAssistants(stage)
  const scope = new Construct(parent, 'Identity')
  const pool = createPool(scope, stage)
  const domain = pool.addDomain('Login', {
    // All accounts of a region share one namespace.
    cognitoDomain: { domainPrefix: `${stageNamed(stage.name)}-${Aws.ACCOUNT_ID}` },
  })
  const { identifier, scopes: ofServer } = resourceServer()
  const server = pool.addResourceServer('Api', { identifier, scopes: ofServer })
  const scopes = ofServer.map((serverScope) => OAuthScope.resourceServer(server, serverScope))
  const clients = createClients(pool, stage, scopes)
  acknowledge(pool, {
    'AwsSolutions-COG2':
      'A second factor is a setting of the stage: required in prod, off where the smoke test signs in.',
    'AwsSolutions-COG8':
      'The Plus plan costs by the active user. Whoever runs a stage may choose it; it is not the default.',
  })
  return {
    pool,
    ...clients,
    /** Host of the login page and the token endpoint. */
    host: `${domain.domainName}.auth.${Aws.REGION}.amazoncognito.com`,
  }
}

function createPool(scope: Construct, stage: Stage): UserPool {
  return new UserPool(scope, 'Users', {
    selfSignUpEnabled: stage.selfSignUp,
    signInAliases: { username: true, email: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    autoVerify: { email: true },
    // The old address is valid until the person has verified the new one.
    keepOriginal: { email: true },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    mfa: { off: Mfa.OFF, optional: Mfa.OPTIONAL, required: Mfa.REQUIRED }[stage.mfa],
    ...(stage.mfa !== 'off' && { mfaSecondFactor: { sms: false, otp: true } }),
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    deletionProtection: isProtected(stage),
    removalPolicy: removalPolicyOf(stage),
  })
}

// These clients get their tokens from the token endpoint, and no flow of Cognito's API should give them any. Without a named
// flow Cognito would allow its defaults, with password by SRP among them. Custom authentication lets nobody in: the pool has no
// trigger for it.
const tokenEndpointOnly = { custom: true }

/** A refresh token works once. The old one works for so long, because an answer with the new one can be lost. */
const rotation = { refreshTokenRotationGracePeriod: Duration.seconds(10) }

/** How long a person stays signed in. A public client has no secret, so a stolen refresh token is all that it takes. */
const signedInFor = (isPublic: boolean) => Duration.days(isPublic ? 1 : 30)

function createClients(pool: UserPool, stage: Stage, scopes: OAuthScope[]) {
  const { selfSignUp, callbackUrls, plugin, assistants = [] } = stage
  const client = (id: string, props: Omit<UserPoolClientProps, 'userPool'>): UserPoolClient =>
    pool.addClient(id, {
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      ...props,
    })
  return {
    userClient: client('User', {
      generateSecret: false,
      ...rotation,
      refreshTokenValidity: signedInFor(true),
      authFlows: { userSrp: true, userPassword: selfSignUp },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, ...scopes],
        callbackUrls,
        logoutUrls: callbackUrls,
      },
    }),
    machineClient: client('Machine', {
      generateSecret: true,
      // A program gets no refresh token, so there is nothing to rotate. The CDK adds the flow with refresh tokens.
      authFlows: { userSrp: false },
      oAuth: { flows: { clientCredentials: true }, scopes },
    }),
    /** Without an application nobody could use its secret. */
    pluginClient:
      plugin.applicationId === undefined
        ? undefined
        : client(`Plugin${plugin.generation ?? ''}`, {
            generateSecret: true,
            ...rotation,
            refreshTokenValidity: signedInFor(false),
            authFlows: tokenEndpointOnly,
            oAuth: {
              flows: { authorizationCodeGrant: true },
              scopes: [OAuthScope.OPENID, ...scopes],
              callbackUrls: [plugin.redirectUrl],
            },
          }),
    assistantClients: assistants.map((assistant) => ({
      assistant,
      client: client(clientIdOf(assistant), {
        generateSecret: assistant.withSecret ?? false,
        ...rotation,
        refreshTokenValidity: signedInFor(assistant.withSecret !== true),
        authFlows: tokenEndpointOnly,
        oAuth: { flows: { authorizationCodeGrant: true }, scopes, callbackUrls: assistant.callbackUrls },
      }),
    })),
  }
}

/** The contract's scopes, `<identifier>/<scope>`, as Cognito takes them. */
function resourceServer() {
  const schemes = Object.values(model.securitySchemes)
  const flows = schemes.flatMap((scheme) => (scheme.type === 'oauth2' ? Object.values(scheme.flows) : []))
  const described = new Map(flows.flatMap(({ scopes }) => Object.entries(scopes)))
  const named = [...described].map(([scope, description]) => [...scope.split('/'), description])
  const [[identifier = ''] = []] = named
  if (named.some(([prefix, , more]) => prefix !== identifier || more === undefined))
    throw new Error(
      `The scopes of the contract must all be of one resource server: ${[...described.keys()].join(', ')}.`,
    )
  const scopes = named.map(
    ([, scopeName = '', scopeDescription = '']) => new ResourceServerScope({ scopeName, scopeDescription }),
  )
  return { identifier, scopes }
}
