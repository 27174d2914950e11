// The stand-in for AWS in a process of its own, and the environment in which apps find it and Frontdesk starts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tables } from '../server/repositories/tables.ts'
import { clientId, userPoolId } from './apps/pool.ts'
import { environment, probePath } from './fresh.ts'
import { createPool } from './tokens.ts'

export async function startStandIn() {
  const { jwks, token } = createPool()
  const child = spawn(process.execPath, [probePath('aws-stand-in')], {
    env: environment({ BENCH_JWKS: jwks }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  const url = `http://127.0.0.1:${port.toString().trim()}`
  const env: Record<string, string> = {
    BENCH_JWKS: jwks,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    USER_POOL_ID: userPoolId,
    USER_POOL_CLIENT_ID: clientId,
    ACCESS_CLIENT_IDS: clientId,
    UPLOAD_BUCKET_NAME: 'bench',
    SAMPLE_DATA_BUCKET_NAME: 'bench',
    BEDROCK_MODEL_ID: 'bench',
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:123456789012:stateMachine:bench',
    ...Object.fromEntries(Object.values(tables).map(({ environmentVariable }) => [environmentVariable, 'bench'])),
  }
  return { env, token, stop: () => child.kill() }
}
