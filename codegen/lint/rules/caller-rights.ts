// An operation that changes something, starts something or hands out the right to do so needs the right to write.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { answer, eachOperation, takes, type Operation } from '../operations.ts'
import { keyOf, values, type Schema } from '../place.ts'
import { speaksProtocol } from '../protocols.ts'

/** The values of `security` that the contract accepts, from redocly.yaml. */
type Rights = { read?: unknown[]; write?: unknown[]; protocol?: unknown[] }

export const callerRights: Oas3Rule = ({ read = [], write = [], protocol = [] }: Rights) =>
  eachOperation((operation, ctx) => {
    const { node, location } = operation
    const reason = reasonToWrite(operation, ctx)
    const speaks = speaksProtocol(node)
    const accepted = (speaks ? protocol : reason === undefined ? read : write).map((security) =>
      JSON.stringify(security),
    )
    if (node.security !== undefined && accepted.includes(JSON.stringify(node.security))) return
    const because = speaks ? 'An operation with x-protocol' : reason === undefined ? 'A read' : `An operation ${reason}`
    ctx.report({
      message: `${because} takes one of the callers ${accepted.join(', ')}.`,
      location: node.security === undefined ? keyOf(location) : location.child('security'),
    })
  })

/** Says why the operation is no mere read. Undefined: it is one. */
function reasonToWrite(operation: Operation, ctx: UserContext): string | undefined {
  const { method, node, responses } = operation
  if (method !== 'get' && method !== 'head') return `with the method ${method.toUpperCase()}`
  if (node['x-sdk']?.upload !== undefined) return 'that hands out an upload (x-sdk)'
  if (responses.has('201')) return 'that creates something (201)'
  if (responses.has('202')) return 'that starts something (202)'
  if (['Idempotency-Key', 'If-Match'].some((name) => takes(operation, 'header', name))) {
    return 'that changes something (Idempotency-Key or If-Match)'
  }
  return handsOutWrite(operation, ctx) ? 'that hands out a URL for a method that writes' : undefined
}

/** Whether the answer has a URL, and beside it a method that writes. */
function handsOutWrite({ responses }: Operation, ctx: UserContext): boolean {
  const body = answer(ctx, responses.get('200'))
  const places = body ? values<Schema>(ctx, body.node.properties, body.location.child('properties')) : []
  const members = places.map(([, { node }]) => node)
  const isWrite = (value: unknown) => ['PUT', 'POST', 'PATCH', 'DELETE'].includes(String(value))
  const methods = members.flatMap((member): unknown[] => member.enum ?? [])
  return members.some(({ format }) => format === 'uri') && methods.some(isWrite)
}
