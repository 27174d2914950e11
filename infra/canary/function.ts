// The function that takes the canary's journey: it signs in as the stage's own program, and fails with the first wrong answer.
import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider'
import { randomBytes } from 'node:crypto'
import { travel, type Step } from './journey.ts'

/** A token of the client credentials flow. */
async function signIn(UserPoolId: string, ClientId: string, host: string): Promise<string> {
  const cognito = new CognitoIdentityProviderClient()
  const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
  const secret = UserPoolClient?.ClientSecret ?? ''
  const response = await fetch(`https://${host}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${ClientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`)
  return ((await response.json()) as { access_token: string }).access_token
}

export async function canary() {
  const { API_URL: url = '', USER_POOL_ID: pool = '', CLIENT_ID: client = '', LOGIN_HOST: host = '' } = process.env
  const token = await signIn(pool, client, host)
  // Safe cast: infra/canary.ts wrote them.
  const steps = JSON.parse(process.env.STEPS ?? '[]') as Step[]
  await travel({ url, token, steps }, `canary-${randomBytes(6).toString('hex')}`)
}
