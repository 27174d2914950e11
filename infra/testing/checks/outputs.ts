// What the stack tells who deployed it, and that nothing refers to what is not there.
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import type { Template } from '../template.ts'

export function outputs({ Outputs }: Template, stage: Stage): string[] {
  const values = Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, Value]))
  return differences(values, {
    ApiEndpoint: stage.apiDomain
      ? `https://${stage.apiDomain.name}`
      : `https://<GatewayApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>/<GatewayApiDeploymentStage${stage.name}>`,
    UserPoolId: '<IdentityUsers>',
    UserPoolClientId: '<IdentityUsersUser>',
    ApiKeyId: '<GatewayApiKey>',
    StateMachineArn: '<WorkflowCustomerWorkflow>',
    ScheduleRuleName: '<EventsScheduleRule>',
    CreatedRuleName: { 'Fn::Select': [1, { 'Fn::Split': ['|', '<EventsCreatedRule>'] }] },
    DocsUrl: `https://${stage.docsDomain?.name ?? '<DocsDistribution.DomainName>'}/docs/`,
    ApiDomainTarget: stage.apiDomain && '<GatewayApiCustomDomain.RegionalDomainName>',
    DocsDomainTarget: stage.docsDomain && '<DocsDistribution.DomainName>',
  })
}

/** Every `<Name>` is a resource, a parameter or one of CloudFormation's own. */
export function references(template: Template): string[] {
  const { Resources, Outputs } = template
  const named = [...JSON.stringify({ Resources, Outputs }).matchAll(/<([A-Z][A-Za-z0-9]*)(?:\.[A-Za-z.]+)?>/g)].map(
    ([, name = '']) => name,
  )
  return [...new Set(named)]
    .filter((name) => !(name in Resources) && name !== 'AWS')
    .map((name) => `there is no ${name}`)
}
