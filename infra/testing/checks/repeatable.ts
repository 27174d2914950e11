// Whether a stage can be deployed again: after a first deployment that failed, and after its stack was deleted.
import type { Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import type { Resource, TemplateJson } from '../template.ts'

/** What outlives its stack has no fixed name, and does not outlive a stack that was never there. */
export function repeatable(template: Template, { keepData }: Stage): string[] {
  // Safe cast: it is a template.
  const { Resources } = template.toJSON() as TemplateJson
  return Object.entries(Resources).flatMap(([id, resource]) => {
    const { DeletionPolicy = 'Delete' } = resource
    // A version goes with its function, and functions.ts checks it.
    if (DeletionPolicy === 'Delete' || resource.Type === 'AWS::Lambda::Version') return []
    return [
      ...(keepData ? [] : [`${id} outlives its stack (${DeletionPolicy})`]),
      ...(DeletionPolicy === 'RetainExceptOnCreate' ? [] : [`${id} outlives a failed first deployment`]),
      ...fixedNames(resource).map((member) => `${id} outlives its stack, and has a fixed ${member}`),
    ]
  })
}

/** The names that hold for all regions of an account, in each of which the stage may be deployed. */
export function globalNames(template: Template): string[] {
  // Safe cast: it is a template.
  const { Resources } = template.toJSON() as TemplateJson
  return Object.entries(Resources)
    .flatMap(([id, { Type, Properties }]) =>
      (globalNamesOf.find(([type]) => Type.startsWith(type))?.[1](Properties) ?? []).map((name) => ({ id, name })),
    )
    .filter(({ name }) => !JSON.stringify(name).includes('<AWS::Region>'))
    .map(({ id, name }) => `${id} has the name ${String(name)} in every region`)
}

const named =
  (...members: string[]) =>
  (properties: object) =>
    Object.entries(properties).flatMap(([member, value]: [string, unknown]) =>
      members.includes(member) ? [value] : [],
    )

/** The names of global resources, by the beginning of the type. An IAM policy without an ARN has its name within a role. */
const globalNamesOf: [type: string, names: (properties: object) => unknown[]][] = [
  ['AWS::CloudFront::', namesIn],
  ['AWS::CloudWatch::Dashboard', named('DashboardName')],
  ['AWS::S3::Bucket', named('BucketName')],
  ['AWS::Budgets::', (properties) => [(properties as { Budget: { BudgetName?: unknown } }).Budget.BudgetName]],
  ['AWS::IAM::Policy', () => []],
  ['AWS::IAM::', named('RoleName', 'UserName', 'GroupName', 'ManagedPolicyName', 'InstanceProfileName')],
]

/** The names of the resource: of itself, or in its one configuration. */
function namesIn(properties: object): unknown[] {
  return Object.entries(properties).flatMap(([member, value]: [string, unknown]) => {
    if (member === 'Name') return [value]
    return member.endsWith('Config') && typeof value === 'object' && value !== null && 'Name' in value
      ? [value.Name]
      : []
  })
}

/** A custom resource that never answers ends. */
export function customResources(template: Template): string[] {
  // Safe cast: it is a template.
  const { Resources } = template.toJSON() as TemplateJson
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type.startsWith('Custom::'))
    .flatMap(([id, { Properties }]) => differences(Properties.ServiceTimeout, 900, `${id} ServiceTimeout`))
}

/** The physical names that are the same in each stack of the stage. Each stack has an API with an id of its own. */
const fixedNames = ({ Properties = {} }: Partial<Resource>): string[] =>
  Object.entries(Properties)
    .filter(
      ([member, value]) =>
        /Name$/.test(member) && !/<AWS::StackId>|AWS::StackId|<GatewayApi>/.test(JSON.stringify(value)),
    )
    .map(([member]) => member)
