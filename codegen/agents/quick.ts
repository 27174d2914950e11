// generated/agents/quick.json: the operations for Amazon Quick, as the OpenAPI document that its connector takes.
import type { Model } from '../model.ts'
import type { Definition } from './definition.ts'
import { describe } from './description.ts'
import { offeredTo, renderPaths, renderSchemes, type Dialect, type Scheme } from './openapi.ts'

export type QuickDefinition = Definition & {
  info: { title: string; description: string; version: string }
  components?: { securitySchemes: Record<string, Scheme> }
}

const maxDescription = 500

const quick: Dialect = {
  platform: 'quick',
  extend: ({ agents }) => ({ 'x-amzn-operation-type': agents?.kind === 'read' ? 'read' : 'write' }),
  flows: ['authorizationCode', 'clientCredentials'],
  hasEmptyAnswers: true,
}

export function renderQuick(model: Model): QuickDefinition {
  const summaries = offeredTo(model, 'quick').map(({ summary }) => summary)
  const securitySchemes = renderSchemes(model, quick)
  return {
    openapi: model.document.openapi,
    info: {
      title: model.names.title,
      description: describe(model.names.title, summaries, maxDescription),
      version: model.version,
    },
    servers: [{ url: '${SERVER_URL}' }],
    paths: renderPaths(model, quick),
    // A document in which every operation is open names no scheme.
    ...(Object.keys(securitySchemes).length > 0 && { components: { securitySchemes } }),
  }
}
