// The function that takes the journeys: it signs in as the stage's own program, and fails with a sentence for each failed step.
import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider'
import { randomUUID } from 'node:crypto'
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import { signInPatience, tokenOf } from '../machine-token.ts'
import { metricNamespace } from '../names.ts'
import { reasonOf, type Trip } from './attempt.ts'
import { refusal } from './refusal.ts'
import { travel, type Failure } from './travel.ts'

// Safe cast: `npm run generate` writes the file.
export const bundled = written as unknown as BundledJourneys

/** An answer may take so long. API Gateway itself waits for 29 seconds. */
const patience = 10_000
/** After this time there is enough left for the last answer, and to delete what was created. */
const journeysTake = 60_000

type Program = { pool: string; client: string; host: string }

/** @param milliseconds The time that Cognito and the sign-in host may take, each. */
export async function signIn({ pool, client, host }: Program, milliseconds = signInPatience): Promise<string> {
  const cognito = new CognitoIdentityProviderClient()
  const { UserPoolClient } = await cognito
    .send(new DescribeUserPoolClientCommand({ UserPoolId: pool, ClientId: client }), {
      abortSignal: AbortSignal.timeout(milliseconds),
    })
    .catch((error: unknown) => {
      throw new Error(`Cognito does not give the secret of the client for programs: ${reasonOf(error)}.`)
    })
  const { ClientSecret: secret } = UserPoolClient ?? {}
  if (secret === undefined) throw new Error('The client for programs has no secret.')
  return tokenOf(`https://${host}`, { id: client, secret }, milliseconds)
}

type Journey = Pick<Trip, 'server'> &
  Partial<Pick<Trip, 'patience' | 'end'>> & { token: string; names: readonly string[] }

/**
 * Takes the journeys of these names, one after the other. Every journey is also tried without its credential.
 *
 * @param report Is called with each failure as it comes: a function that is stopped later has said so much.
 */
export async function takeAll(
  { operations, journeys }: BundledJourneys,
  { token, names, ...given }: Journey,
  report: (failure: Failure) => void = () => undefined,
): Promise<Failure[]> {
  if (token === '') throw new Error('There is no token to take the journeys with.')
  const inputs = { token, run: `canary-${randomUUID()}` }
  const trip: Trip = { operations, inputs, patience, end: performance.now() + journeysTake, ...given }
  const failures: Failure[] = []
  for (const journey of journeys) {
    const found = (names.includes(journey.name) && (await travel(trip, journey))) || (await refusal(trip, journey))
    if (!found) continue
    // A service may repeat the token in what it says.
    const failure = { ...found, sentence: found.sentence.replaceAll(token, '…') }
    failures.push(failure)
    report(failure)
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
  const token = await signIn({ pool, client, host })
  // Not by the console: the runtime's would wrap the metric into an entry of its own, and CloudWatch would not see it.
  const report = (failure: Failure) => void process.stdout.write(`${metricOf(failure, stage)}\n`)
  const failures = await takeAll(bundled, { server, token, names: names.split(',') }, report)
  if (failures.length > 0) throw new Error(failures.map(({ sentence }) => sentence).join('\n'))
}
