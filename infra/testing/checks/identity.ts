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
      EnabledMfas: stage.mfa === 'off' ? Match.absent() : ['SOFTWARE_TOKEN_MFA'],
      UsernameConfiguration: { CaseSensitive: false },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
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

function clientFaults(template: Template, stage: Stage): string[] {
  const client = (id: string, expected: object) =>
    differences(
      propertiesOf(template, 'AWS::Cognito::UserPoolClient', id),
      {
        UserPoolId: '<IdentityUsers>',
        PreventUserExistenceErrors: 'ENABLED',
        EnableTokenRevocation: true,
        AccessTokenValidity: 60,
        IdTokenValidity: 60,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
        ...expected,
      },
      id,
    )
  const password = stage.selfSignUp ? ['ALLOW_USER_PASSWORD_AUTH'] : []
  const { assistants = [] } = stage
  const clients = ['Machine', 'Plugin', 'User', ...assistants.map(clientIdOf)].map((id) => `IdentityUsers${id}`).sort()
  return [
    ...differences([...resourcesOf(template, 'AWS::Cognito::UserPoolClient').keys()].sort(), clients, 'clients'),
    ...client('IdentityUsersUser', {
      GenerateSecret: false,
      ExplicitAuthFlows: [...password, 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile', ...scopes],
      CallbackURLs: stage.callbackUrls,
    }),
    ...client('IdentityUsersMachine', {
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: scopes,
    }),
    ...client('IdentityUsersPlugin', {
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', ...scopes],
      CallbackURLs: [stage.plugin.redirectUrl],
    }),
    ...assistants.flatMap((assistant) =>
      client(`IdentityUsers${clientIdOf(assistant)}`, {
        GenerateSecret: assistant.withSecret ?? false,
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: scopes,
        CallbackURLs: assistant.callbackUrls,
      }),
    ),
  ]
}
