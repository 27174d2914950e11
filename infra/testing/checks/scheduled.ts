// The functions that the clock starts by a setting: their rules, and who may start them.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

/** How often each of them starts, where the stage has it. */
const rates = ({ keyRotation, canary }: Stage): Record<string, string> => ({
  ...(keyRotation && { KeyRotation: 'rate(1 day)' }),
  ...(canary && { Canary: canary.everyMinutes === 1 ? 'rate(1 minute)' : `rate(${canary.everyMinutes} minutes)` }),
})

export const scheduledRules = (stage: Stage) => Object.keys(rates(stage)).map((name) => `${name}Rule`)

export function scheduled(template: Template, stage: Stage): string[] {
  const permissions = [...resourcesOf(template, 'AWS::Lambda::Permission').values()].map(({ Properties }) => Properties)
  return Object.entries(rates(stage)).flatMap(([name, rate]) => [
    ...differences(
      propertiesOf(template, 'AWS::Events::Rule', `${name}Rule`),
      {
        State: 'ENABLED',
        EventBusName: Match.absent(),
        ScheduleExpression: rate,
        Targets: [{ Arn: `<${name}Function.Arn>`, RetryPolicy: { MaximumRetryAttempts: 0 } }],
      },
      `${name}Rule`,
    ),
    ...differences(
      permissions.filter(({ FunctionName }) => FunctionName === `<${name}Function.Arn>`),
      [{ Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', SourceArn: `<${name}Rule.Arn>` }],
      `permissions of ${name}`,
    ),
  ])
}
