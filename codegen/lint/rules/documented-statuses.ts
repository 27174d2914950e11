// Every operation documents the statuses that it can answer, and no others.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOperation, takes, type Operation } from '../operations.ts'
import { keyOf } from '../place.ts'

type Expectation = { status: string; because: string; when: (operation: Operation) => boolean; only?: true }

const always = () => true
const secured = (scheme: string) => (operation: Operation) =>
  operation.node.security?.some((requirement) => scheme in requirement) ?? false
const hasBody = ({ node }: Operation) => node.requestBody !== undefined
const ifMatch = (operation: Operation) => takes(operation, 'header', 'If-Match')
const ifNoneMatch = (operation: Operation) => takes(operation, 'header', 'If-None-Match')
const idempotent = (operation: Operation) => takes(operation, 'header', 'Idempotency-Key')

// Where PUT creates, the client chooses the ids. An id without an item is no error there.
const namesAnItem = ({ pathItem, parameters }: Operation) =>
  parameters.some((parameter) => parameter.in === 'path') && pathItem.put?.responses['201'] === undefined

/** The operation asks for the keys of the token's issuer, or for stored items. Only a fixed document needs nothing. */
const hasDependency = (operation: Operation) =>
  secured('cognito')(operation) ||
  secured('apiKey')(operation) ||
  operation.parameters.some((parameter) => parameter.in === 'path') ||
  operation.node['x-pagination'] !== undefined

const expectations: Expectation[] = [
  { status: '304', because: 'If-None-Match is a parameter', when: ifNoneMatch, only: true },
  { status: '400', because: 'any request can be invalid', when: always },
  { status: '401', because: 'the caller needs a token', when: secured('cognito'), only: true },
  { status: '403', because: 'the token may lack the scope', when: secured('cognito') },
  { status: '403', because: 'the API key may be wrong', when: secured('apiKey') },
  { status: '404', because: 'the path names an item', when: namesAnItem },
  { status: '412', because: 'If-Match is a parameter', when: ifMatch, only: true },
  { status: '413', because: 'there is a request body', when: hasBody, only: true },
  { status: '415', because: 'there is a request body', when: hasBody, only: true },
  { status: '422', because: 'Idempotency-Key is a parameter', when: idempotent, only: true },
  { status: '429', because: 'any caller can be throttled', when: always },
  { status: '431', because: 'any request can have large headers', when: always },
  { status: '500', because: 'the service can fail', when: always },
  { status: '503', because: 'a dependency can be unavailable', when: hasDependency, only: true },
  { status: '504', because: 'a dependency can be late', when: hasDependency, only: true },
]

export const documentedStatuses: Oas3Rule = () =>
  eachOperation((operation, ctx) => {
    const at = operation.location.child('responses')
    for (const { status, because, when, only } of expectations) {
      const expected = when(operation)
      const documented = operation.responses.has(status)
      if (expected && !documented) {
        ctx.report({ message: `${status} is missing: ${because}.`, location: keyOf(at) })
      } else if (only && documented && !expected) {
        ctx.report({ message: `${status} belongs where ${because}.`, location: keyOf(at.child(status)) })
      }
    }
  })
