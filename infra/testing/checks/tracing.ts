// A share of the requests of this stage is traced, and no second has one of its own.
import type { Template } from 'aws-cdk-lib/assertions'
import { stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf } from './resources.ts'

export function tracing(template: Template, stage: Stage): string[] {
  const { SamplingRule: rule } = propertiesOf(template, 'AWS::XRay::SamplingRule', 'Sampling')
  return differences(
    rule,
    {
      FixedRate: stage.tracedShare,
      ReservoirSize: 0,
      ServiceName: `${stageNamed(stage.name)}/${stage.name}`,
      ServiceType: 'AWS::ApiGateway::Stage',
    },
    'sampling',
  )
}
