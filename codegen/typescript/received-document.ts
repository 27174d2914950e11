// The document as operations receive requests: members with a default are there, and files are objects.
import { followIn } from '../model/references.ts'
import { mapParts, mapSchemas, namesBelow, namesReaching, type Follow, type Written } from '../model/normal/schema.ts'
import type { Contract, MediaType, Model, Operation } from '../model.ts'
import { defaultOf, hasDefaults } from '../server/defaults.ts'
import { typed, typedDocument } from './typed-document.ts'

/** The keyword of a schema whose type is one of the server's own. */
export const received = 'x-received'
export type ReceivedType = 'file' | 'bytes' | 'text'

/** Undefined when operations receive what callers send. */
export function receivedDocument(model: Model): Contract | undefined {
  const follow = followIn(model.normal)
  const schemas = (model.normal.components?.schemas ?? {}) as Record<string, Written>
  const reaching = namesReaching(schemas, (schema) => hasDefaults(schema, follow))
  const reaches = (schema: Written | undefined) =>
    schema !== undefined &&
    (anyBelow(schema, (part) => hasDefaults(part, follow)) || namesBelow(schema).some((name) => reaching.has(name)))
  const differing = model.operations.filter((operation) => differs(operation, follow, reaches))
  if (differing.length === 0) return undefined
  const document = mapSchemas(typedDocument(model), (schema) => withDefaults(schema, follow))
  document.paths = Object.fromEntries(
    [...Map.groupBy(differing, ({ path }) => path)].map(([path, operations]) => [
      path,
      requestsOf(document, path, operations),
    ]),
  )
  const kept = namesIn(document.paths, schemas)
  const components = Object.entries(document.components?.schemas ?? {}).filter(([name]) => kept.has(name))
  return { ...document, components: { schemas: Object.fromEntries(components) } }
}

const anyBelow = (schema: Written, test: (part: Written) => boolean): boolean => {
  let found = test(schema)
  mapParts(schema, (part) => {
    found ||= anyBelow(part, test)
    return part
  })
  return found
}

/** Safe cast: the document writes its schemas in this form. */
const writtenIn = (media: { written?: unknown; schema?: unknown }) =>
  (media.written ?? media.schema) as Written | undefined

function differs({ parameters, body }: Operation, follow: Follow, reaches: (schema: Written | undefined) => boolean) {
  const ofParameters = parameters.some(({ required, written }) => {
    const schema = writtenIn(written)
    return reaches(schema) || (!required && schema !== undefined && defaultOf(schema, follow) !== undefined)
  })
  const isOther = ({ kind }: MediaType) => kind !== 'json' && kind !== 'form'
  return ofParameters || (body?.content.some((media) => isOther(media) || reaches(writtenIn(media))) ?? false)
}

function withDefaults(schema: Written, follow: Follow): Written {
  const mapped = mapParts(schema, (part) => withDefaults(part, follow))
  const given = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    defaultOf(member, follow) === undefined ? [] : [name],
  )
  return given.length === 0 ? mapped : { ...mapped, required: [...new Set([...(mapped.required ?? []), ...given])] }
}

/** The operations of a path, without their answers. */
function requestsOf(document: Contract, path: string, operations: Operation[]) {
  const item = document.paths[path] ?? {}
  const follow = followIn(document)
  const requests = operations.map(({ method, parameters, body, operationId }) => {
    const own = parameters.map(({ written, required }) => {
      const schema = writtenIn(written)
      const isGiven = required || (schema !== undefined && defaultOf(schema, follow) !== undefined)
      return {
        ...written,
        ...(schema && written.schema && { schema: withDefaults(typed(schema), follow) }),
        required: isGiven,
      }
    })
    const content = body?.content.map(({ type, kind }) => {
      const media = mediaIn(item[method]?.requestBody, type, document)
      return [type, { schema: receivedSchema(kind, media ?? {}, follow) }]
    })
    const requestBody = body && content && { required: body.required, content: Object.fromEntries(content) as object }
    return [method, { operationId, parameters: own, ...(requestBody && { requestBody }), responses: {} }]
  })
  return Object.fromEntries(requests) as Contract['paths'][string]
}

function receivedSchema(kind: MediaType['kind'], schema: Written, follow: Follow): Written {
  if (kind === 'text') return { type: 'string', [received]: 'text' }
  if (kind === 'binary') return { type: 'string', [received]: 'bytes' }
  return kind === 'multipart' ? withFiles(schema, follow) : schema
}

function mediaIn(body: unknown, type: string, document: Contract): Written | undefined {
  const { $ref: reference } = (body ?? {}) as Written
  const object = (reference === undefined ? body : followIn(document)(reference)) as
    { content?: Record<string, { schema?: Written }> } | undefined
  return object?.content?.[type]?.schema
}

function withFiles(schema: Written, follow: Follow, open: readonly string[] = []): Written {
  const { $ref: reference } = schema
  if (reference !== undefined)
    return open.includes(reference) ? schema : withFiles(follow(reference), follow, [...open, reference])
  if (schema.type === 'string' && schema.format === 'binary') return { type: 'object', [received]: 'file' }
  return mapParts(schema, (part) => withFiles(part, follow, open))
}

/** The names of the schemas that these paths need. */
function namesIn(paths: object, schemas: Record<string, Written>): Set<string> {
  const names = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const { $ref: reference } = value as Written
    if (typeof reference === 'string')
      for (const name of namesBelow({ $ref: reference })) {
        if (names.has(name)) continue
        names.add(name)
        visit(schemas[name])
      }
    for (const part of Object.values(value)) visit(part)
  }
  visit(paths)
  return names
}
