// Whose account and which region a command works on, and whether API Gateway may write logs there.
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider'
import { SignatureV4 } from '@smithy/signature-v4'
import { Sha256 } from '../server/aws/sha256.ts'
import { clientSettings } from './aws-options.ts'

export type Account = { account: string; arn: string; region: string }

type Call = {
  service: string
  /** Names an address in place of AWS's own. */
  variable: string
  method: string
  path: string
  query?: Record<string, string>
  body?: string
}

const ofGateway = { service: 'apigateway', variable: 'AWS_ENDPOINT_URL_API_GATEWAY', method: 'GET' }

export type AwsOptions = { profile?: string | undefined; region?: string | undefined }

/** With the credentials and the region of the environment, or of the profile. */
export function openAccount({ profile, region }: AwsOptions = {}) {
  const named = clientSettings({ region, profile })
  const client = new CloudFormationClient(named)
  const send = senderOf(client)
  return {
    async identity(): Promise<Account> {
      const body = 'Action=GetCallerIdentity&Version=2011-06-15'
      const response = await send({ service: 'sts', variable: 'AWS_ENDPOINT_URL_STS', method: 'POST', path: '/', body })
      const text = await response.text()
      const part = (name: string) => new RegExp(`"?${name}"?[>:]\\s*"?([^<"]+)`).exec(text)?.[1] ?? ''
      if (!response.ok)
        throw new Error(`AWS does not know the caller: ${part('Message') || `status ${response.status}`}`)
      return { account: part('Account'), arn: part('Arn'), region: await client.config.region() }
    },

    /** The role with which API Gateway writes logs. Throws when the caller may not ask. */
    async loggingRole(): Promise<string | undefined> {
      const response = await send({ ...ofGateway, path: '/account' })
      if (!response.ok)
        throw new Error(`API Gateway answers ${response.status}: ${(await response.text()).slice(0, 300)}`)
      const { cloudwatchRoleArn } = (await response.json()) as { cloudwatchRoleArn?: string }
      return cloudwatchRoleArn === '' ? undefined : cloudwatchRoleArn
    },

    /** The secret of a client of a user pool. */
    async clientSecret(userPool: string, id: string): Promise<string> {
      const cognito = new CognitoIdentityProviderClient(named)
      const { UserPoolClient } = await cognito.send(
        new DescribeUserPoolClientCommand({ UserPoolId: userPool, ClientId: id }),
      )
      cognito.destroy()
      if (UserPoolClient?.ClientSecret === undefined) throw new Error(`The client ${id} has no secret.`)
      return UserPoolClient.ClientSecret
    },

    close: () => client.destroy(),
  }
}

/** The region of the environment or of the profile, if there is one. Nobody is asked. */
export async function configuredRegion({ profile, region }: AwsOptions = {}): Promise<string | undefined> {
  const older = process.env.AWS_DEFAULT_REGION
  const named = region ?? process.env.AWS_REGION ?? older
  if (named !== undefined) return named
  const client = new CloudFormationClient(profile === undefined ? {} : { profile })
  return client.config.region().catch(() => undefined)
}

/** Sends signed requests. These few are not worth clients of their own in the tree. */
const senderOf =
  ({ config }: CloudFormationClient) =>
  async ({ service, variable, method, path, query = {}, body = '' }: Call): Promise<Response> => {
    const region = await config.region().catch(() => {
      throw new Error('There is no region: give --region, or set AWS_REGION.')
    })
    const own = process.env[variable] ?? process.env.AWS_ENDPOINT_URL
    const url = own === undefined ? hostOf(service, config.endpointProvider({ Region: region }).url) : new URL(own)
    const credentials = await config.credentials().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`There are no credentials of an account: give --profile, or set AWS_PROFILE. ${reason}`)
    })
    const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 })
    const content = body === '' ? {} : { body }
    const { headers } = await signer.sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path,
      query,
      headers: {
        host: url.host,
        accept: 'application/json',
        ...(body !== '' && { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
      },
      ...content,
    })
    const search = new URLSearchParams(query).toString()
    const address = new URL(search === '' ? path : `${path}?${search}`, url)
    return fetch(address, { method, headers, ...content })
  }

/** The address of another service in the same region and partition. */
const hostOf = (service: string, cloudFormation: URL) =>
  new URL(cloudFormation.href.replace('//cloudformation.', `//${service}.`))

const policy = 'service-role/AmazonAPIGatewayPushToCloudWatchLogs'

/** The commands that give API Gateway its role. The partition is that of the caller: `aws`, `aws-cn`. */
export function loggingRoleCure({ arn, region }: Account): string {
  const partition = arn.split(':')[1] ?? 'aws'
  const trust =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
  return `API Gateway has no role to write logs with in ${region}, and refuses a stage that logs. Nothing has been created.
All APIs of the account in this region share the role, so no stack sets it. Run this once, and deploy again. The first two
commands are not needed if the account has the role for another region already:

  aws iam create-role --role-name api-gateway-logs --assume-role-policy-document '${trust}'
  aws iam attach-role-policy --role-name api-gateway-logs --policy-arn arn:${partition}:iam::aws:policy/${policy}
  sleep 10
  aws apigateway update-account --region ${region} --patch-operations \\
    "op=replace,path=/cloudwatchRoleArn,value=$(aws iam get-role --role-name api-gateway-logs --query Role.Arn --output text)"
`
}
