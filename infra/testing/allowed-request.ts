// Random requests that the contract's schemas allow, with texts that a firewall dislikes wherever they fit.
import fc, { type Arbitrary } from 'fast-check'
import { fittingValue } from '../../testing/arbitrary-value.ts'
import type { ContractOperation, Schema } from '../../testing/contract-operations.ts'
import { fits } from '../../codegen/model/fits.ts'
import { managedGroups, type ManagedRule, type Place } from '../managed-rules.ts'

/** Each place as the firewall sees it: `raw` with its escapes, `decoded` without them. Undefined: there is none. */
export type AllowedRequest = Record<Place, { raw: string; decoded: string } | undefined>

const disliked = managedGroups
  .flatMap(({ rules }) => rules)
  .flatMap(({ refuses }) => (refuses !== 'absence' && 'text' in refuses ? refuses.examples : []))

function value(schema: Schema): Arbitrary<unknown> {
  const { type, properties = {}, required = [], additionalProperties, items } = schema
  if (type === 'object') {
    const members = Object.entries(properties).map(([name, member]) => [name, value(member)] as const)
    const named = fc.record(Object.fromEntries(members), { requiredKeys: required })
    if (typeof additionalProperties !== 'object') return named
    const others = fc.dictionary(fc.constantFrom(...disliked), value(additionalProperties), { maxKeys: 2 })
    return fc.tuple(others, named).map(([more, own]) => ({ ...more, ...own }))
  }
  if (type === 'array' && items) return fc.array(value(items), { minLength: schema.minItems ?? 0, maxLength: 2 })
  return type === 'string' && !schema.enum ? text(schema) : fittingValue(schema)
}

function text(schema: Schema): Arbitrary<unknown> {
  const { minLength = 0, maxLength = 200 } = schema
  const fitting = (candidates: string[]) => candidates.filter((candidate) => fits(schema, candidate))
  const bad = fitting(disliked.flatMap((text) => [text, `a${text}`, `a/${text}`, text.padEnd(minLength, 'a')]))
  const longest = fitting(['😀', 'a'].map((character) => character.repeat(maxLength)))
  const special = [bad, longest].filter(({ length }) => length > 0).map((candidates) => fc.constantFrom(...candidates))
  return fc.oneof(fittingValue(schema), ...special)
}

const asText = (item: unknown) => (typeof item === 'string' ? item.toWellFormed() : JSON.stringify(item))

const inPlace = ({ parameters }: ContractOperation, place: string) =>
  fc.record(
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, value(schema).map(asText)]),
    ),
    { requiredKeys: parameters.filter((one) => one.in === place && one.required).map(({ name }) => name) },
  )

/** @param userAgent Undefined: the caller sends none. */
export function allowedRequest(operation: ContractOperation, userAgent?: string): Arbitrary<AllowedRequest> {
  const body = operation.body ? value(operation.body.schema) : fc.constant(undefined)
  const parts = ['path', 'query', 'header'].map((place) => inPlace(operation, place))
  return fc.tuple(body, ...parts).map(([sent, path = {}, query = {}, headers = {}]) => ({
    method: same(operation.method),
    host: same('api.example.com'),
    userAgent: userAgent === undefined ? undefined : same(userAgent),
    cookie: undefined,
    headers: same(Object.entries(headers).flat().join('\n')),
    path: escaped(
      operation.path.split('/').map((step) => path[step.slice(1, -1) as keyof typeof path] ?? step),
      '/',
    ),
    query: escaped(
      Object.entries(query).map(([name, text]) => `${name}=${String(text)}`),
      '&',
    ),
    body: operation.body ? same(JSON.stringify(sent)) : undefined,
  }))
}

const same = (plain: string) => ({ raw: plain, decoded: plain })

const escaped = (parts: string[], separator: string) => ({
  raw: parts.map(encodeURIComponent).join(separator),
  decoded: parts.join(separator),
})

/** Whether the rule refuses the request. */
export function isRefused({ place, refuses }: ManagedRule, request: AllowedRequest): boolean {
  const found = request[place]
  if (refuses === 'absence') return found === undefined
  if (!found) return false
  return 'text' in refuses ? refuses.text.test(found.decoded) : Buffer.byteLength(found.raw) > refuses.longerThan
}
