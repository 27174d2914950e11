import type { CreateGatewayTargetCommandInput } from '@aws-sdk/client-bedrock-agentcore-control'
import type { ToolConfiguration } from '@aws-sdk/client-bedrock-runtime'
import type { CreatePluginCommandInput } from '@aws-sdk/client-qbusiness'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { platforms } from '../model/agents.ts'
import { readModel } from '../read.ts'
import { renderAgentCoreTarget } from './agentcore-target.ts'
import { renderAgentCore } from './agentcore.ts'
import { renderAmazonQManifest } from './amazon-q-manifest.ts'
import { renderAmazonQ } from './amazon-q.ts'
import { renderBedrockTools } from './bedrock-tools.ts'
import { operationsIn, type Definition } from './definition.ts'
import { renderAgents } from './index.ts'
import { renderM365Plugin } from './m365-plugin.ts'
import { renderMcpTools } from './mcp-tools.ts'
import { fill } from './placeholders.ts'
import { renderQuick } from './quick.ts'
import { json, offering } from './testing/offering.ts'
import { toolsOf } from './tool.ts'

const model = await readModel()
const tools = toolsOf(model)
const namesFor = (platform: (typeof platforms)[number]) =>
  model.operations.filter(({ agents }) => agents?.to.includes(platform)).map(({ operationId }) => operationId)
const namesIn = (definition: Definition) => operationsIn(definition).map(({ name }) => name)

// The compiler checks these, before any test runs.
renderAmazonQManifest(renderAmazonQ(model)) satisfies CreatePluginCommandInput
renderAgentCoreTarget(model, renderAgentCore(model)) satisfies CreateGatewayTargetCommandInput
const { toolChoice, tools: specifications } = renderBedrockTools(tools)
// The client's type of a JSON document takes no `unknown`: an empty one stands for it.
const withoutSchemas = specifications.map(({ toolSpec }) => ({ toolSpec: { ...toolSpec, inputSchema: { json: {} } } }))
;({ toolChoice, tools: withoutSchemas }) satisfies ToolConfiguration

describe('the files', () => {
  test('are those of every platform that is offered something', () => {
    expect(Object.keys(renderAgents(model))).toEqual([
      'amazon-q.json',
      'amazon-q.create-plugin.json',
      'quick.json',
      'agentcore.json',
      'agentcore.create-gateway-target.json',
      'm365-plugin.json',
      'mcp-tools.json',
      'bedrock-tools.json',
    ])
  })

  test('are none for a contract without marking', () => {
    expect(renderAgents(offering({ '/things': { get: { operationId: 'listThings' } } }))).toEqual({})
    expect(renderAgents(offering({}))).toEqual({})
  })

  test.each(platforms.filter((platform) => platform !== 'm365'))(
    'are those of %s alone, when no other is offered',
    (platform) => {
      const marked = offering({ '/things': { get: { operationId: 'listThings', 'x-agents': [platform] } } })
      const files = Object.keys(renderAgents(marked))
      expect(files.length).toBeGreaterThan(0)
      expect(files).toEqual(Object.keys(renderAgents(model, [platform])))
    },
  )

  test('are the same each time', async () => {
    expect(JSON.stringify(renderAgents(await readModel()))).toBe(JSON.stringify(renderAgents(model)))
  })

  test('have no reference, and no extension but those of their platform', () => {
    for (const [file, document] of Object.entries(renderAgents(model))) {
      const text = JSON.stringify(document).replaceAll('\\"', '"')
      expect(text, file).not.toContain('"$ref"')
      const extensions = new Set([...text.matchAll(/"(x-[a-z-]+)":/g)].map(([, name]) => name))
      expect([...extensions], file).toEqual(file === 'quick.json' ? ['x-amzn-operation-type'] : [])
    }
  })
})

