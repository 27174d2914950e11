// All rules: one list per platform and kind of document. A new platform is one file of rules and one line here.
import { agentcoreTarget, inlinePayload } from './agentcore-target.ts'
import { agentcore } from './agentcore.ts'
import { amazonQ } from './amazon-q.ts'
import { bedrock } from './bedrock.ts'
import { createPlugin, payloadPlace } from './create-plugin.ts'
import { document, exhausting, preconditions } from './document.ts'
import { m365 } from './m365.ts'
import { mcp } from './mcp.ts'
import type { Place } from './place.ts'
import { portable } from './portable.ts'
import { quickMcp } from './quick-mcp.ts'
import { quick } from './quick.ts'
import type { AgentDocument, Platform, Rule } from './rule.ts'

/**
 * A kind of document that a platform takes.
 * @property rules The rules of each platform that takes it.
 * @property payload The OpenAPI document inside it, and the platform whose rules that document obeys. For the rules
 *   `but`, the kind has rules of its own.
 */
type KindOfDocument = {
  title: string
  rules: Partial<Record<Platform, Rule[]>>
  payload?: { platform: Platform; placeIn: (document: AgentDocument) => Place; but?: readonly string[] }
}

export const kinds = {
  openapi: { title: 'OpenAPI document', rules: { 'amazon-q': amazonQ, quick, agentcore } },
  'create-plugin': {
    title: 'input of create-plugin',
    rules: { 'create-plugin': createPlugin },
    payload: { platform: 'amazon-q', placeIn: payloadPlace },
  },
  'create-gateway-target': {
    title: 'input of create-gateway-target',
    rules: { agentcore: agentcoreTarget },
    payload: { platform: 'agentcore', placeIn: inlinePayload, but: ['tool-name', 'short-tool-name'] },
  },
  m365: { title: 'plugin manifest of Microsoft 365', rules: { m365 } },
  tools: { title: 'list of MCP tools', rules: { mcp: [...mcp, ...portable], quick: quickMcp } },
  'tool-config': { title: "toolConfig of Bedrock's Converse", rules: { bedrock: [...bedrock, ...portable] } },
} satisfies Record<string, KindOfDocument>

export type Kind = keyof typeof kinds

export const kindNamed = (kind: Kind): KindOfDocument => kinds[kind]

/** The rules for every document. After a breach of a precondition, no other rule is asked. */
export { preconditions, exhausting, document as documentRules }

export const allRules: Rule[] = [
  ...preconditions,
  ...exhausting,
  ...document,
  ...amazonQ,
  ...createPlugin,
  ...quick,
  ...quickMcp,
  ...agentcore,
  ...agentcoreTarget,
  ...m365,
  ...mcp,
  ...bedrock,
  ...portable,
]
