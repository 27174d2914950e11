// Sample data: JSON objects in S3, each held against the answer that the contract promises.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { document } from '../contract.ts'
import { Problem } from '../problem.ts'

const requestHandler = { connectionTimeout: 1000, requestTimeout: 5000 }

export function createSampleData(bucket: string) {
  const s3 = new S3Client({ requestHandler })
  const ajv = addFormats.default(new Ajv({ strict: false }))
  ajv.addSchema(document, 'contract')

  const fetch = async (object: string): Promise<string> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: object }))
    return (await Body?.transformToString()) ?? ''
  }

  /** The object's value, which fits the schema at this JSON Pointer into the contract; or 502. */
  const read = async (object: string, schemaPointer: string): Promise<unknown> => {
    const unusable = (why: string, cause?: unknown) =>
      new Problem('bad-gateway', `The sample object ${object} ${why}.`, { cause })
    const text = await fetch(object).catch((error: unknown) => {
      throw unusable((error as Error).name === 'NoSuchKey' ? 'is missing' : 'cannot be read', error)
    })
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      throw unusable('is not JSON', error)
    }
    const validate = ajv.getSchema(`contract#${schemaPointer}`)
    if (!validate?.(value)) throw unusable('does not fit the contract', new Error(ajv.errorsText(validate?.errors)))
    return value
  }

  return { read }
}
