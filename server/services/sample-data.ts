// Sample data: JSON objects in S3, each validated against the answer that the contract promises.
import type { ValidateFunction } from 'ajv'
import type { AwsSettings } from '../aws/settings.ts'
import { bounded, requestHandlers, type Within } from '../deadlines.ts'
import { Problem } from '../http/problem.ts'
import { lazily } from './lazily.ts'

/** @param aws Read at the first use. */
export function createSampleData(bucket: string, within: Within, aws: () => AwsSettings) {
  const client = lazily(async () => {
    const { GetObjectCommand, S3Client } = await import('./s3-client.ts')
    return { s3: bounded(new S3Client({ ...aws(), requestHandler: requestHandlers.S3() }), within), GetObjectCommand }
  })

  const fetch = async (object: string): Promise<string> => {
    const { s3, GetObjectCommand } = await client()
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: object }))
    return (await Body?.transformToString()) ?? ''
  }

  /** Returns the object's value if `fits` accepts it. Throws 502 otherwise. */
  const read = async (object: string, fits: ValidateFunction): Promise<unknown> => {
    const unusable = (why: string, cause?: unknown) =>
      new Problem('bad-gateway', `The sample object ${object} ${why}.`, { cause })
    const text = await within(() => fetch(object)).catch((error: unknown) => {
      if (error instanceof Problem) {
        const { slug, message, headers, cause, isElsewhere } = error
        throw new Problem(slug, `The sample object ${object} cannot be read now. ${message}`, {
          headers,
          cause,
          isElsewhere,
        })
      }
      throw unusable((error as Error).name === 'NoSuchKey' ? 'is missing' : 'cannot be read', error)
    })
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      throw unusable('is not JSON', error)
    }
    if (fits(value)) return value
    const [first] = fits.errors ?? []
    throw unusable('does not fit the contract', new Error(`${first?.instancePath ?? ''} ${first?.message ?? ''}`))
  }

  return { read }
}
