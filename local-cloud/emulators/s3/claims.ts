// The claims of a request about its signature, from the Authorization header or a presigned URL; not yet verified.
import { S3Error } from './error.ts'
import { hoistedHeaders, parameter, type S3Request } from './request.ts'
import { algorithm } from './signature.ts'

export type Claims = {
  presigned: boolean
  accessKeyId: string
  /** date/region/service/aws4_request */
  scope: string
  signedHeaders: readonly string[]
  signature: string
  timestamp: string
  signedAt: Date
  /** Seconds. Only a presigned URL has them. */
  expires?: number
  payloadHash: string
}

const queryParameters = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
] as const

export function readClaims(request: S3Request): Claims {
  const authorization = request.headers.get('authorization')
  const presigned = queryParameters.some((name) => parameter(request, name) !== undefined)
  if (authorization !== undefined && presigned)
    throw new S3Error('InvalidArgument', {}, 'Only one auth mechanism allowed')
  if (authorization !== undefined) return headerClaims(request, authorization)
  if (presigned) return queryClaims(request)
  throw new S3Error('AccessDenied')
}

function headerClaims({ headers }: S3Request, authorization: string): Claims {
  if (!authorization.startsWith(`${algorithm} `))
    throw new S3Error(
      'InvalidRequest',
      {},
      `The authorization mechanism you have provided is not supported. Please use ${algorithm}.`,
    )
  const parts = /^\S+ +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([^,\s]+)$/.exec(authorization)
  const [, credential = '', signedHeaders = '', signature = ''] = parts ?? []
  if (!parts) throw new S3Error('AuthorizationHeaderMalformed')
  const timestamp = headers.get('x-amz-date')
  const signedAt = instant(timestamp ?? '')
  if (timestamp === undefined || !signedAt)
    throw new S3Error('AccessDenied', {}, 'AWS authentication requires a valid Date or x-amz-date header')
  const payloadHash = headers.get('x-amz-content-sha256')
  if (payloadHash === undefined)
    throw new S3Error('InvalidRequest', {}, 'Missing required header for this request: x-amz-content-sha256')
  const malformed = new S3Error('AuthorizationHeaderMalformed')
  return {
    presigned: false,
    ...readCredential(credential, malformed),
    signedHeaders: signedHeaders.split(';'),
    signature,
    timestamp,
    signedAt,
    payloadHash,
  }
}

function queryClaims(request: S3Request): Claims {
  const refuse = (message: string) => new S3Error('AuthorizationQueryParametersError', {}, message)
  const [given, credential, timestamp, expires, signedHeaders, signature] = queryParameters.map((name) => {
    const value = parameter(request, name)
    if (value === undefined)
      throw refuse(`Query-string authentication version 4 requires the ${queryParameters.join(', ')} parameters.`)
    return value
  }) as [string, string, string, string, string, string] // Safe cast: map keeps the length of the six names.
  if (given !== algorithm) throw refuse(`X-Amz-Algorithm only supports "${algorithm}"`)
  const signedAt = instant(timestamp)
  if (!signedAt) throw refuse("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
  if (!/^-?\d+$/.test(expires)) throw refuse('X-Amz-Expires should be a number')
  if (Number(expires) < 1) throw refuse('X-Amz-Expires must be positive')
  if (Number(expires) > 604_800)
    throw refuse('X-Amz-Expires must be less than a week (in seconds); that is, at most 604800 seconds')
  return {
    presigned: true,
    ...readCredential(credential, refuse('Error parsing the X-Amz-Credential parameter; the Credential is mal-formed')),
    signedHeaders: signedHeaders.split(';'),
    signature,
    timestamp,
    signedAt,
    expires: Number(expires),
    payloadHash: hoistedHeaders(request).get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
  }
}

function readCredential(credential: string, malformed: S3Error) {
  const [, accessKeyId, scope] = /^([^/]+)\/(\d{8}\/[^/]+\/[^/]+\/[^/]+)$/.exec(credential) ?? []
  if (accessKeyId === undefined || scope === undefined) throw malformed
  return { accessKeyId, scope }
}

function instant(timestamp: string): Date | undefined {
  const iso = timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const date = new Date(iso)
  return iso === timestamp || Number.isNaN(date.valueOf()) ? undefined : date
}
