// A function that the clock starts.
import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'

/** The next start comes soon enough, so a start that fails is not repeated. */
export function startEvery(parent: Construct, id: string, minutes: number, started: Function) {
  const rule = new Rule(parent, id, {
    description: `The clock starts ${id.replace(/Rule$/, '')}`,
    schedule: Schedule.rate(Duration.minutes(minutes)),
  })
  rule.addTarget(new LambdaFunction(started, { retryAttempts: 0 }))
}
