// The places of the agents' files that an administrator fills in, and what each value must look like.
import { isHostName, isHttpsUrl } from './rules/address.ts'
import { identifiers } from './rules/create-plugin.ts'

export type Member = { placeholder: string; form: string; accepts: (value: string) => boolean }

const gatewayId = /^([0-9a-z]-?){1,100}-[0-9a-z]{10}$/
const oauthProviderArn =
  /^arn:aws[a-z-]{0,32}:(bedrock-agentcore|acps):[a-z0-9-]{1,63}:\d{12}:token-vault\/[A-Za-z0-9._-]{1,64}\/oauth2credentialprovider\/[A-Za-z0-9_-]{1,128}$/

/** By the member of the configuration. */
export const members = {
  applicationId: {
    placeholder: '${APPLICATION_ID}',
    form: 'the id of the Amazon Q application, 36 letters, digits and hyphens',
    accepts: (value) => identifiers.applicationId.test(value),
  },
  secretArn: {
    placeholder: '${SECRET_ARN}',
    form: 'the ARN of a Secrets Manager secret',
    accepts: (value) => identifiers.secretArn.test(value),
  },
  roleArn: {
    placeholder: '${ROLE_ARN}',
    form: 'the ARN of an IAM role',
    accepts: (value) => identifiers.roleArn.test(value),
  },
  serverUrl: {
    placeholder: '${SERVER_URL}',
    form: 'the https URL of the API, without a slash at its end',
    accepts: (value) => isHttpsUrl(value) && !value.endsWith('/'),
  },
  mcpUrl: {
    placeholder: '${MCP_URL}',
    form: 'the https URL of the MCP server, such as https://api.example.com/mcp',
    accepts: (value) => isHttpsUrl(value) && !value.endsWith('/'),
  },
  cognitoDomain: {
    placeholder: '${COGNITO_DOMAIN}',
    form: 'the host name of the Cognito domain, without https://',
    accepts: isHostName,
  },
  gatewayId: {
    placeholder: '${GATEWAY_ID}',
    form: 'the id of the AgentCore gateway, its name with a hyphen and 10 letters and digits',
    accepts: (value) => gatewayId.test(value),
  },
  oauthProviderArn: {
    placeholder: '${OAUTH_PROVIDER_ARN}',
    form: 'the ARN of an OAuth credential provider of AgentCore',
    accepts: (value) => oauthProviderArn.test(value),
  },
  oauthReferenceId: {
    placeholder: '${OAUTH_REFERENCE_ID}',
    form: "the id of the OAuth client registration in Microsoft's Developer Portal, 1 to 256 of A-Z a-z 0-9 + / = # . _ -",
    accepts: (value) => /^[A-Za-z0-9+/=#._-]{1,256}$/.test(value),
  },
} satisfies Record<string, Member>

export type MemberName = keyof typeof members
export type AgentConfig = Partial<Record<MemberName, string>>

// Safe cast: Object.keys returns strings. The object is a literal, so these are its keys.
export const memberNames = Object.keys(members) as MemberName[]

/** The members whose placeholders the texts have. */
export const membersIn = (texts: string[]): MemberName[] =>
  memberNames.filter((name) => texts.some((text) => text.includes(members[name].placeholder)))

/** Strings that hold a JSON document: the values inside the document are filled. */
const payloads = ['payload', 'inlinePayload']

/** Replaces the placeholders in every string. A placeholder without a value stays. */
export function fill(value: unknown, config: AgentConfig, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, config))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, config, key)]))
  }
  if (typeof value !== 'string') return value
  if (payloads.includes(name)) return JSON.stringify(fill(JSON.parse(value), config))
  return memberNames.reduce((text, member) => {
    const { placeholder } = members[member]
    return text.replaceAll(placeholder, () => config[member] ?? placeholder)
  }, value)
}
