// Cognito: the people, the programs and the plugin that call, and the scopes that they may be given.
import { Aws, Duration } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolClient,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClient,
  type UserPoolClientProps,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import contract from '../generated/openapi.json' with { type: 'json' }
import { acknowledge } from './acknowledge.ts'
import { stageNamed } from './names.ts'
import { removalPolicyOf } from './retention.ts'
import type { Stage } from './stages.ts'

export type Identity = ReturnType<typeof createIdentity>

// Tokens of these clients come from the token endpoint. The CDK adds the refresh token to what is named, and leaves
// Cognito's defaults, password by SRP among them, where nothing is.
const refreshOnly = { userSrp: false }

/** The contract's scopes, `<identifier>/<scope>`, as Cognito takes them. */
function resourceServer() {
  const { flows } = contract.components.securitySchemes.cognito
  const described = new Map(Object.values(flows).flatMap(({ scopes }) => Object.entries(scopes)))
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

export function createIdentity(parent: Construct, stage: Stage) {
  const scope = new Construct(parent, 'Identity')
  const { keepData, selfSignUp, callbackUrls } = stage
  const pool = new UserPool(scope, 'Users', {
    selfSignUpEnabled: selfSignUp,
    signInAliases: { username: true, email: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    autoVerify: { email: true },
    // A new address counts when the person has shown that it is theirs.
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
    deletionProtection: keepData,
    removalPolicy: removalPolicyOf(stage),
  })
  const domain = pool.addDomain('Login', {
    // One namespace for all accounts of a region.
    cognitoDomain: { domainPrefix: `${stageNamed(stage.name)}-${Aws.ACCOUNT_ID}` },
  })

  const { identifier, scopes: ofServer } = resourceServer()
  const server = pool.addResourceServer('Api', { identifier, scopes: ofServer })
  const scopes = ofServer.map((scope) => OAuthScope.resourceServer(server, scope))

  const client = (id: string, props: UserPoolClientProps | Omit<UserPoolClientProps, 'userPool'>): UserPoolClient =>
    pool.addClient(id, {
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      ...props,
    })
  const userClient = client('User', {
    generateSecret: false,
    authFlows: { userSrp: true, userPassword: selfSignUp },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, ...scopes],
      callbackUrls,
      logoutUrls: callbackUrls,
    },
  })
  const machineClient = client('Machine', {
    generateSecret: true,
    authFlows: refreshOnly,
    oAuth: { flows: { clientCredentials: true }, scopes },
  })
  const pluginClient = client('Plugin', {
    generateSecret: true,
    authFlows: refreshOnly,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, ...scopes],
      callbackUrls: [stage.plugin.redirectUrl],
    },
  })

  acknowledge(pool, {
    'AwsSolutions-COG2':
      'A second factor is a setting of the stage: required in prod, off where the smoke test signs in.',
    'AwsSolutions-COG8': 'The Plus plan costs by the active user; it is a choice of who runs a stage, not a default.',
  })
  return {
    pool,
    userClient,
    machineClient,
    pluginClient,
    // Sound: that is what the construct makes.
    pluginClientSecret: (pluginClient.node.defaultChild as CfnUserPoolClient).attrClientSecret,
    /** Host of the login page and the token endpoint. */
    host: `${domain.domainName}.auth.${Aws.REGION}.amazoncognito.com`,
  }
}
