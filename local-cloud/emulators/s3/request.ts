// An HTTP request as S3 reads it: path-style bucket and key, decoded parameters, headers.
import type { IncomingMessage } from 'node:http'
import { S3Error } from './error.ts'

export type Headers = ReadonlyMap<string, string>

export type S3Request = {
  method: string
  /** Decoded; begins with a slash. */
  path: string
  bucket: string
  /** Empty when the request is about the bucket itself. */
  key: string
  /** Decoded, in the order of the URL. */
  parameters: readonly (readonly [name: string, value: string])[]
  /** Names in lower case. Repeated headers are joined by a comma, as they are signed. */
  headers: Headers
}

export function readRequest(incoming: IncomingMessage): S3Request {
  const [rawPath = '', ...rawQuery] = (incoming.url ?? '').split('?')
  const path = decode(rawPath)
  const slash = path.indexOf('/', 1)
  if (!path.startsWith('/')) throw new S3Error('InvalidURI', { URI: rawPath })
  return {
    method: incoming.method ?? '',
    path,
    bucket: slash < 0 ? path.slice(1) : path.slice(1, slash),
    key: slash < 0 ? '' : path.slice(slash + 1),
    parameters: readParameters(rawQuery.join('?')),
    headers: new Map(
      Object.entries(incoming.headersDistinct).map(([name, values = []]) => [name, values.join(',')] as const),
    ),
  }
}

export const parameter = (request: S3Request, name: string) =>
  request.parameters.find(([candidate]) => candidate === name)?.[1]

/** Presigners move x-amz headers into parameters of the URL. S3 obeys both. */
export function hoistedHeaders({ parameters, headers }: S3Request): Headers {
  const hoisted = parameters.map(([name, value]) => [name.toLowerCase(), value] as const)
  return new Map([...hoisted.filter(([name]) => name.startsWith('x-amz-')), ...headers])
}

function readParameters(query: string): [string, string][] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [decode(name), decode(value.join('='))]
    })
}

// S3 reads a plus as a space, in the path as well as in the query.
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    throw new S3Error('InvalidURI', { URI: text })
  }
}
