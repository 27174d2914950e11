// The gateway's placeholders get their values.
import { expect, test } from 'vitest'
import type { ApiGatewayDocument } from '../codegen/gateway/index.ts'
import generated from '../generated/api-gateway.json' with { type: 'json' }
import { fillGatewayBody } from './gateway-body.ts'

// Safe cast: codegen wrote it as this document.
const document = generated as unknown as ApiGatewayDocument
const values = {
  ApiFunctionIntegrationUri: 'arn:function',
  StreamFunctionIntegrationUri: 'arn:stream',
  UserPoolArn: 'arn:pool',
  ResourceMetadata: 'metadata, ',
}

const { apiKey } = document.components.securitySchemes

test('fills every placeholder and changes nothing else', () => {
  const text = JSON.stringify(document)
  const expected = Object.entries(values).reduce((all, [name, value]) => all.replaceAll(`\${${name}}`, value), text)
  expect(expected).not.toContain('${')
  expect(JSON.stringify(fillGatewayBody(document, values))).toBe(expected)
  expect(JSON.stringify(document)).toBe(text)
})

test('is given in full: a token of the CDK stays as it is', () => {
  const token = '${Token[Live.Arn.123]}'
  const { paths } = fillGatewayBody(document, { ...values, ApiFunctionIntegrationUri: token })
  expect(paths['/status']?.get?.['x-amazon-apigateway-integration'].uri).toBe(token)
})

test('refuses a placeholder that nothing is known for', () => {
  const other = { ...document, info: { ...document.info, title: '${Title}' } }
  expect(() => fillGatewayBody(other, values)).toThrow('Nothing is known for ${Title}.')
})

test('refuses a value that the document has no place for', () => {
  const bare = { ...document, paths: {}, components: { securitySchemes: { apiKey } } }
  expect(() => fillGatewayBody(bare, values)).toThrow(
    'no place for ApiFunctionIntegrationUri, StreamFunctionIntegrationUri, UserPoolArn',
  )
})
