// What is in a template at all: types of resources, their number, their settings, their tags, and the parts of the template.
import type { Template } from 'aws-cdk-lib/assertions'
import { name } from '../../../generated/names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { fillerType, knownTypes, type Known } from '../known-settings.ts'
import type { Resource, TemplateJson } from '../template.ts'

// Safe cast: it is a template.
const resourcesIn = (template: Template) => Object.entries((template.toJSON() as TemplateJson).Resources)

/** A type that nobody has named does not pass, nor one resource more of a type. */
export function census(template: Template, stage: Stage): string[] {
  const resources = resourcesIn(template)
  const known = knownTypes(stage)
  const unknown = resources.filter(([, { Type }]) => !(Type in known) && !fillerType(Type, stage))
  return [
    ...unknown.map(([id, { Type }]) => `nobody has named the type of ${id}, ${Type}`),
    ...Object.entries(known).flatMap(([type, { count }]) => {
      const found = resources.filter(([, { Type }]) => Type === type).length
      return count === undefined ? [] : differences(found, count, `number of ${type}`)
    }),
    ...partFaults(template),
  ]
}

const attributes = [
  'Type',
  'Properties',
  'Metadata',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'UpdatePolicy',
]

/** A setting that no check reads would be one that nobody has looked at. */
export function settings(template: Template, stage: Stage): string[] {
  const known: Record<string, Known | undefined> = knownTypes(stage)
  return resourcesIn(template).flatMap(([id, resource]) => {
    const names = (known[resource.Type] ?? fillerType(resource.Type, stage))?.settings.split(' ') ?? []
    const unknown = Object.keys(resource.Properties ?? {}).filter(
      (member) => member !== 'Tags' && !names.includes(member),
    )
    return [
      ...unknown.map((member) => `${id} has the setting ${member}, which nobody has named`),
      ...Object.keys(resource)
        .filter((member) => !attributes.includes(member))
        .map((member) => `${id} has the attribute ${member}`),
    ]
  })
}

/** A template without parameters and conditions is the same for everybody who deploys it. */
function partFaults(template: Template): string[] {
  const { Parameters = {}, ...parts } = template.toJSON() as Record<string, object>
  const others = Object.keys(parts).filter(
    (part) => !['Description', 'Resources', 'Outputs', 'Rules', 'Metadata'].includes(part),
  )
  return [
    ...others.map((part) => `the template has ${part}`),
    ...differences(Object.keys(Parameters), ['BootstrapVersion'], 'parameters'),
  ]
}

/** These have no tags: AWS takes none, or the CDK gives none. */
const isTagged = ([id, { Properties = {} }]: [string, Partial<Resource>], types: Set<string>, type: string) =>
  !id.startsWith('CustomS3AutoDelete') && (types.has(type) || 'Tags' in Properties)

const taggedTypes = new Set(
  [
    ...['DynamoDB::Table', 'S3::Bucket', 'Lambda::Function', 'IAM::Role', 'Logs::LogGroup', 'SQS::Queue', 'SNS::Topic'],
    ...[
      'ApiGateway::RestApi',
      'ApiGateway::Stage',
      'CloudWatch::Alarm',
      'StepFunctions::StateMachine',
      'WAFv2::WebACL',
    ],
    ...['SecretsManager::Secret', 'CloudFront::Distribution', 'Events::EventBus', 'KMS::Key', 'Pipes::Pipe'],
  ].map((type) => `AWS::${type}`),
)

/** The costs of a stage are found by its tags, and what a temporary stage has left behind. */
export function tags(template: Template, stage: Stage): string[] {
  const wanted = { service: name, stage: stage.name, ...(stage.expires !== undefined && { expires: stage.expires }) }
  return resourcesIn(template)
    .filter((entry) => isTagged(entry, taggedTypes, entry[1].Type))
    .flatMap(([id, { Properties }]) => differences(tagsOf(Properties.Tags), wanted, `${id} tags`))
}

const tagsOf = (written: unknown): object =>
  Array.isArray(written)
    ? Object.fromEntries((written as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]))
    : ((written ?? {}) as object)

/** What is kept when it is deleted is kept when it is replaced, too. */
export function replacements(template: Template): string[] {
  return resourcesIn(template).flatMap(([id, { DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' }]) =>
    differences(UpdateReplacePolicy, DeletionPolicy === 'Delete' ? 'Delete' : 'Retain', `${id} UpdateReplacePolicy`),
  )
}
