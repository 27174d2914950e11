// Operations that take access tokens alone: Cognito's authorizer checks their tokens in the gateway.
import type { Operation } from '../model.ts'

/** On an operation with scopes, Cognito's authorizer accepts access tokens alone. */
export const accessToken = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'cognito_user_pools',
  'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['${UserPoolArn}'] },
} as const

/** A person signs in to such an operation. The gateway's own 401 tells the client where. */
export const wantsAccessToken = ({ protocol }: Operation) => protocol !== undefined
