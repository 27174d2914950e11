// The processes of the benchmark: a fresh process for each probe, and the emulator of AWS that the apps call.
import { spawn, spawnSync } from 'node:child_process'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tables, type TableDefinition } from '../server/repositories/tables.ts'
import { clientId, issuer, userPoolId } from './api.ts'
import { createCertificate } from './certificate.ts'
import type { Answer } from './probes.ts'

export const inDist = (name: string) => fileURLToPath(new URL(`dist/${name}`, import.meta.url))

export const probesPath = inDist('probes.mjs')

/** Only what finds a program, and production mode, because the frameworks look for it. */
export const environment = (own: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  NODE_ENV: 'production',
  NODE_NO_WARNINGS: '1',
  ...own,
})

// --- Probes

/** The longest time of each probe. Lambda gives a function ten seconds to start; answers only have to be right. */
const timeoutMs = { answers: 120_000, cold: 10_000, memory: 10_000, regenerate: 120_000 }

/** The output of each probe. */
type Printed = {
  answers: { answers: (Answer | null)[] }
  /** `first`: the answer alone, without the time in which the app is loaded. `cpu`: processor time of the whole process. */
  cold: { ms: number; first: number; cpu: number; cpuFirst: number; statusCode: number }
  memory: { mb: number }
  regenerate: Record<'fresh' | 'living', { cpu: number; ms: number }>
}

/**
 * Runs a probe in a fresh process, as Lambda starts a function.
 *
 * @returns The output of the probe and the time of the whole process. Undefined when it took too long.
 * @throws when the probe fails, with its message
 */
export function inFreshProcess<Name extends keyof Printed>(name: Name, args: string[], env?: Record<string, string>) {
  const started = performance.now()
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [probesPath, name, ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs[name],
    encoding: 'utf8',
  })
  const wall = performance.now() - started
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return undefined
  if (status !== 0) throw new Error(`${args[0]} ended with ${status ?? 'a signal'}.\n${stderr.trim().slice(-2000)}`)
  // The last line. Before it stand the logs of the app.
  const printed = stdout.slice(stdout.lastIndexOf('\n') + 1)
  // Safe cast: the probe printed it.
  return { ...(JSON.parse(printed) as Printed[Name]), wall }
}

// --- AWS

/** Starts the emulator of AWS, and gives the environment in which the apps find it and Frontdesk starts. */
export async function startAws() {
  const { jwks, token } = createPool()
  const { cert, key } = createCertificate()
  // Two benchmarks may run at a time.
  const certFile = inDist(`aws-${process.pid}.pem`)
  writeFileSync(certFile, cert)
  const child = spawn(process.execPath, [fileURLToPath(new URL('aws.ts', import.meta.url))], {
    env: environment({ BENCH_JWKS: jwks, BENCH_CERT: cert, BENCH_KEY: key }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  const url = `https://localhost:${port.toString().trim()}`
  const env: Record<string, string> = {
    BENCH_JWKS: jwks,
    // Every app trusts the emulator as it trusts AWS.
    NODE_EXTRA_CA_CERTS: certFile,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_SESSION_TOKEN: 'bench',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    LOG_LEVEL: 'INFO',
    USER_POOL_ID: userPoolId,
    USER_POOL_CLIENT_ID: clientId,
    ACCESS_CLIENT_IDS: clientId,
    UPLOAD_BUCKET_NAME: 'bench',
    SAMPLE_DATA_BUCKET_NAME: 'bench',
    BEDROCK_MODEL_ID: 'bench',
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:123456789012:stateMachine:bench',
    // The other tables have no rows, so one name is enough for them.
    ...Object.fromEntries(
      Object.entries<TableDefinition>(tables).map(([name, { environmentVariable }]) => [
        environmentVariable,
        name === 'cases' ? name : 'bench',
      ]),
    ),
  }
  return { env, token, stop: () => child.kill() }
}

/** The user pool of the benchmark: its public key for the apps, and a token that it signed. */
function createPool() {
  const kid = 'bench'
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    sub: '8f2c1c1e-0000-4000-8000-000000000001',
    iss: issuer,
    aud: clientId,
    token_use: 'id',
    auth_time: now,
    iat: now,
    exp: now + 3600,
    'cognito:username': 'alice',
    email: 'alice@example.com',
  }
  const signed = `${encode({ alg: 'RS256', kid })}.${encode(claims)}`
  const token = `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`
  return { jwks: JSON.stringify({ keys: [key] }), token }
}
