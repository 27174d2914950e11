// generated/agents/agentcore.json: the operations for AgentCore Gateway, whose target brings the credentials.
import type { Model } from '../model.ts'
import type { Definition } from './definition.ts'
import { renderPaths } from './openapi.ts'

export type AgentCoreDefinition = Definition & { info: { title: string; version: string } }

export const renderAgentCore = (model: Model): AgentCoreDefinition => ({
  openapi: model.document.openapi,
  info: { title: model.names.title, version: model.version },
  servers: [{ url: '${SERVER_URL}' }],
  paths: renderPaths(model, { platform: 'agentcore', flows: [], hasEmptyAnswers: true }),
})
