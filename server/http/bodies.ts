// Bodies of any media type: which of a route's types a request has, and its value. It depends on no contract.
import { readJson } from './json.ts'
import { readMultipart } from './multipart.ts'
import { readObject, type MemberReading, type ReadFault, type Scalar } from './texts.ts'

/** How a body of a media type is read. */
export type MediaReading = {
  type: string
  kind: 'json' | 'form' | 'multipart' | 'text' | 'binary'
  isJson?: true
  members?: Record<string, MemberReading>
  others?: Scalar
  commas?: string[]
}

type Sent = { headers: Record<string, string>; body: Uint8Array }

/** `mediaType`: the type as the contract names it, unless it is the JSON one. */
export type ReadBody = { value: unknown; mediaType: string | undefined }

/** Why a body is not read: its type is none of the route's, it is too large, or a part of it is wrong. */
export type BodyRefusal =
  | { status: 415; detail: string }
  | { status: 413; detail: string }
  | { status: 400; faults: ({ pointer: string; detail: string } | ReadFault)[] }

/** Files are larger than what people write. API Gateway hands on at most 10 MB, a Lambda takes 6 MB in base64. */
export const maxBytes = { text: 262_144, binary: 4_194_304 }

export function readMedia(
  { headers, body }: Sent,
  media: readonly MediaReading[],
): ReadBody | { refusal: BodyRefusal } {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers
  const [essence = '', ...parameters] = type.split(';').map((part) => part.trim().toLowerCase())
  const found = matching(essence, media)
  const types = media.map((one) => one.type).join(', ')
  if (!found) return { refusal: { status: 415, detail: `The body must be sent as ${types}.` } }
  if (encoding.toLowerCase() !== 'identity')
    return { refusal: { status: 415, detail: 'The body must be sent without a content encoding.' } }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  const isText = found.kind === 'json' || found.kind === 'text' || found.kind === 'form'
  if (isText && charset !== undefined && !/^charset="?utf-8"?$/.test(charset))
    return { refusal: { status: 415, detail: 'The body must be sent in UTF-8.' } }
  const limit = isText ? maxBytes.text : maxBytes.binary
  if (body.length > limit)
    return { refusal: { status: 413, detail: `The body has ${body.length} bytes; at most ${limit} are accepted.` } }
  const mediaType = found.isJson ? undefined : found.type
  const read = valueOf(found, body, type)
  return 'faults' in read ? { refusal: { status: 400, faults: read.faults } } : { value: read.value, mediaType }
}

/** Whether nothing is a body of this type: an empty text, an empty file or an empty form. */
export function canBeEmpty(type: string | undefined, media: readonly MediaReading[]): boolean {
  const found = type === undefined ? undefined : matching(type.split(';')[0]?.trim().toLowerCase() ?? '', media)
  return found !== undefined && found.kind !== 'json' && found.kind !== 'multipart'
}

/** An exact type goes before a range of types. */
function matching(essence: string, media: readonly MediaReading[]): MediaReading | undefined {
  const named = (type: string) => media.find((one) => one.type.split(';')[0]?.trim().toLowerCase() === type)
  // Bytes without a type are application/octet-stream (RFC 9110, 8.3).
  if (essence === '') return named('*/*')
  const [, kind = '', suffix = ''] = /^([^/]+)\/(?:.*\+)?([^+]+)$/.exec(essence) ?? []
  return named(essence) ?? named(`${kind}/*+${suffix}`) ?? named(`${kind}/*`) ?? named('*/*')
}

type Read = { value: unknown } | { faults: ({ pointer: string; detail: string } | ReadFault)[] }

function valueOf(media: MediaReading, body: Uint8Array, type: string): Read {
  if (media.kind === 'binary') return { value: body }
  if (media.kind === 'multipart') return formOf(readMultipart(body, type), media)
  const text = textOf(body)
  if (text === undefined) return { faults: [{ pointer: '', detail: 'must be in UTF-8' }] }
  if (media.kind === 'text') return { value: text }
  if (media.kind === 'form') return formOf([...new URLSearchParams(text)], media)
  const json = readJson(text)
  return 'refusal' in json ? { faults: [json.refusal] } : json
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function textOf(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body)
  } catch {
    return undefined
  }
}

/** The members of a form: texts are read by their types, files stay what they are. */
function formOf(
  parts: [name: string, value: unknown][] | undefined,
  { members = {}, others = 'string', commas = [] }: MediaReading,
): Read {
  if (!parts) return { faults: [{ pointer: '', detail: 'must be a form (multipart/form-data) with its boundary' }] }
  const texts = new Map<string, string[]>()
  const files: Record<string, unknown> = {}
  for (const [name, value] of parts) {
    const isList = Object.hasOwn(members, name) && members[name]?.isList
    if (typeof value !== 'string')
      files[name] = isList ? [...((files[name] as unknown[] | undefined) ?? []), value] : value
    else {
      // A member can have brackets in its name, or be `name[member]`.
      const path = Object.hasOwn(members, name) ? name : name.replace('[', '][').replace(/\]$/, '')
      texts.set(path, [...(texts.get(path) ?? []), ...(commas.includes(name) ? value.split(',') : [value])])
    }
  }
  const faults: ReadFault[] = []
  const value = readObject(texts, { parameter: '', members, others }, faults)
  if (faults.length === 0) return { value: { ...value, ...files } }
  return { faults: faults.map(({ parameter, detail }) => ({ pointer: parameter, detail })) }
}
