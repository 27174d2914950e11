// What the community edition of LocalStack 4.14 cannot make, and what a stage there lacks without it.
import type { Json } from '../plain-template.ts'
import types from './types.json' with { type: 'json' }

type LeftOut = {
  /** A type of CloudFormation, or the beginning of several. */
  type: string
  /** Only resources with such properties. */
  when?: (properties: Json) => boolean
  /** What does not work there, as the end of a sentence. */
  lacks: string
  /** What takes the place of its name. Otherwise the text names the resource. */
  filler?: string
}

export const leftOut: readonly LeftOut[] = [
  {
    type: 'AWS::Cognito::UserPool',
    lacks: 'nobody signs in there; --sign-in names another pool',
    filler: 'us-east-1_leftout',
  },
  { type: 'AWS::Cognito::', lacks: 'the pool is left out' },
  { type: 'AWS::CloudFront::', lacks: 'the documentation has no address' },
  { type: 'AWS::WAFv2::', lacks: 'no firewall counts or refuses requests' },
  { type: 'AWS::Pipes::', lacks: 'a new customer starts no workflow; the clock and the API do' },
  { type: 'AWS::CodeDeploy::', lacks: 'a new version takes over at once' },
  { type: 'AWS::CloudWatch::Dashboard', lacks: 'there is no dashboard' },
  { type: 'AWS::ApplicationAutoScaling::', lacks: 'provisioned capacity stays as it is' },
  { type: 'AWS::QBusiness::', lacks: 'there is no plugin' },
  {
    type: 'AWS::Lambda::Function',
    when: ({ Runtime }) => !String(Runtime).startsWith('nodejs'),
    lacks: 'only functions of Node run without Docker',
  },
  { type: 'AWS::Lambda::LayerVersion', lacks: 'functions have no layers' },
  { type: 'Custom::CDKBucketDeployment', lacks: 'the deployment command copies the files itself' },
  { type: 'Custom::S3AutoDeleteObjects', lacks: 'npm run destroy empties the buckets itself' },
  { type: 'Custom::', lacks: 'custom resources do not run, so nothing fills the tables' },
]

/** The types for which LocalStack 4.14 has a provider. It would answer for any other as if it had made the resource. */
const there = new Set(types)

export const leftOutFor = (Type: string, properties: Json): LeftOut | undefined => {
  const known = leftOut.find(
    ({ type, when }) => (type.endsWith('::') ? Type.startsWith(type) : Type === type) && (when?.(properties) ?? true),
  )
  return known ?? (there.has(Type) ? undefined : { type: Type, lacks: 'LocalStack has no such type' })
}
