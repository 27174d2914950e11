import { describe, expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { readContract } from '../read.ts'
import * as amazonQ from './amazon-q.ts'
import { operationsIn } from './definition.ts'
import { violationsOf } from './lint/violations.ts'

const contract = await readContract()
const { operations } = modelOf(contract)
const renderAmazonQ = (document: Contract) => amazonQ.renderAmazonQ(modelOf(document))
const json = (schema: object) => ({ 'application/json': { schema } })
const ok = { 200: { description: 'Done', content: json({ type: 'object' }) } }

/** The contract with one offered operation in the place of its own. */
const offering = (operation: object, schemas: object = {}, method = 'post') =>
  ({
    ...contract,
    paths: {
      '/things': {
        [method]: {
          operationId: 'doThing',
          description: 'Does it.',
          'x-agents': ['amazon-q'],
          security: [{ cognito: ['frontdesk/read'] }],
          responses: ok,
          ...operation,
        },
      },
    },
    components: { ...contract.components, schemas },
  }) as Contract
const onlyOperation = (rendered: ReturnType<typeof renderAmazonQ>) => operationsIn(rendered)[0]?.operation

describe('the contract', () => {
  const rendered = renderAmazonQ(contract)

  test('breaks no rule', () => {
    expect(violationsOf(rendered, ['amazon-q'], { filled: false })).toEqual([])
  })

  test('gives exactly the operations that are offered to amazon-q', () => {
    const offered = operations.filter(({ agents }) => agents?.to.includes('amazon-q'))
    expect(offered.length).toBeGreaterThan(0)
    expect(offered.length).toBeLessThan(operations.length)
    expect(operationsIn(rendered).map(({ name }) => name)).toEqual(offered.map(({ operationId }) => operationId))
  })

  test('is the same each time, and has these places to fill in', () => {
    const text = JSON.stringify(rendered)
    expect(JSON.stringify(renderAmazonQ(structuredClone(contract)))).toBe(text)
    const placeholders = new Set([...text.matchAll(/\$\{[^}]*\}/g)].map(([placeholder]) => placeholder))
    expect(placeholders).toEqual(new Set(['${SERVER_URL}', '${COGNITO_DOMAIN}']))
  })
})

describe('an operation', () => {
  test('keeps what Amazon Q reads, and nothing else', () => {
    const rendered = renderAmazonQ(
      offering(
        {
          tags: ['things'],
          'x-pagination': { items: 'things' },
          deprecated: true,
          parameters: [
            {
              name: 'id',
              in: 'query',
              description: 'Id',
              example: 'a',
              'x-amzn-form-hide': true,
              schema: { type: 'string' },
            },
            { name: 'Idempotency-Key', in: 'header', description: 'Key', schema: { type: 'string' } },
          ],
          requestBody: { content: json({ $ref: '#/components/schemas/Thing' }) },
          responses: {
            ...ok,
            204: { description: 'Nothing' },
            400: { description: 'Bad', content: json({ type: 'object' }) },
          },
        },
        {
          Thing: {
            type: 'object',
            example: { name: 'kiosk' },
            'x-internal': true,
            properties: {
              name: { $ref: '#/components/schemas/Name' },
              // A member of this name, not the keyword.
              example: { type: 'string', writeOnly: true, 'x-amzn-form-display-name': 'Example' },
            },
          },
          Name: { type: 'string', description: 'Name', xml: { name: 'n' } },
        },
      ),
    )
    expect(onlyOperation(rendered)).toEqual({
      operationId: 'doThing',
      description: 'Deprecated. Does it.',
      security: [{ cognito: ['frontdesk/read'] }],
      parameters: [
        {
          name: 'id',
          in: 'query',
          description: 'Id',
          required: false,
          schema: { type: 'string' },
          'x-amzn-form-hide': true,
        },
      ],
      requestBody: {
        required: false,
        content: json({
          type: 'object',
          properties: {
            name: { type: 'string', description: 'Name' },
            example: { type: 'string', 'x-amzn-form-display-name': 'Example' },
          },
        }),
      },
      responses: ok,
    })
  })

  test('brings only the scopes that it needs, and no schemas', () => {
    const { components } = renderAmazonQ(offering({}))
    expect(Object.keys(components)).toEqual(['securitySchemes'])
    expect(components.securitySchemes.cognito?.flows).toEqual({
      authorizationCode: {
        authorizationUrl: 'https://${COGNITO_DOMAIN}/oauth2/authorize',
        tokenUrl: 'https://${COGNITO_DOMAIN}/oauth2/token',
        scopes: { 'frontdesk/read': expect.any(String) as string },
      },
    })
  })

  test('may use one schema twice', () => {
    const Name = { type: 'string' }
    const name = { $ref: '#/components/schemas/Name' }
    const schema = { type: 'object', properties: { first: name, last: name } }
    const rendered = renderAmazonQ(offering({ requestBody: { content: json(schema) } }, { Name }))
    expect(onlyOperation(rendered)?.requestBody?.content).toEqual(
      json({ type: 'object', properties: { first: Name, last: Name } }),
    )
  })

  test('is refused for a circular schema, by its name', () => {
    const Node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } }
    const circular = offering({ requestBody: { content: json({ $ref: '#/components/schemas/Node' }) } }, { Node })
    expect(() => renderAmazonQ(circular)).toThrow('#/components/schemas/Node contains itself')
  })

  const refused: [string, object, string][] = [
    ['no description', { description: undefined }, 'operation-description: doThing'],
    ['no answer with content', { responses: { 204: { description: 'Nothing' } } }, 'some-response: doThing'],
    ['an API key', { security: [{ apiKey: [] }] }, 'security: doThing: security names apiKey'],
    ['a list in its body', { requestBody: { content: json({ type: 'array', items: {} }) } }, 'no-arrays: doThing'],
    [
      'a choice in its body',
      { requestBody: { content: json({ oneOf: [{ type: 'object' }] }) } },
      'no-composition: doThing',
    ],
    ['a body in two types', { requestBody: { content: { ...json({}), 'text/csv': {} } } }, 'json-body: doThing'],
    [
      'a header that it cannot do without',
      { parameters: [{ name: 'If-Match', in: 'header', required: true, description: 'ETag', schema: {} }] },
      'parameter-place: doThing: parameter If-Match',
    ],
  ]
  test.each(refused)('is refused for %s', (_, operation, message) => {
    expect(() => renderAmazonQ(offering(operation))).toThrow(message)
  })
})
