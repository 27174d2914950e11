// generated/mcp-tools.ts: how a tool becomes a request, and what belongs together, for any contract.
import { expect, test } from 'vitest'
import { facadeOf, offeredSchemas } from '../client-sdk/facade.ts'
import { modelOf, type Contract } from '../model.ts'
import { readModel } from '../read.ts'
import { renderMcpTools } from './mcp-tools.ts'

const model = await readModel()
/** The object literal in the module's text. */
const toolsOf = (source: string) => {
  const [, literal = ''] = /Record<string, McpTool> = (\{[^]*\})\n/.exec(source) ?? []
  return new Function(`return ${literal}`)() as Record<string, Record<string, unknown>>
}

const withPaths = (change: (paths: Contract['paths']) => void): Contract => {
  const document = structuredClone(model.document)
  change(document.paths)
  return document
}

test('a contract that offers nothing to MCP gives no tool', () => {
  const document = withPaths((paths) => {
    for (const item of Object.values(paths)) {
      for (const operation of Object.values(item ?? {}))
        if (typeof operation === 'object') Reflect.deleteProperty(operation, 'x-agents')
    }
  })
  expect(toolsOf(renderMcpTools(modelOf(document)))).toEqual({})
})

test('an operation that is offered to others alone is no tool', () => {
  const document = withPaths((paths) => {
    Object.assign(paths['/status']?.get ?? {}, { 'x-agents': ['quick'] })
  })
  const names = Object.keys(toolsOf(renderMcpTools(modelOf(document))))
  expect(names).not.toContain('getStatus')
  expect(names.length).toBeGreaterThan(1)
})

test('a tool knows its places, its reader, its lister, its page and its files', () => {
  const tools = toolsOf(renderMcpTools(model))
  expect(tools.deleteEvent).toMatchObject({
    method: 'DELETE',
    path: '/events/{eventId}',
    hasBody: false,
    arguments: { eventId: { in: 'path', name: 'eventId' }, ifMatch: { in: 'header', name: 'If-Match' } },
    confirm: true,
    reader: 'getEvent',
    label: ['title', 'date'],
    lister: 'listEvents',
  })
  expect(tools.listCaseFiles).toMatchObject({
    lister: 'listCases',
    page: { size: 10, maximum: 25 },
    files: { items: 'files', uri: 'downloadUrl', name: 'fileName', mimeType: 'contentType', size: 'size' },
  })
  expect(tools.getStatus).not.toHaveProperty('lister')
})

test('the SDK has neither the omitted operations nor the schemas that only they use', () => {
  const methods = facadeOf(model).flatMap((resource) => resource.methods.map(({ operation }) => operation.operationId))
  const omitted = model.operations.filter(({ sdk }) => sdk.omit).map(({ operationId }) => operationId)
  expect(omitted).toEqual(['mcp', 'getProtectedResource', 'getMcpProtectedResource', 'getAuthorizationServer'])
  for (const operationId of omitted) expect(methods).not.toContain(operationId)
  const offered = Object.keys(offeredSchemas(model))
  for (const name of ['McpRequest', 'McpResponse', 'ProtectedResource', 'AuthorizationServer']) {
    expect(model.schemas).toHaveProperty(name)
    expect(offered).not.toContain(name)
  }
  expect(offered).toEqual(expect.arrayContaining(['Problem', 'ChatInput', 'Status']))
})
