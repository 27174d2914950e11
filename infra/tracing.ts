// Which requests are traced: a share of them. Without a rule of its own, X-Ray takes the first request of each second,
// which is nearly every request of a small service.
import { CfnSamplingRule } from 'aws-cdk-lib/aws-xray'
import type { Construct } from 'constructs'
import { stageNamed } from './names.ts'
import type { Stage } from './stages.ts'

/** Rules of a lower number are asked first. X-Ray's default rule has 10,000. */
const priority = 1000

/** @param apiName The gateway decides, and the function and the tables follow. */
export function createSampling(parent: Construct, stage: Stage, apiName: string) {
  const any = { host: '*', httpMethod: '*', urlPath: '*', resourceArn: '*' }
  return new CfnSamplingRule(parent, 'Sampling', {
    samplingRule: {
      ruleName: stageNamed(stage.name),
      priority,
      fixedRate: stage.tracedShare,
      reservoirSize: 0,
      serviceName: `${apiName}/${stage.name}`,
      serviceType: 'AWS::ApiGateway::Stage',
      version: 1,
      ...any,
    },
  })
}
