// A request of an operation that the contract refuses, and the words with which the service refuses it.
import { bodyExample } from '../client-sdk/sample-values.ts'
import type { Operation, Parameter, Schema } from '../model.ts'
import { pathText } from './parameter-text.ts'

type Fault = { parameter: string; detail: string } | { pointer: string; detail: string }

/** A request of the operation with one fault. @property query With its question mark; empty without one. */
export type BrokenRequest = { path: string; query: string; body?: unknown; fault: Fault }

/** A value that a schema of one value refuses, with the service's words. */
function refusedBy({ type, minimum, maximum, enum: values }: Schema): { value: string; detail: string } | undefined {
  if (type !== 'integer' && type !== 'number') {
    const texts = (values ?? []) as unknown[]
    return texts.length > 0 && texts.every((text) => typeof text === 'string')
      ? { value: 'unknown', detail: `must be one of ${texts.join(', ')}` }
      : undefined
  }
  if (minimum !== undefined) return { value: String(minimum - 1), detail: `must be >= ${String(minimum)}` }
  return maximum === undefined ? undefined : { value: String(maximum + 1), detail: `must be <= ${String(maximum)}` }
}

/** The first part of the request that can be wrong: its query, its body, its path, and a parameter that nobody knows. */
export function brokenRequest(operation: Operation): BrokenRequest {
  const path = pathText(operation.path, operation.parameters)
  return wrongQuery(operation, path) ?? wrongBody(operation, path) ?? unknownParameter(operation, path)
}

function wrongQuery({ parameters }: Operation, path: string): BrokenRequest | undefined {
  const inQuery = parameters.filter(({ in: place, shape }) => place === 'query' && shape === 'scalar')
  const isNumber = ({ scalar }: Parameter) => scalar === 'integer' || scalar === 'number'
  for (const { name, schema } of [...inQuery.filter(isNumber), ...inQuery]) {
    const refused = schema && refusedBy(schema)
    // Other parameters that the operation needs would be a second fault.
    const others = inQuery.some((other) => other.required && other.name !== name)
    if (!refused || others) continue
    return {
      path,
      query: `?${encodeURIComponent(name)}=${refused.value}`,
      fault: { parameter: name, detail: refused.detail },
    }
  }
  return undefined
}

function wrongBody({ body, parameters }: Operation, path: string): BrokenRequest | undefined {
  const media = body?.json
  const [member] = media?.schema?.required ?? []
  const value = media && bodyExample(media)
  if (parameters.some((one) => one.required && one.in === 'query')) return undefined
  if (media === undefined || member === undefined || typeof value !== 'object' || value === null) return undefined
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== member))
  const pointer = `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return { path, query: '', body: rest, fault: { pointer, detail: 'is required' } }
}

const unknown = 'colour'

function unknownParameter({ parameters, body }: Operation, path: string): BrokenRequest {
  const [needed] = parameters.filter((one) => one.in === 'query' && one.required)
  if (needed) return { path, query: '', fault: { parameter: needed.name, detail: 'is required' } }
  const example = body?.json && bodyExample(body.json)
  const fault = { parameter: unknown, detail: 'is unknown here' }
  return { path, query: `?${unknown}=blue`, ...(example !== undefined && { body: example }), fault }
}
