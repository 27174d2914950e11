// CORS headers for listed origins, other origins and every origin.
import { expect, test } from 'vitest'
import { corsHeaders, originsFor, preflightHeaders } from './cors.ts'

const origins = ['https://app.example', 'https://admin.example']

test('a star allows every origin, and the answer is the same for all', () => {
  for (const origin of [undefined, 'null', 'https://app.example']) {
    const headers = corsHeaders(['*'], origin)
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': '*' })
    expect(headers).not.toHaveProperty('Vary')
  }
})

test('an origin of the list is echoed', () => {
  expect(corsHeaders(origins, 'https://admin.example')).toMatchObject({
    'Access-Control-Allow-Origin': 'https://admin.example',
    'Access-Control-Expose-Headers': expect.stringContaining('X-Request-Id') as string,
    Vary: 'Origin',
  })
})

const others = [
  'https://app.example.evil.example',
  'http://app.example',
  'https://APP.example',
  'https://app.example/',
  'null',
  '',
  undefined,
]
test.each(others)('%j is not of the list, and a cache is told that it depends', (origin) => {
  expect(corsHeaders(origins, origin)).toEqual({ Vary: 'Origin' })
})

test('an empty list allows nobody', () => {
  expect(corsHeaders([], 'https://app.example')).toEqual({ Vary: 'Origin' })
})

test('documents at well-known addresses are for every page, and the MCP endpoint for its own pages too', () => {
  const stage = { allowedOrigins: ['https://app.example'], mcpOrigins: ['https://assistant.example'] }
  expect(originsFor('/.well-known/oauth-protected-resource', stage)).toEqual(['*'])
  expect(originsFor('/.well-known/nothing', stage)).toEqual(['*'])
  expect(originsFor('/mcp', stage)).toEqual(['https://app.example', 'https://assistant.example'])
  for (const path of ['/', '/mcp/', '/mcp/x', '/x/.well-known/y', '/.well-knownx', '/cases']) {
    expect(originsFor(path, stage), path).toBe(stage.allowedOrigins)
  }
})

test('a preflight is told the methods, the headers and how long to remember them', () => {
  expect(preflightHeaders(['GET', 'PUT', 'OPTIONS'])).toEqual({
    Allow: 'GET, PUT, OPTIONS',
    'Access-Control-Allow-Methods': 'GET,PUT,OPTIONS',
    'Access-Control-Allow-Headers':
      'authorization,content-type,x-api-key,x-amz-date,x-amz-security-token,idempotency-key,if-match,if-none-match,x-request-id,mcp-protocol-version,mcp-method,mcp-name',
    'Access-Control-Max-Age': '86400',
  })
})
