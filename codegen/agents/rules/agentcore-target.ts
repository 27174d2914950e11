// The rules of the input of CreateGatewayTarget, the operation that adds a target to AgentCore Gateway.
import { toolName, toolNameLimits } from './agentcore.ts'
import { isHttpsUrl } from './address.ts'
import { hasForm, hasLength, hasOneOf, memberAt } from './inputs-of-apis.ts'
import { operationsOf } from './openapi.ts'
import { at, isObject, itemsOf, shown, textOf, written } from './place.ts'
import { acceptsUrl } from './placeholder.ts'
import { payloadOf } from './payload.ts'
import { breach, rulesOf, unless, type AgentDocument, type Rule } from './rule.ts'

const reference = {
  document: 'AgentCore Control API Reference, CreateGatewayTarget',
  url: 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_CreateGatewayTarget.html',
}
const limits = {
  document: 'AgentCore Developer Guide, Quotas',
  url: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html',
}

const { maxToolName, maxConverseName } = toolNameLimits
const maxBytes = 1_000_000

const mcpOf = ({ root }: AgentDocument) => at(root, 'targetConfiguration', 'mcp')
const schemaOf = (document: AgentDocument) => at(mcpOf(document), 'openApiSchema')
export const inlinePayload = (document: AgentDocument) => at(schemaOf(document), 'inlinePayload')

const longNames = (isLong: (length: number) => boolean) => (document: AgentDocument) => {
  const inside = payloadOf(inlinePayload(document), document)
  const target = textOf(at(document.root, 'name')) ?? ''
  return (inside ? operationsOf(inside) : [])
    .map(({ place }) => toolName(target, textOf(at(place, 'operationId')) ?? ''))
    .filter(({ length }) => isLong(length))
    .map((name) => breach(memberAt(document.root, 'name'), `the tool ${shown(name)} has ${name.length} characters`))
}

export const agentcoreTarget: Rule[] = rulesOf('agentcore', reference, {
  'target-name': {
    says: 'The `name` of a target is 1 to 100 letters and digits, with single hyphens between.',
    fix: 'Rename the target.',
    check: (document) => hasForm(document, memberAt(document.root, 'name'), /^([0-9a-zA-Z]-?){1,100}$/),
  },
  'target-description': {
    says: 'The `description` of a target has 1 to 200 characters.',
    fix: 'Shorten the description, or leave it out.',
    check: ({ root }) => hasLength(memberAt(root, 'description'), 1, 200, { optional: true }),
  },
  'client-token': {
    says: '`clientToken` has 33 to 256 characters.',
    fix: 'Take a longer token, or leave it out.',
    check: ({ root }) => hasLength(memberAt(root, 'clientToken'), 33, 256, { optional: true }),
  },
  'credential-provider': {
    says: 'There is exactly one credential provider.',
    fix: 'Name the one OAuth provider or API key with which the gateway calls the API.',
    check: ({ root }) => {
      const providers = at(root, 'credentialProviderConfigurations')
      const { length } = itemsOf(providers)
      const isServer = at(root, 'targetConfiguration', 'mcp', 'mcpServer').value !== undefined
      const isGood = length === 1 || (isServer && providers.value === undefined)
      return unless(isGood, written(root, 'credentialProviderConfigurations'), `there are ${length}, not one`)
    },
  },
  'target-configuration': {
    says: '`targetConfiguration.mcp` has exactly one kind of target, as `openApiSchema` or `mcpServer`.',
    fix: 'Keep one of them.',
    check: (document) =>
      hasOneOf(mcpOf(document), ['openApiSchema', 'mcpServer', 'lambda', 'smithyModel', 'apiGateway']),
  },
  'target-schema': {
    says: '`openApiSchema` has exactly one of `inlinePayload` and `s3`.',
    fix: 'Keep one of them.',
    check: (document) => {
      const schema = schemaOf(document)
      return schema.value === undefined ? [] : hasOneOf(schema, ['inlinePayload', 's3'])
    },
  },
  'target-payload': {
    says: `\`inlinePayload\` is the text of an OpenAPI document of at most 1 MB.`,
    fix: 'Write the document as JSON into a text, or put it into S3.',
    check: (document) => {
      const payload = inlinePayload(document)
      if (payload.value === undefined) return []
      const { value } = payloadOf(payload, document)?.root ?? {}
      const isSmall = Buffer.byteLength(textOf(payload) ?? '') <= maxBytes
      const isGood = isObject(value) && Object.hasOwn(value, 'openapi') && isSmall
      return unless(isGood, payload, 'the payload is no OpenAPI document of at most 1 MB')
    },
  },
  'target-endpoint': {
    says: '`mcpServer.endpoint` is an https URL.',
    fix: 'Write the URL of the MCP server in full.',
    check: (document) => {
      const server = at(mcpOf(document), 'mcpServer')
      if (server.value === undefined) return []
      const url = textOf(at(server, 'endpoint')) ?? ''
      return unless(acceptsUrl(document, url, isHttpsUrl), written(server, 'endpoint'), `${shown(url)} is no https URL`)
    },
  },
  'target-tool-name': {
    says: `\`target___operationId\` has at most ${maxToolName} characters.`,
    fix: 'Shorten the name of the target or the operationId.',
    source: limits,
    check: longNames((length) => length > maxToolName),
  },
  'target-short-tool-name': {
    level: 'warning',
    says: `\`target___operationId\` has at most ${maxConverseName} characters: Converse takes no more.`,
    fix: 'Shorten the name of the target or the operationId.',
    source: limits,
    check: longNames((length) => length > maxConverseName && length <= maxToolName),
  },
})
