// PutObject: the body is written to disk as it arrives. It becomes the object when all its digests are right.
import { S3Error } from './error.ts'
import { openIntegrity } from './integrity.ts'
import { objectCreated } from './object-created.ts'
import type { Operation } from './operation.ts'
import { openPayload } from './payload.ts'
import { writePrecondition } from './preconditions.ts'
import type { Headers } from './request.ts'
import { validateHeaderName, validateHeaderValue } from '../../node-http.ts'

const kept = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires']
const notImplemented = /^x-amz-(copy-source|object-lock|tagging|website-redirect|write-offset|.*-customer-|grant-)/
const largestMetadata = 2048

export const putObject: Operation = async ({
  request: { bucket: name, key },
  authenticated,
  store,
  now,
  publish,
  body,
}) => {
  const { headers } = authenticated
  const bucket = store.bucket(name)
  const unknown = [...headers.keys()].find((header) => notImplemented.test(header))
  if (unknown !== undefined) throw new S3Error('NotImplemented', { Header: unknown })
  const precondition = writePrecondition(headers)
  const payload = openPayload(body, authenticated)
  const integrity = openIntegrity(headers, payload.trailers)
  const stored = storedHeaders(headers)
  // The first check spares a useless upload. The check that counts comes at commit.
  precondition(bucket.find(key))

  const upload = await bucket.receive()
  try {
    for await (const bytes of payload.bytes) {
      integrity.update(bytes)
      await upload.write(bytes)
    }
    const { etag, checksum } = await integrity.verify()
    const lastModified = new Date(Math.floor(now().valueOf() / 1000) * 1000).toISOString()
    await upload.commit({ key, size: payload.length, etag, lastModified, checksum, headers: stored }, precondition)
    publish(objectCreated({ bucket: name, key, size: payload.length, etag }))
    return {
      status: 200,
      headers: {
        etag,
        [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
        'x-amz-checksum-type': 'FULL_OBJECT',
      },
    }
  } catch (error) {
    await upload.discard()
    throw error
  }
}

function storedHeaders(headers: Headers): Record<string, string> {
  const stored: Record<string, string> = { 'content-type': 'binary/octet-stream' }
  let metadata = 0
  for (const [name, given] of headers) {
    const isMetadata = name.startsWith('x-amz-meta-')
    if (!isMetadata && !kept.includes(name)) continue
    const value = name === 'content-encoding' ? withoutAwsChunked(given) : given
    if (isMetadata) metadata += name.length - 'x-amz-meta-'.length + value.length
    if (value === '' && !isMetadata) continue
    checkHeader(name, value)
    stored[name] = value
  }
  if (metadata > largestMetadata)
    throw new S3Error('MetadataTooLarge', { Size: metadata, MaxSizeAllowed: largestMetadata })
  return stored
}

const withoutAwsChunked = (encodings: string) =>
  encodings
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== 'aws-chunked')
    .join(',')

// A header from the URL may hold characters that no header can have. Storing it would make every later GET fail.
function checkHeader(name: string, value: string) {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch {
    throw new S3Error('InvalidArgument', { ArgumentName: name, ArgumentValue: value }, 'Header cannot be represented.')
  }
}
