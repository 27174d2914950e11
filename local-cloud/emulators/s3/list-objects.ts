// ListObjectsV2: the parameters of a page, and the page as XML.
import type { StoredObject } from './bucket.ts'
import { S3Error } from './error.ts'
import { listPage } from './list-page.ts'
import type { Operation } from './operation.ts'
import { parameter, type S3Request } from './request.ts'
import { document, element, leaf } from './xml.ts'

export const listObjects: Operation = ({ request, store }) => {
  const given = (name: string) => parameter(request, name)
  const bucket = store.bucket(request.bucket)
  if (given('list-type') !== '2') throw new S3Error('NotImplemented', {}, 'Only version 2 of ListObjects is there.')
  const { prefix = '', delimiter = '' } = { prefix: given('prefix'), delimiter: given('delimiter') }
  const startAfter = given('start-after')
  const token = given('continuation-token')
  const size = pageSize(request)
  const encode = keyEncoding(request)
  const marker = token === undefined ? (startAfter ?? '') : readToken(token)

  const { keys, commonPrefixes, last } = listPage(bucket, { prefix, delimiter, marker, size })
  const optional = (name: string, value: string | undefined) => (value === undefined ? '' : leaf(name, value))
  const body = document(
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${[
      leaf('Name', request.bucket),
      leaf('Prefix', encode(prefix)),
      optional('StartAfter', startAfter && encode(startAfter)),
      optional('ContinuationToken', token),
      optional('NextContinuationToken', last && writeToken(last)),
      leaf('KeyCount', keys.length + commonPrefixes.length),
      leaf('MaxKeys', size),
      optional('Delimiter', delimiter === '' ? undefined : encode(delimiter)),
      optional('EncodingType', given('encoding-type')),
      leaf('IsTruncated', last !== undefined),
      // Nothing runs between the page and this line, so each of its keys still exists.
      ...keys.flatMap((key) => bucket.find(key) ?? []).map((object) => contents(object, encode)),
      ...commonPrefixes.map((common) => element('CommonPrefixes', leaf('Prefix', encode(common)))),
    ].join('')}</ListBucketResult>`,
  )
  return { status: 200, headers: { 'content-type': 'application/xml' }, body }
}

const contents = ({ key, lastModified, etag, checksum, size }: StoredObject, encode: (key: string) => string) =>
  element(
    'Contents',
    leaf('Key', encode(key)),
    leaf('LastModified', lastModified),
    leaf('ETag', etag),
    leaf('ChecksumAlgorithm', checksum.algorithm.toUpperCase()),
    leaf('ChecksumType', 'FULL_OBJECT'),
    leaf('Size', size),
    leaf('StorageClass', 'STANDARD'),
  )

function pageSize(request: S3Request): number {
  const text = parameter(request, 'max-keys') ?? '1000'
  if (!/^\d+$/.test(text) || Number(text) > 0x7fffffff)
    throw new S3Error(
      'InvalidArgument',
      { ArgumentName: 'max-keys', ArgumentValue: text },
      'Provided max-keys not an integer or within integer range',
    )
  return Math.min(Number(text), 1000)
}

// S3 encodes keys like an HTML form, except for the slash.
function keyEncoding(request: S3Request): (key: string) => string {
  const encoding = parameter(request, 'encoding-type')
  if (encoding === undefined) return (key) => key
  if (encoding !== 'url')
    throw new S3Error('InvalidArgument', { ArgumentName: 'encoding-type', ArgumentValue: encoding })
  return (key) => encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+')
}

const writeToken = (key: string) => Buffer.from(key).toString('base64url')

function readToken(token: string): string {
  const key = Buffer.from(token, 'base64url').toString()
  if (token === '' || writeToken(key) !== token)
    throw new S3Error(
      'InvalidArgument',
      { ArgumentName: 'continuation-token' },
      'The continuation token provided is incorrect',
    )
  return key
}