describe('quick.json', () => {
  const quick = renderQuick(model)

  test('has the offered operations, and says of each whether it writes', () => {
    expect(namesIn(quick)).toEqual(namesFor('quick'))
    const types = Object.fromEntries(
      operationsIn(quick).map(({ name, operation }) => [
        name,
        (operation as Record<string, unknown>)['x-amzn-operation-type'],
      ]),
    )
    for (const { name, kind } of tools) expect(types[name], name).toBe(kind === 'read' ? 'read' : 'write')
    expect(new Set(Object.values(types))).toEqual(new Set(['read', 'write']))
  })

  test('signs in people and programs', () => {
    expect(quick.info.description).toMatch(/\S/)
    const [scheme] = Object.values(quick.components?.securitySchemes ?? {})
    expect(scheme?.flows).toMatchObject({
      authorizationCode: {
        authorizationUrl: 'https://${COGNITO_DOMAIN}/oauth2/authorize',
        tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token',
      },
      clientCredentials: { tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token' },
    })
    expect(scheme?.flows.clientCredentials).not.toHaveProperty('authorizationUrl')
  })

  test('names no scheme when everything is open', () => {
    const open = offering({ '/things': { get: { operationId: 'listThings', 'x-agents': ['quick'], security: [] } } })
    expect(renderQuick(open)).not.toHaveProperty('components')
  })

  test('an answer without content is written down', () => {
    const answers = { 204: { description: 'Gone.' }, 400: { description: 'Bad', content: json({ type: 'object' }) } }
    const marked = offering({
      '/things': { delete: { operationId: 'deleteThing', 'x-agents': ['quick'], responses: answers } },
    })
    expect(operationsIn(renderQuick(marked))[0]?.operation.responses).toEqual({ 204: { description: 'Gone.' } })
  })
})

describe('agentcore.json and the input of create-gateway-target', () => {
  const definition = renderAgentCore(model)
  const target = renderAgentCoreTarget(model, definition)

  test('has the offered operations, and nothing of security', () => {
    expect(namesIn(definition)).toEqual(namesFor('agentcore'))
    expect(JSON.stringify(definition)).not.toMatch(/"security"|"securitySchemes"/)
  })

  test('the target brings the definition and the credentials', () => {
    expect(JSON.parse(target.targetConfiguration.mcp.openApiSchema.inlinePayload)).toEqual(definition)
    expect(target.description.length).toBeLessThanOrEqual(200)
    const offered = model.operations.filter(({ operationId }) => namesFor('agentcore').includes(operationId))
    const scopes = model.scopes.filter((scope) => JSON.stringify(offered).includes(`"${scope}"`))
    expect(scopes).not.toEqual([])
    const [provider] = target.credentialProviderConfigurations
    expect(provider?.credentialProvider.oauthCredentialProvider.scopes.toSorted()).toEqual(scopes.toSorted())
  })

  test('a name that Converse would not take is refused', () => {
    const long = (length: number) => {
      const operationId = 'list'.padEnd(length, 'x')
      const marked = offering({ '/things': { get: { operationId, 'x-agents': ['agentcore'] } } })
      return renderAgentCoreTarget(marked, renderAgentCore(marked))
    }
    const room = 64 - `${model.names.name}___`.length
    expect(long(room).name).toBe(model.names.name)
    expect(() => long(room + 1)).toThrow('has 65 characters; Converse takes 64')
  })
})

describe('mcp-tools.json', () => {
  test('is a whole result of tools/list', () => {
    const { tools: list, ...rest } = renderMcpTools(tools)
    expect(rest).toEqual({ resultType: 'complete', ttlMs: expect.any(Number) as number, cacheScope: 'private' })
    expect(list.map(({ name }) => name)).toEqual(namesFor('mcp'))
    for (const tool of list) {
      expect(Object.keys(tool)).toEqual(
        expect.arrayContaining(['name', 'title', 'description', 'inputSchema', 'annotations']),
      )
    }
  })
})

describe('bedrock-tools.json', () => {
  const config = renderBedrockTools(tools)

  test("has the assistant's tools, the writes as proposals", () => {
    expect(config.tools.map(({ toolSpec }) => toolSpec.name)).toEqual(namesFor('assistant'))
    for (const { toolSpec } of config.tools) {
      const kind = tools.find(({ name }) => name === toolSpec.name)?.kind
      expect(/Proposes this to the user/.test(toolSpec.description), toolSpec.name).toBe(kind !== 'read')
    }
  })

  test('takes no headers', () => {
    const asked = config.tools.flatMap(({ toolSpec }) => Object.keys(toolSpec.inputSchema.json.properties as object))
    expect(asked).toContain('status')
    expect(asked.filter((name) => name === 'ifMatch' || name === 'idempotencyKey')).toEqual([])
  })
})

describe('m365-plugin.json', () => {
  const plugin = renderM365Plugin(model, tools)
  const values = { mcpUrl: 'https://api.example.com/mcp', oauthReferenceId: 'abc123' }

  test("satisfies Microsoft's schema once it is filled in", async () => {
    const file = 'node_modules/@microsoft/app-manifest/build/json-schemas/copilot/plugin/v2.4/schema.json'
    const { $schema: _, ...schema } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(schema)
    validate(fill(plugin, values))
    expect(validate.errors).toBeNull()
    // The schema refuses what it does not know.
    expect(validate({ ...plugin, unknown: 1 })).toBe(false)
  })

  test('asks before each write, and before nothing else', () => {
    for (const { name, capabilities } of plugin.functions) {
      const writes = tools.find((tool) => tool.name === name)?.kind !== 'read'
      expect('confirmation' in capabilities, name).toBe(writes)
      expect(capabilities.security_info.data_handling, name).toEqual([
        writes ? 'ResourceStateUpdate' : 'GetPrivateData',
      ])
    }
  })

  test('asks before a read that the marking says to confirm', () => {
    const marking = { to: ['m365', 'mcp'], confirm: true }
    const marked = offering({ '/things': { get: { operationId: 'listThings', 'x-agents': marking } } })
    expect(renderM365Plugin(marked, toolsOf(marked)).functions[0]?.capabilities).toHaveProperty('confirmation')
  })

  test('brings the tools of its functions, as MCP lists them', () => {
    const names = plugin.functions.map(({ name }) => name)
    expect(names).toEqual(namesFor('m365'))
    const [runtime] = plugin.runtimes
    expect(runtime?.run_for_functions).toEqual(names)
    const listed = renderMcpTools(tools).tools.filter(({ name }) => names.includes(name))
    expect(runtime?.spec.mcp_tool_description.tools).toEqual(listed)
  })

  test('needs each of its tools to be offered by MCP', () => {
    const alone = offering({ '/things': { get: { operationId: 'listThings', 'x-agents': ['m365'] } } })
    expect(() => renderAgents(alone)).toThrow('listThings is offered to m365, which calls the tools of mcp')
  })

  test('keeps to the lengths that Microsoft shows', () => {
    expect(plugin.name_for_human.length).toBeLessThanOrEqual(20)
    expect(plugin.description_for_human.length).toBeLessThanOrEqual(100)
    expect(plugin.description_for_model.length).toBeLessThanOrEqual(2048)
    expect(plugin.namespace).toMatch(/^[A-Za-z0-9]+$/)
  })
})
