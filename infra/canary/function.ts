// The function that takes the journeys: it signs in as the stage's own program, and fails with a sentence for each failed step.
import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider'
import { randomUUID } from 'node:crypto'
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import { tokenOf } from '../machine-token.ts'
import { metricNamespace } from '../names.ts'
import { refusal, travel, type Failure, type Trip } from './travel.ts'

// Safe cast: `npm run generate` writes the file.
export const bundled = written as unknown as BundledJourneys

/** An answer may take so long. API Gateway itself waits for 29 seconds. */
const patience = 10_000
/** Before the end of the function there is time to delete what was created. */
const journeysTake = 75_000

async function signIn(UserPoolId: string, ClientId: string, host: string): Promise<string> {
  const cognito = new CognitoIdentityProviderClient()
  const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
  return tokenOf(`https://${host}`, { id: ClientId, secret: UserPoolClient?.ClientSecret ?? '' })
}

/** Takes the journeys of these names, one after the other. Every journey is also tried without its credential. */
export async function takeAll(
  { operations, journeys }: BundledJourneys,
  trip: Pick<Trip, 'server'> & { token: string; names: readonly string[] },
): Promise<Failure[]> {
  const inputs = { token: trip.token, run: `canary-${randomUUID()}` }
  const common = { server: trip.server, operations, inputs, patience, end: performance.now() + journeysTake }
  const failures: Failure[] = []
  for (const journey of journeys) {
    const taken = trip.names.includes(journey.name) ? await travel(common, journey) : undefined
    const failure = taken ?? (await refusal(common, journey))
    // A service may repeat the token in what it says.
    if (failure) failures.push({ ...failure, sentence: failure.sentence.replaceAll(trip.token, '…') })
  }
  return failures
}

/** A log entry that is a metric too, by journey and step, in CloudWatch's embedded format. Without a failure there is none, and no cost. */
export function metricOf({ journey, step, sentence }: Failure, stage: string, now = Date.now()): string {
  const metrics = {
    Namespace: metricNamespace(stage),
    Dimensions: [['journey', 'step']],
    Metrics: [{ Name: 'JourneyFailures', Unit: 'Count' }],
  }
  const _aws = { Timestamp: now, CloudWatchMetrics: [metrics] }
  return JSON.stringify({ _aws, level: 'ERROR', journey, step, message: sentence, JourneyFailures: 1 })
}

export async function canary() {
  const { API_URL: server = '', USER_POOL_ID: pool = '', CLIENT_ID: client = '', LOGIN_HOST: host = '' } = process.env
  const { ENV: stage = '', JOURNEYS: names = '' } = process.env
  const token = await signIn(pool, client, host)
  const failures = await takeAll(bundled, { server, token, names: names.split(',') })
  // Past the runtime's console, which would put the metric into a line of its own.
  for (const failure of failures) process.stdout.write(`${metricOf(failure, stage)}\n`)
  if (failures.length > 0) throw new Error(failures.map(({ sentence }) => sentence).join('\n'))
}
