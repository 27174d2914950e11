// Cognito: who may sign up, how people and programs get tokens, and which scopes they can have.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { name, scopes as scopesOfContract } from '../../../generated/names.ts'
import { clientIdOf } from '../../assistants.ts'
import { constructId, stageNamed } from '../../names.ts'
import { isProtected } from '../../retention.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { deletionPolicy, deletionPolicyOf, propertiesOf, resourcesOf } from './resources.ts'

const scopeNames = scopesOfContract.map((scope) => scope.slice(`${name}/`.length))
const scopes = scopeNames.map((scope) => `<IdentityUsersApi>/${scope}`)

export function identity(template: Template, stage: Stage): string[] {
  return [
    ...differences(propertiesOf(template, 'AWS::Cognito::UserPool', 'IdentityUsers'), {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: !stage.selfSignUp },
      AutoVerifiedAttributes: ['email'],
      DeletionProtection: isProtected(stage) ? 'ACTIVE' : 'INACTIVE',
      MfaConfiguration: { off: 'OFF', optional: 'OPTIONAL', required: 'ON' }[stage.mfa],
      // A trigger could give tokens to anyone, also by custom authentication.
      LambdaConfig: Match.absent(),
      EnabledMfas: stage.mfa === 'off' ? Match.absent() : ['SOFTWARE_TOKEN_MFA'],
      UsernameConfiguration: { CaseSensitive: false },
      AliasAttributes: ['email'],
      Schema: [{ Name: 'email', Required: true, Mutable: true }],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 3,
        },
      },
    }),
    ...differences(
      deletionPolicyOf(template, 'AWS::Cognito::UserPool', 'IdentityUsers'),
      deletionPolicy(stage),
      'IdentityUsers DeletionPolicy',
    ),
    ...differences(propertiesOf(template, 'AWS::Cognito::UserPoolResourceServer', 'IdentityUsersApi'), {
      Identifier: name,
      Scopes: scopeNames.map((ScopeName) => ({ ScopeName })),
    }),
    ...differences(propertiesOf(template, 'AWS::Cognito::UserPoolDomain', 'IdentityUsersLogin'), {
      Domain: `${stageNamed(stage.name)}-<AWS::AccountId>`,
    }),
    ...clientFaults(template, stage),
    ...stateKeyFaults(template, stage),
  ]
}

/** The secrets that sign questions to a person: made at the deployment, and long. */
function stateKeyFaults(template: Template, { stateKeys }: Stage): string[] {
  const names = stateKeys.map((name) => `StateKeys${constructId(name)}`).sort()
  const secrets = [...resourcesOf(template, 'AWS::SecretsManager::Secret').keys()].filter((id) =>
    id.startsWith('StateKeys'),
  )
  return [
    ...differences(secrets.sort(), names, 'state keys'),
    ...names.flatMap((id) =>
      differences(
        propertiesOf(template, 'AWS::SecretsManager::Secret', id),
        { GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true }, SecretString: Match.absent() },
        id,
      ),
    ),
  ]
}

const rotation = { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 }
const day = 24 * 60

/** A client without a secret keeps people signed in for a day, the others for 30. Refresh tokens work once. */
const signedIn = (isPublic: boolean) => ({
  GenerateSecret: !isPublic,
  RefreshTokenRotation: rotation,
  RefreshTokenValidity: (isPublic ? 1 : 30) * day,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
})

type Client = { id: string; expected: Record<string, unknown> }

function expectedClients(stage: Stage): Client[] {
  const { assistants = [], plugin, callbackUrls, selfSignUp } = stage
  // Custom authentication has no trigger, so it lets nobody in.
  const tokenEndpoint = { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'], AllowedOAuthFlows: ['code'] }
  return [
    {
      id: 'User',
      expected: {
        ...signedIn(true),
        ExplicitAuthFlows: [...(selfSignUp ? ['ALLOW_USER_PASSWORD_AUTH'] : []), 'ALLOW_USER_SRP_AUTH'],
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email', 'profile', ...scopes],
        CallbackURLs: callbackUrls,
        LogoutURLs: callbackUrls,
      },
    },
    {
      id: 'Machine',
      expected: {
        GenerateSecret: true,
        RefreshTokenRotation: Match.absent(),
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: scopes,
        CallbackURLs: Match.absent(),
      },
    },
    ...(plugin.applicationId === undefined
      ? []
      : [
          {
            id: 'Plugin',
            expected: {
              ...signedIn(false),
              ...tokenEndpoint,
              AllowedOAuthScopes: ['openid', ...scopes],
              CallbackURLs: [plugin.redirectUrl],
            },
          },
        ]),
    ...assistants.map((assistant) => ({
      id: clientIdOf(assistant),
      expected: {
        ...signedIn(assistant.withSecret !== true),
        ...tokenEndpoint,
        AllowedOAuthScopes: scopes,
        CallbackURLs: assistant.callbackUrls,
      },
    })),
  ]
}

function clientFaults(template: Template, stage: Stage): string[] {
  const clients = expectedClients(stage)
  const present = [...resourcesOf(template, 'AWS::Cognito::UserPoolClient').keys()].sort()
  return [
    ...differences(present, clients.map(({ id }) => `IdentityUsers${id}`).sort(), 'clients'),
    ...clients.flatMap(({ id, expected }) =>
      differences(
        propertiesOf(template, 'AWS::Cognito::UserPoolClient', `IdentityUsers${id}`),
        {
          UserPoolId: '<IdentityUsers>',
          PreventUserExistenceErrors: 'ENABLED',
          EnableTokenRevocation: true,
          AllowedOAuthFlowsUserPoolClient: true,
          SupportedIdentityProviders: ['COGNITO'],
          AccessTokenValidity: 60,
          IdTokenValidity: 60,
          TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
          ...expected,
        },
        id,
      ),
    ),
  ]
}
