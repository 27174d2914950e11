// The schemas that requests are validated with, in the form of openapi-backend: `{path, query, header, cookie}`, and the body.
import type { Follow, Written } from '../model/normal/schema.ts'
import type { MediaType, Operation } from '../model.ts'
import { formSchema } from './form-schema.ts'

const places = ['path', 'query', 'header', 'cookie'] as const
/** A request may have other headers and cookies, and no other parameters in path and query. */
const isOpen = { path: false, query: false, header: true, cookie: true }

/** The member that a request has for a parameter: names of headers are in lower case. */
export const memberFor = ({ in: place, name }: { in: string; name: string }) =>
  place === 'header' ? name.toLowerCase() : name

/** @param keys The names of API keys that the query may have. */
export function parametersSchema({ parameters }: Operation, keys: readonly string[] = []): Written {
  const given = new Set<string>()
  const groups = places.map((place): [string, Written] => {
    const own = parameters.filter((parameter) => parameter.in === place)
    const required = own.filter((parameter) => parameter.required).map(memberFor)
    if (required.length > 0) given.add(place)
    const ofKeys = place === 'query' ? keys.map((key): [string, Written] => [key, { type: 'string' }]) : []
    const named = own.map((parameter): [string, Written] => [memberFor(parameter), schemaOf(parameter.written)])
    const properties = Object.fromEntries([...ofKeys, ...named])
    const group = { type: 'object', properties, additionalProperties: isOpen[place], required }
    return [place, place === 'query' ? group : inOrder(group)]
  })
  const order = parameters
    .filter(({ in: place, required }) => required && given.has(place))
    .map(({ in: place }) => place)
  return {
    type: 'object',
    additionalProperties: true,
    properties: Object.fromEntries(groups),
    required: [...new Set(order)],
  }
}

/** openapi-backend writes the keywords in these orders, and errors come in the order of the keywords. */
const inOrder = ({ type, additionalProperties, properties, required }: Written): Written => ({
  type: type ?? 'object',
  additionalProperties: additionalProperties ?? true,
  properties: properties ?? {},
  required: required ?? [],
})

function schemaOf({ schema, content }: Operation['parameters'][number]['written']): Written {
  const [media] = Object.values(content ?? {})
  // Safe cast: the document writes its schemas in this form.
  return (schema ?? media?.schema ?? {}) as Written
}

/** Undefined for a body that is carried as it is. */
export function bodySchema(media: MediaType, isRequired: boolean, follow: Follow): Written | undefined {
  const { kind, written, schema } = media
  if (!written || kind === 'binary' || (kind === 'text' && schema?.type !== 'string')) return undefined
  return {
    type: 'object',
    additionalProperties: true,
    // Safe cast: the document writes its schemas in this form.
    properties: { requestBody: kind === 'multipart' ? formSchema(written as Written, follow) : (written as Written) },
    required: isRequired ? ['requestBody'] : [],
  }
}
