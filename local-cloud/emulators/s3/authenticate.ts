// Decides whether the holder of the credentials has signed exactly this request, and whether the time is right.
import type { Claims } from './claims.ts'
import { readClaims } from './claims.ts'
import { S3Error } from './error.ts'
import { hoistedHeaders, parameter, type Headers, type S3Request } from './request.ts'
import { canonicalRequest, sameSignature, sign, signingKey, stringToSign, type SigningContext } from './signature.ts'

export type Authority = {
  credentials: { accessKeyId: string; secretAccessKey: string }
  region: string
  now: () => Date
}

/** `headers` are those that the operation obeys. The parameters of a presigned URL count as headers. */
export type Authenticated = { payloadHash: string; signing: SigningContext; headers: Headers }

const maximumSkew = 15 * 60 * 1000

export function authenticate(request: S3Request, { credentials, region, now }: Authority): Authenticated {
  const claims = readClaims(request)
  checkToken(request)
  checkScope(claims, region)
  checkTime(claims, now())
  if (claims.accessKeyId !== credentials.accessKeyId)
    throw new S3Error('InvalidAccessKeyId', { AWSAccessKeyId: claims.accessKeyId })
  checkSignedHeaders(request, claims)

  const { timestamp, scope, signature, signedHeaders, payloadHash } = claims
  const canonical = canonicalRequest(request, signedHeaders, payloadHash)
  const text = stringToSign(timestamp, scope, canonical)
  const key = signingKey(credentials.secretAccessKey, timestamp.slice(0, 8), region)
  const missing = signedHeaders.some((name) => !request.headers.has(name))
  if (missing || !sameSignature(sign(key, text), signature))
    throw new S3Error('SignatureDoesNotMatch', {
      AWSAccessKeyId: claims.accessKeyId,
      StringToSign: text,
      SignatureProvided: signature,
      CanonicalRequest: canonical,
    })
  return {
    payloadHash,
    signing: { timestamp, scope, key, signature },
    headers: claims.presigned ? hoistedHeaders(request) : request.headers,
  }
}

// The emulator's credentials are long-term keys. S3 refuses a session token together with such a key.
function checkToken(request: S3Request) {
  const token = request.headers.get('x-amz-security-token') ?? parameter(request, 'X-Amz-Security-Token')
  if (token !== undefined) throw new S3Error('InvalidToken')
}

function checkScope({ presigned, scope, timestamp }: Claims, region: string) {
  const [date, scopeRegion, service, terminator] = scope.split('/')
  const code = presigned ? 'AuthorizationQueryParametersError' : 'AuthorizationHeaderMalformed'
  const wrong = (what: string) => new S3Error(code, { Region: region }, `The credential scope is wrong: ${what}`)
  if (scopeRegion !== region) throw wrong(`the region '${scopeRegion ?? ''}' is wrong; expecting '${region}'`)
  if (service !== 's3') throw wrong(`incorrect service "${service ?? ''}". This endpoint belongs to "s3".`)
  if (terminator !== 'aws4_request') throw wrong('it should end with "aws4_request".')
  if (date !== timestamp.slice(0, 8)) throw wrong('its date is not the date of X-Amz-Date.')
}

function checkTime({ signedAt, expires }: Claims, now: Date) {
  const serverTime = now.toISOString()
  const age = now.valueOf() - signedAt.valueOf()
  if (expires === undefined) {
    if (Math.abs(age) > maximumSkew)
      throw new S3Error('RequestTimeTooSkewed', {
        RequestTime: signedAt.toISOString(),
        ServerTime: serverTime,
        MaxAllowedSkewMilliseconds: maximumSkew,
      })
    return
  }
  if (age < -maximumSkew) throw new S3Error('AccessDenied', { ServerTime: serverTime }, 'Request is not valid yet')
  if (age > expires * 1000)
    throw new S3Error(
      'AccessDenied',
      {
        'X-Amz-Expires': expires,
        Expires: new Date(signedAt.valueOf() + expires * 1000).toISOString(),
        ServerTime: serverTime,
      },
      'Request has expired',
    )
}

// Without this check, the user of a presigned URL could add metadata or a copy source that nobody signed. The hash of
// the payload need not be in the list, because it is always a part of the signed text.
function checkSignedHeaders({ headers }: S3Request, { signedHeaders }: Claims) {
  const mustBeSigned = [...headers.keys()].filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256',
  )
  const unsigned = ['host', ...mustBeSigned].filter((name) => !signedHeaders.includes(name))
  if (unsigned.length > 0)
    throw new S3Error(
      'AccessDenied',
      { HeadersNotSigned: unsigned.join(', ') },
      'There were headers present in the request which were not signed',
    )
}
