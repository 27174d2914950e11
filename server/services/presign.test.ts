// Presigned URLs: the same URLs as the AWS SDK's own presigner makes.
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPresign } from './presign.ts'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }
const seconds = 900
const at = new Date('2026-11-20T09:30:00.000Z')
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((value) => value.isWellFormed())
const key = fc.array(
  text.filter((part) => !part.includes('/') && !/^\.+$/.test(part)),
  { minLength: 1, maxLength: 4 },
)

const places = [
  { region: 'eu-central-1', credentials, endpoint: undefined },
  { region: 'us-east-1', credentials: { ...credentials, sessionToken: 'a/b+c==' }, endpoint: undefined },
  { region: 'cn-north-1', credentials, endpoint: undefined },
  { region: 'us-east-1', credentials, endpoint: 'http://127.0.0.1:9000' },
]

test.each(places)('URLs are those of the S3 client, signature included: $region $endpoint', async (place) => {
  const presign = createPresign(place)
  const s3 = new S3Client({
    region: place.region,
    credentials: place.credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(place.endpoint !== undefined && { endpoint: place.endpoint }),
  })
  const options = { expiresIn: seconds, signingDate: at }
  let compared = 0
  await fc.assert(
    fc.asyncProperty(key, fc.option(fc.integer({ min: 1, max: 1e8 }), { nil: undefined }), async (parts, length) => {
      const object = { Bucket: 'files', Key: parts.join('/') }
      const once = length !== undefined && { IfNoneMatch: '*' }
      const put = new PutObjectCommand({ ...object, ContentType: 'text/plain', ContentLength: length, ...once })
      const headers = {
        'content-type': 'text/plain',
        ...(length !== undefined && { 'content-length': String(length), 'if-none-match': '*' }),
      }
      const file = { bucket: object.Bucket, key: object.Key, seconds, at }
      expect(await presign({ ...file, method: 'PUT', headers, query: { 'x-id': 'PutObject' } })).toBe(
        await getSignedUrl(s3, put, {
          ...options,
          signableHeaders: new Set(['content-type', 'content-length', 'if-none-match']),
        }),
      )
      const get = new GetObjectCommand({
        ...object,
        ResponseContentDisposition: 'attachment',
        ResponseContentEncoding: 'identity',
      })
      const query = {
        'response-content-disposition': 'attachment',
        'response-content-encoding': 'identity',
        'x-id': 'GetObject',
      }
      expect(await presign({ ...file, method: 'GET', query })).toBe(await getSignedUrl(s3, get, options))
      compared += 2
    }),
    { numRuns: 50 },
  )
  expect(compared).toBe(100)
})
