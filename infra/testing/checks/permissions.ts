// Every role, its permissions, and who may assume it: no action, resource or role beyond the known ones.
import type { Matcher, Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import { codeGrants, fillers, ownLogsAndTraces, serviceGrants } from '../grants.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

type Statement = { Action: string | string[]; Resource: string | string[]; Effect: string; Condition?: unknown }

const isOfTheCdk = (name: string) => name.startsWith('Custom')
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

export function permissions(template: Template, stage: Stage): string[] {
  const roles = [...resourcesOf(template, 'AWS::IAM::Role')].filter(([name]) => !isOfTheCdk(name))
  const expected = expectedRoles(stage)
  return [
    ...differences(roles.map(([name]) => name).sort(), Object.keys(expected).sort(), 'roles'),
    ...differences(resourcesOf(template, 'AWS::IAM::User').size, 0, 'users'),
    ...Object.entries(expected).flatMap(([name, { service, grants, managed }]) => {
      const properties = propertiesOf(template, 'AWS::IAM::Role', name)
      const trust = { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: service } }] }
      return [
        ...differences(properties, { AssumeRolePolicyDocument: trust }, name),
        ...differences(properties.ManagedPolicyArns ?? [], managed, `${name} managed policies`),
        ...differences(properties.Policies ?? [], [], `${name} inline policies`),
        ...grantDifferences(name, grantsOf(template, name), grants),
        ...conditionFaults(template, name),
      ]
    }),
  ]
}

type Role = { service: string; grants: Record<string, string[]>; managed: Matcher[] }

function expectedRoles(stage: Stage): Record<string, Role> {
  const code = Object.entries(codeGrants(stage.assistant.modelId, stage.assistant.region))
    .filter(([name]) => stage.sampleItems || !fillers.includes(name.replace(/Role$/, '')))
    .map(([name, grants]) => {
      const all = { ...grants, ...ownLogsAndTraces(name.replace(/Role$/, 'Logs')) }
      return [name, { service: 'lambda.amazonaws.com', grants: all, managed: [] }] as const
    })
  const services = {
    EventsPipeRole: 'pipes',
    WorkflowCustomerWorkflowEventsRole: 'events',
    WorkflowCustomerWorkflowRole: 'states',
  }
  return {
    ...Object.fromEntries(code),
    ...Object.fromEntries(
      Object.entries(services).map(([name, service]) => [
        name,
        { service: `${service}.amazonaws.com`, grants: serviceGrants[name] ?? {}, managed: [] },
      ]),
    ),
    ...(stage.plugin.applicationId !== undefined && {
      PluginRole: {
        service: 'qbusiness.amazonaws.com',
        grants: { 'secretsmanager:GetSecretValue': ['<PluginOAuthClient>'] },
        managed: [],
      },
    }),
    ...(stage.gradualDeployment && {
      RolloutServiceRole: {
        service: 'codedeploy.amazonaws.com',
        grants: {},
        managed: [like(/policy\/service-role\/AWSCodeDeployRoleForLambdaLimited$/)],
      },
    }),
  }
}

function statementsOf(template: Template, role: string): Statement[] {
  return [...resourcesOf(template, 'AWS::IAM::Policy').values()]
    .map(({ Properties }) => Properties as { Roles: string[]; PolicyDocument: { Statement: Statement[] } })
    .filter(({ Roles }) => Roles.includes(`<${role}>`))
    .flatMap(({ PolicyDocument: { Statement } }) => Statement)
}

/** Only the permission to list has a condition: the prefix of the cases' files. */
function conditionFaults(template: Template, role: string): string[] {
  return statementsOf(template, role).flatMap(({ Action, Condition }) => {
    const listing = list(Action).includes('s3:ListBucket')
    const expected = listing ? { StringLike: { 's3:prefix': 'cases/*' } } : undefined
    return differences(Condition, expected, `${role}'s condition of ${list(Action).join(', ')}`)
  })
}

/** Every `action resource` that the policies of a role allow. */
function grantsOf(template: Template, role: string): string[] {
  return statementsOf(template, role).flatMap(
    ({
      Effect,
      Action,
      Resource,
      NotAction,
      NotResource,
    }: Statement & { NotAction?: unknown; NotResource?: unknown }) =>
      Effect === 'Allow' && NotAction === undefined && NotResource === undefined
        ? list(Action).flatMap((action) => list(Resource).map((resource) => `${action} ${resource}`))
        : [`a statement that is no plain permission: ${Effect}`],
  )
}

function grantDifferences(role: string, granted: string[], expected: Record<string, string[]>): string[] {
  const wanted = Object.entries(expected).flatMap(([action, resources]) => resources.map((one) => `${action} ${one}`))
  return [
    ...wanted.filter((one) => !granted.includes(one)).map((one) => `${role} must be allowed ${one}`),
    ...granted.filter((one) => !wanted.includes(one)).map((one) => `${role} must not be allowed ${one}`),
  ]
}
