// What to write in the place of what Redocly's rule `struct` finds: often a member of another version of OpenAPI.
import { in30, in31, inSwagger, places, schemaMembers, types } from './structure-words.ts'

/** The place of a finding: the value there, its key, what is written like it, and the document's version. */
export type Place = {
  value: unknown
  key: string
  pointer: string
  likely: string | undefined
  openapi: string
  /** The file is a part of the document, so its root can be anything. */
  isPart: boolean
}

/** What to write instead. Empty where the finding itself says it. */
export function structureAdvice(message: string, place: Place): string {
  const { value, key, openapi } = place
  const [, expected = ''] = /^Expected type `(\w+)`/.exec(message) ?? []
  if (message.startsWith('Property')) return unexpectedAdvice(place)
  if (key === 'required' && expected === 'array' && typeof value === 'boolean')
    return 'The `required` of a schema is a list. Write the name of the member in the `required` of the object around it.'
  if (key === 'in' && (value === 'body' || value === 'formData'))
    return 'It is Swagger 2. In OpenAPI 3 write `requestBody`.'
  const ofVersion = /^(?:type|exclusiveM(?:in|ax)imum)$/.test(key) && mayBeSchema(place) && ofVersions(openapi).get(key)
  if (key === 'type' && typeof value === 'string' && !expected && mayBeSchema(place)) return typeAdvice(value, place)
  if (ofVersion) return ofVersion
  if (isScalar(expected)) return scalarAdvice(expected, value)
  if (message.includes('must be present')) return 'Add it.'
  if (message.includes('at least one of')) return 'Add one of them.'
  const [, kind = expected] = /^Expected type `\w+` \((\w+)\)/.exec(message) ?? []
  if (kind === 'array' || kind === 'object') return kind === 'array' ? 'Write a list.' : 'Write a map of members.'
  return message.includes('following only') ? oneOfThese(place) : ''
}

const ofVersions = (openapi: string) => (openapi.startsWith('3.0') ? in30 : in31)

function unexpectedAdvice(place: Place): string {
  const { key, pointer, likely, openapi } = place
  const [, kind] = /\/(parameter|header)s\/[^/]+\/[^/]+$/.exec(pointer) ?? []
  if (kind !== undefined && !isInSchema(pointer) && schemaMembers.has(key))
    return `Write it in the ${kind}'s \`schema\`.`
  if (/^#\/paths\/[^/]+$/.test(pointer)) return 'A path begins with `/`.'
  const other = likely === undefined ? '' : ` Do you mean \`${likely}\`?`
  const known = isAtItsPlace(place) ? (ofVersions(openapi).get(key) ?? inSwagger.get(key)) : undefined
  return known ?? `Correct its name, leave it out, or begin its name with \`x-\`.${other}`
}

function isAtItsPlace(place: Place): boolean {
  const own = places.get(place.key)
  if (!own) return mayBeSchema(place)
  // The root of a part is not that of the document.
  if (place.isPart && /^#\/[^/]+$/.test(place.pointer)) return false
  return own.test(place.pointer) && !isInSchema(place.pointer)
}

const mayBeSchema = ({ pointer, isPart }: Place) => isPart || isInSchema(pointer)

const isInSchema = (pointer: string) => /^#\/components\/schemas\/[^/]+\/|\/schema\/./.test(pointer)

const oneOfThese = ({ likely }: Place) =>
  likely === undefined ? 'Write one of these.' : `Do you mean ${JSON.stringify(likely)}?`

const isScalar = (type: string) => ['string', 'integer', 'number', 'boolean'].includes(type)

function typeAdvice(written: string, place: Place): string {
  const meant = types.get(written.toLowerCase())
  if (meant === undefined) return oneOfThese(place)
  return meant.startsWith('Leave') ? meant : `Write ${meant}.`
}

function scalarAdvice(expected: string, value: unknown): string {
  if (value === null)
    return `Write ${expected === 'string' ? 'a text' : `a value of type ${expected}`}, or leave it out.`
  if (expected === 'string')
    return typeof value === 'object' ? 'Write a text.' : `Write it in quotes: "${JSON.stringify(value)}".`
  return typeof value === 'string' ? 'Write it without quotes.' : `Write a value of type ${expected}.`
}
