// GetObject and HeadObject: the object or a range of it, with the headers that the signed URL overrides.
import { createReadStream } from 'node:fs'
import type { StoredObject } from './bucket.ts'
import { S3Error } from './error.ts'
import type { Call, Operation } from './operation.ts'
import { notModified } from './preconditions.ts'
import { byteRange } from './range.ts'
import type { S3Request } from './request.ts'

const overridable = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]

export const headObject: Operation = (call) => {
  const { status, headers } = describe(call)
  return { status, headers }
}

export const getObject: Operation = (call) => {
  const { status, headers, start, end } = describe(call)
  if (status === 304 || end < start) return { status, headers }
  const descriptor = call.store.bucket(call.request.bucket).open(call.request.key)
  if (descriptor === undefined) throw new S3Error('NoSuchKey', { Key: call.request.key })
  return { status, headers, body: createReadStream('', { fd: descriptor, start, end }) }
}

function describe({ request, authenticated, store }: Call) {
  const { headers } = authenticated
  const object = store.bucket(request.bucket).find(request.key)
  if (!object) throw new S3Error('NoSuchKey', { Key: request.key })
  const validators = { etag: object.etag, 'last-modified': new Date(object.lastModified).toUTCString() }
  if (notModified(headers, object)) return { status: 304, headers: validators, start: 0, end: -1 }

  // When the object has changed since, a resumed download needs all of it.
  const ifRange = headers.get('if-range')
  const resumable = ifRange === undefined || ifRange === object.etag || ifRange === validators['last-modified']
  const range = resumable ? byteRange(headers.get('range'), object.size) : undefined
  const { start, end } = range ?? { start: 0, end: object.size - 1 }
  return {
    status: range ? 206 : 200,
    start,
    end,
    headers: {
      ...object.headers,
      ...overrides(request),
      ...validators,
      ...(!range && headers.get('x-amz-checksum-mode') === 'ENABLED' && checksumHeaders(object)),
      ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${object.size}` }),
      'accept-ranges': 'bytes',
      'content-length': end - start + 1,
    },
  }
}

const checksumHeaders = ({ checksum }: StoredObject) => ({
  [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
  'x-amz-checksum-type': 'FULL_OBJECT',
})

// The parameters are signed with the rest of the request.
function overrides({ parameters }: S3Request): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of parameters) {
    const header = name.replace(/^response-/, '')
    if (header === name || value === '' || !overridable.includes(header)) continue
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw new S3Error(
        'InvalidArgument',
        { ArgumentName: name, ArgumentValue: value },
        'Header value cannot be represented using ISO-8859-1.',
      )
    headers[header] = value
  }
  return headers
}
