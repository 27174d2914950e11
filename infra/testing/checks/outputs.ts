// The outputs of the stack. Every reference leads to a resource that exists.
import { Match, Matcher, type Template } from 'aws-cdk-lib/assertions'
import { tables } from '../../../server/repositories/tables.ts'
import { clientIdOf, outputOf } from '../../assistants.ts'
import { constructId, tableOutput } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import type { TemplateJson } from '../template.ts'

export function outputs(template: Template, stage: Stage): string[] {
  const found = outputsOf(template)
  const expected = expectedOutputs(stage)
  const names = Object.keys(expected).filter((name) => !Matcher.isMatcher(expected[name]))
  return [
    ...differences(found, expected),
    ...differences(Object.keys(found).sort(), names.sort(), 'names of the outputs'),
  ]
}

function expectedOutputs(stage: Stage): Record<string, unknown> {
  return {
    ApiEndpoint: addressOf(stage),
    McpUrl: `${addressOf(stage)}/mcp`,
    AuthorizationServer: addressOf(stage),
    ...Object.fromEntries(
      (stage.assistants ?? []).map((assistant) => [outputOf(assistant), `<IdentityUsers${clientIdOf(assistant)}>`]),
    ),
    UserPoolId: '<IdentityUsers>',
    UserPoolClientId: '<IdentityUsersUser>',
    MachineClientId: '<IdentityUsersMachine>',
    LoginHost: '<IdentityUsersLogin>.auth.<AWS::Region>.amazoncognito.com',
    EventBusName: '<EventsBus>',
    ApiFunctionName: '<ApiFunction>',
    DeadLettersUrl: '<EventsDeadLetters>',
    ...Object.fromEntries(Object.keys(tables).map((table) => [tableOutput(table), `<Tables${constructId(table)}>`])),
    StateMachineArn: '<WorkflowCustomerWorkflow>',
    ScheduleRuleName: '<EventsScheduleRule>',
    CreatedRuleName: { 'Fn::Select': [1, { 'Fn::Split': ['|', '<EventsCreatedRule>'] }] },
    DocsUrl: `https://${stage.docsDomain?.name ?? '<DocsDistribution.DomainName>'}/docs/`,
    ApiDomainTarget: stage.apiDomain ? '<GatewayApiCustomDomain.RegionalDomainName>' : Match.absent(),
    DocsDomainTarget: stage.docsDomain ? '<DocsDistribution.DomainName>' : Match.absent(),
  }
}

export const addressOf = ({ name, apiDomain }: Stage) =>
  apiDomain
    ? `https://${apiDomain.name}`
    : `https://<GatewayApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>/<GatewayApiDeploymentStage${name}>`

function outputsOf(template: Template) {
  // Safe cast: every output of a template has a value.
  const found = template.findOutputs('*') as TemplateJson['Outputs']
  return Object.fromEntries(Object.entries(found).map(([name, { Value }]) => [name, Value]))
}

/** Every `<Name>` is a resource, a parameter or one of CloudFormation's own. */
export function references(template: Template): string[] {
  // Safe cast: it is the template that was given.
  const { Resources, Outputs } = template.toJSON() as TemplateJson
  const named = [...JSON.stringify({ Resources, Outputs }).matchAll(/<([A-Z][A-Za-z0-9]*)(?:\.[A-Za-z.]+)?>/g)].map(
    ([, name = '']) => name,
  )
  return [...new Set(named)]
    .filter((name) => !(name in Resources) && name !== 'AWS')
    .map((name) => `there is no ${name}`)
}
