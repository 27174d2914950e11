// generated/agents/amazon-q.json: the operations for Amazon Q, as the flat OpenAPI document that a custom plugin takes.
import type { OpenAPIV3 } from 'openapi-types'
import type { Model } from '../model.ts'
import type { Definition } from './definition.ts'
import { violationsOf } from './lint/violations.ts'
import { renderPaths, renderSchemes, type Dialect } from './openapi.ts'

/** A definition that breaks no rule. Everything that the manifest reads is in it. */
export type AmazonQDefinition = Definition & {
  info: { title: string; version: string }
  components: { securitySchemes: Record<string, OAuth2> }
}
type OAuth2 = {
  type: 'oauth2'
  flows: { authorizationCode: OpenAPIV3.OAuth2SecurityScheme['flows']['authorizationCode'] & object }
}

const amazonQ: Dialect = {
  platform: 'amazon-q',
  takesExtension: (keyword) => keyword.startsWith('x-amzn-form-'),
  flows: ['authorizationCode'],
  hasEmptyAnswers: false,
}

/** Throws an error that names each rule of Amazon Q that the offered operations break. */
export function renderAmazonQ(model: Model): AmazonQDefinition {
  const definition = {
    openapi: model.document.openapi,
    info: { title: model.names.title, version: model.version },
    servers: [{ url: '${SERVER_URL}' }],
    paths: renderPaths(model, amazonQ),
    // Safe cast: the only flow that was asked for.
    components: { securitySchemes: renderSchemes(model, amazonQ) as Record<string, OAuth2> },
  }
  const violations = violationsOf(definition, ['amazon-q'], { filled: false })
  if (violations.length > 0) throw new Error(`Amazon Q does not take these operations:\n${violations.join('\n')}`)
  return definition
}
