// The user pool whose tokens are accepted, its keys at hand as they are in a warm Lambda.
import type { Jwks } from 'aws-jwt-verify/jwk'

export const userPoolId = 'eu-central-1_Benchmark'
export const clientId = 'benchclient'
export const issuer = `https://cognito-idp.eu-central-1.amazonaws.com/${userPoolId}`

export const pool = () => ({
  userPoolId,
  clientId,
  jwksUri: `${issuer}/.well-known/jwks.json`,
  jwks: JSON.parse(process.env.BENCH_JWKS ?? '{}') as Jwks,
})
