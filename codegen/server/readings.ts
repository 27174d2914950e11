// How the server reads parameters and forms, where that is more than the texts of a query with a few integers.
import { memberFor } from './request-schemas.ts'
import { scalarOf } from '../model/parameters.ts'
import type { Body, MediaType, Operation, Parameter, Scalar, Schema } from '../model.ts'

type MemberReading = { scalar: Scalar; isList?: true; members?: Record<string, MemberReading>; isJson?: true }

/** Undefined when the server reads all of them as texts, and the integers of the query as numbers. */
export function readingsOf({ parameters }: Operation) {
  return parameters.every(isPlain) ? undefined : parameters.map(readingOf)
}

const isPlain = ({ in: place, shape, scalar, choices, written }: Parameter) =>
  place !== 'cookie' &&
  choices.length === 0 &&
  shape === 'scalar' &&
  (scalar === 'string' || (place === 'query' && scalar === 'integer' && written.allowEmptyValue !== true))

const separators: Partial<Record<Parameter['style'], string>> = { spaceDelimited: ' ', pipeDelimited: '|' }

function readingOf(parameter: Parameter) {
  const { in: place, shape, hasJsonItems, scalar, choices, style, explode, schema, written } = parameter
  const separator = separators[style]
  return {
    in: place,
    name: memberFor(parameter),
    shape,
    scalar,
    ...(choices.length > 0 && { choices }),
    ...(separator !== undefined && { separator }),
    ...(explode && shape !== 'scalar' && { explode: true }),
    ...(style === 'deepObject' && { deep: true }),
    ...(shape === 'object' && objectReading(schema)),
    ...(written.allowEmptyValue === true && scalar !== 'string' && { emptyIsAbsent: true }),
    ...(hasJsonItems && { isJson: true }),
  }
}

function objectReading(schema: Schema | undefined) {
  const branches = branchesOf(schema)
  const maps = branches.flatMap(({ additionalProperties }) =>
    typeof additionalProperties === 'object' || additionalProperties === true ? [additionalProperties] : [],
  )
  const [map] = maps
  return {
    members: membersOf(branches),
    ...(map !== undefined && { others: scalarOf(typeof map === 'object' ? map : undefined) }),
  }
}

function branchesOf(schema: Schema | undefined, open: Schema[] = []): Schema[] {
  if (!schema || open.includes(schema)) return []
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
  return [schema, ...parts.flatMap((part) => branchesOf(part, [...open, schema]))]
}

/** Objects in objects are read to this depth. */
const maxDepth = 4

function membersOf(branches: Schema[], depth = 1): Record<string, MemberReading> {
  const all = branches.flatMap(({ properties = {} }) => Object.entries(properties))
  return Object.fromEntries(all.map(([name, member]) => [name, memberReading(member, depth)]))
}

function memberReading(member: Schema, depth: number): MemberReading {
  const branches = branchesOf(member)
  const list = branches.find(({ type }) => type === 'array')
  if (list) {
    const isJson = branchesOf(list.items).some(({ type, properties }) => type === 'object' || properties)
    return { scalar: scalarOf(list.items), isList: true, ...(isJson && { isJson: true }) }
  }
  const isObject = branches.some(({ type, properties }) => type === 'object' || properties)
  if (!isObject || depth === maxDepth) return { scalar: scalarOf(member) }
  return { scalar: 'string', members: membersOf(branches, depth + 1) }
}

/** The media types of a body that is not JSON alone; undefined when it is. */
export function mediaOf({ content, json, required }: Body) {
  const [first, ...others] = content
  if (others.length === 0 && first?.type === 'application/json' && !takesAnyJson(first.schema, required))
    return undefined
  return content.map((media) => ({
    type: media.type,
    kind: media.kind,
    ...(media === json && { isJson: true }),
    ...((media.kind === 'form' || media.kind === 'multipart') && formReading(media)),
  }))
}

/** Whether a JSON body can be something else than an object or a list. */
function takesAnyJson(schema: Schema | undefined, isRequired: boolean): boolean {
  const branches = branchesOf(schema)
  const typed = branches.filter(({ type }) => type !== undefined)
  // Without a need for a body, null is none.
  const takesNull = isRequired && branches.some(({ nullable }) => nullable === true)
  return takesNull || typed.length === 0 || typed.some(({ type }) => type !== 'object' && type !== 'array')
}

/** Objects in a form are texts of JSON, unless `encoding` gives them another style. */
function formReading({ schema, encoding }: MediaType) {
  const { members, others } = objectReading(schema)
  const read = Object.entries(members).map(([name, reading]): [string, MemberReading] => {
    const isDeep = encoding[name]?.style === 'deepObject'
    return [name, reading.members && !isDeep ? { scalar: 'string', isJson: true } : reading]
  })
  const commas = Object.entries(encoding).flatMap(([name, { explode }]) => (explode === false ? [name] : []))
  return { members: Object.fromEntries(read), ...(others && { others }), ...(commas.length > 0 && { commas }) }
}
