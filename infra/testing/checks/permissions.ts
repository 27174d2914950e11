// Every role, its permissions, and who may assume it: no action, resource or role beyond the known ones.
import type { Matcher, Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import { codeGrants, fillers, scheduledGrants, ownLogsAndTraces, serviceGrants } from '../grants.ts'
import type { TemplateJson } from '../template.ts'
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
    ...strangerFaults(template),
    ...callerFaults(template),
    ...cdkFaults(template),
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

type Trust = { Effect: string; Principal?: { Service?: unknown; AWS?: unknown } | string; Condition?: Conditions }
type Conditions = Record<string, Record<string, unknown>>

const account = '<AWS::AccountId>'

/** Whether the statement holds for this account alone, or for one resource of the stack. */
const namesAccount = ({ Condition = {} }: Trust) =>
  Object.entries(Condition).some(([operator, keys]) =>
    Object.entries(keys).some(([key, value]) => {
      if (/^(StringEquals|ArnEquals|ArnLike)$/.test(operator) && /^aws:SourceAccount$/i.test(key))
        return value === account
      if (!/^aws:SourceArn$/i.test(key)) return false
      return typeof value === 'string' && (value.includes(`:${account}:`) || /^<\w+\.Arn>$/.test(value))
    }),
  )

const isService = ({ Effect, Principal }: Trust) =>
  Effect === 'Allow' && typeof Principal === 'object' && Principal.Service !== undefined

/** Every role, also of the CDK, and every policy of a resource lets a service in for this account alone. */
function strangerFaults(template: Template): string[] {
  // Safe cast: it is a template.
  const { Resources } = template.toJSON() as TemplateJson
  return Object.entries(Resources).flatMap(([id, { Properties = {} }]) =>
    ['AssumeRolePolicyDocument', 'PolicyDocument', 'KeyPolicy', 'ResourcePolicy'].flatMap((member) => {
      const { Statement: statements = [] } = (Properties[member] ?? {}) as { Statement?: Trust[] }
      return statements
        .filter((statement) => isService(statement) && !namesAccount(statement))
        .map((statement) => `${id} lets ${JSON.stringify(statement.Principal)} in for every account`)
    }),
  )
}

/** A function is called by a service for one resource of this account, and has no public address. */
function callerFaults(template: Template): string[] {
  const permissions = [...resourcesOf(template, 'AWS::Lambda::Permission')]
  return [
    ...differences(resourcesOf(template, 'AWS::Lambda::Url').size, 0, 'addresses of functions'),
    ...permissions
      .filter(([, { Properties }]) => {
        const { SourceArn = '', SourceAccount } = Properties as { SourceArn?: string; SourceAccount?: string }
        return SourceAccount !== account && !SourceArn.includes(`:${account}:`) && !/^<\w+\.Arn>$/.test(SourceArn)
      })
      .map(([id]) => `${id} lets every account call the function`),
  ]
}

/** The CDK's own functions copy files into the two buckets of this project, and empty buckets. */
function cdkFaults(template: Template): string[] {
  const copier = [...resourcesOf(template, 'AWS::IAM::Role').keys()].filter((name) => name.startsWith('CustomCDK'))
  const assets = 'arn:<AWS::Partition>:s3:::'
  const inBuckets = (resource: string) => /^<(DocsSite|SampleDataObjects)\.Arn>(\/\*)?$/.test(resource)
  const isAsset = (resource: string) => resource.startsWith(assets) && resource.includes('-assets-')
  const grants = copier.flatMap((role) => grantsOf(template, role).map((grant) => [role, ...grant.split(' ')]))
  const strange = grants.filter(([, action = '', resource = '']) => {
    if (action.startsWith('cloudfront:')) return !/^cloudfront:(CreateInvalidation|GetInvalidation)$/.test(action)
    if (/^s3:(GetObject|GetBucket|List)\S*$/.test(action)) return !inBuckets(resource) && !isAsset(resource)
    if (/^s3:(PutObject|DeleteObject|Abort)\S*$/.test(action)) return !inBuckets(resource)
    return !/^logs:(CreateLogStream|PutLogEvents)$/.test(action)
  })
  const own = [...resourcesOf(template, 'AWS::IAM::Role')].filter(([name]) => isOfTheCdk(name))
  return [
    ...strange.map((grant) => `${grant.join(' ')} is not what copies files`),
    ...own.flatMap(([name, { Properties }]) => {
      const managed = JSON.stringify(Properties.ManagedPolicyArns ?? [])
      return [
        ...differences(
          managed.replaceAll(/[^"]*AWSLambdaBasicExecutionRole/g, '').replaceAll(/["[\]{},:]|Fn::Sub/g, ''),
          '',
          `${name} managed policies`,
        ),
        ...differences(Properties.Policies ?? [], [], `${name} inline policies`),
      ]
    }),
  ]
}

type Role = { service: string; grants: Record<string, string[]>; managed: Matcher[] }

function expectedRoles(stage: Stage): Record<string, Role> {
  const code = Object.entries(codeGrants(stage.assistant.modelId, stage.assistant.region))
    .filter(([name]) => stage.sampleItems || !fillers.includes(name.replace(/Role$/, '')))
    .concat(Object.entries(scheduledGrants(stage)))
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
    ...(stage.backup && {
      BackupRole: {
        service: 'backup.amazonaws.com',
        grants: {},
        managed: [like(/policy\/service-role\/AWSBackupServiceRolePolicyForBackup$/)],
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
