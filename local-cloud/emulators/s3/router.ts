// Finds the operation of a request, and refuses requests that the emulator does not implement.
import { createBucket, headBucket } from './buckets.ts'
import { deleteObject } from './delete-object.ts'
import { S3Error } from './error.ts'
import { getObject, headObject } from './get-object.ts'
import { listObjects } from './list-objects.ts'
import type { Operation } from './operation.ts'
import { putObject } from './put-object.ts'
import type { S3Request } from './request.ts'

const objectOperations = new Map<string, Operation>([
  ['GET', getObject],
  ['HEAD', headObject],
  ['PUT', putObject],
  ['DELETE', deleteObject],
])
const bucketOperations = new Map<string, Operation>([
  ['GET', listObjects],
  ['HEAD', headBucket],
  ['PUT', createBucket],
])

// Parameters that ask S3 for another operation. Ignoring them would silently do the wrong thing.
const subresources = new Set(
  (
    'accelerate acl analytics append attributes cors delete encryption intelligent-tiering inventory legal-hold ' +
    'lifecycle location logging metadataTable metrics notification object-lock ownershipControls partNumber policy ' +
    'policyStatus publicAccessBlock renameObject replication requestPayment restore retention select session tagging ' +
    'torrent uploadId uploads versionId versioning versions website'
  ).split(' '),
)
const longestKey = 1024

/** Runs before authentication: the list of methods is no secret. */
export function checkMethod({ method, key }: S3Request) {
  const methods = [...(key === '' ? bucketOperations : objectOperations).keys()]
  if (!methods.includes(method))
    throw new S3Error('MethodNotAllowed', { Method: method }, undefined, { allow: methods.join(', ') })
}

export function operationOf({ method, bucket, key, parameters }: S3Request): Operation {
  const operation = (key === '' ? bucketOperations : objectOperations).get(method)
  const subresource = parameters.find(([name]) => subresources.has(name))?.[0]
  if (!operation || subresource !== undefined || bucket === '')
    throw new S3Error('NotImplemented', {}, 'This S3 emulator does not implement the operation')
  const size = Buffer.byteLength(key)
  if (size > longestKey) throw new S3Error('KeyTooLongError', { Size: size, MaxSizeAllowed: longestKey })
  return operation
}
