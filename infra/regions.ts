// Which regions lack what a stage needs, as data, and the sentences that say so before anything is created.
import type { Stage } from './stages.ts'

type Service = {
  name: string
  /** Regions, or the beginnings of their names, that have no endpoint of the service. */
  lacking: readonly string[]
  /** Whether a stage with these settings in this region uses the service. */
  isUsed?: (stage: Stage) => boolean
  /** What the operator can do. */
  cure: string
}

const anotherRegion = 'choose another region'

/**
 * The source is `endpoints.json` of botocore 1.44.8 (November 2026): regions of a partition without an endpoint. For Pipes the
 * page "Amazon EventBridge Pipes endpoints and quotas" of the AWS General Reference has the same regions. The sources of
 * CloudFront and Amazon Q are the pages "CloudFront endpoints and quotas" and "Amazon Q Business supported Regions".
 */
export const services: readonly Service[] = [
  {
    name: 'EventBridge Pipes',
    lacking: [
      ...['ap-east-2', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
      ...['ca-west-1', 'il-central-1', 'mx-central-1', 'us-gov-', 'us-iso-', 'us-isob-', 'eusc-'],
    ],
    cure: anotherRegion,
  },
  { name: 'Cognito', lacking: ['cn-', 'us-iso-', 'us-isob-', 'us-isof-', 'eu-isoe-'], cure: anotherRegion },
  { name: 'CloudFront', lacking: ['us-gov-', 'us-iso-', 'us-isob-', 'us-isof-', 'eu-isoe-'], cure: anotherRegion },
  {
    name: 'AWS WAF',
    lacking: ['us-iso-west-1', 'us-isob-west-1', 'us-isof-', 'eu-isoe-'],
    isUsed: ({ firewall }) => firewall !== undefined,
    cure: 'take firewall away, or choose another region',
  },
  {
    name: 'Amazon Bedrock',
    lacking: ['ap-east-1', 'cn-', 'us-iso-west-1', 'us-isob-west-1', 'eu-isoe-'],
    isUsed: ({ assistant }) => assistant.region === undefined,
    cure: 'set assistant.region to a region that has it',
  },
]

/** Amazon Q Business has few regions, so these are the ones that it has. */
const regionsOfAmazonQ = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2']

/**
 * The regions from which an inference profile is called, by the beginning of the profile's id. The source is the page
 * "Supported Regions and models for inference profiles" of the Bedrock user guide. A model may have fewer.
 */
export const geographies: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-', 'us-west-', 'ca-central-'],
  ca: ['ca-'],
  eu: ['eu-', 'il-'],
  apac: ['ap-', 'me-'],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
  au: ['ap-southeast-2', 'ap-southeast-4'],
  global: [''],
}

const isIn = (region: string, beginnings: readonly string[]) => beginnings.some((start) => region.startsWith(start))

/** The reasons why the stage cannot be in this region, each as a sentence. */
export function regionFaults(region: string, stage: Stage): string[] {
  const { name, assistant, apiDomain, docsDomain, plugin } = stage
  if (!/^[a-z]{2,5}(-[a-z]+)+-\d$/.test(region)) return [`'${region}' is no region: give one as eu-central-1.`]
  const place = `${name} cannot be in ${region}`
  const missing = services
    .filter(({ lacking, isUsed }) => isIn(region, lacking) && (isUsed?.(stage) ?? true))
    .map((service) => `${place}: it has no ${service.name}. Please ${service.cure}.`)
  const caller = assistant.region ?? region
  const [, geography = ''] = /^([a-z]+)\./.exec(assistant.modelId) ?? []
  const callers = geographies[geography]
  const model =
    callers && !isIn(caller, callers)
      ? [
          `${place}: the model ${assistant.modelId} is not called from ${caller}. Please give --model, or set assistant.`,
        ]
      : []
  const certificates = [
    ...(docsDomain
      ? certificateFault('docsDomain', docsDomain.certificateArn, 'us-east-1', 'CloudFront reads it')
      : []),
    ...(apiDomain ? certificateFault('apiDomain', apiDomain.certificateArn, region, 'API Gateway reads it') : []),
  ].map((fault) => `${place}: ${fault}`)
  const q =
    plugin.applicationId !== undefined && !regionsOfAmazonQ.includes(region)
      ? [
          `${place}: Amazon Q Business is only in ${regionsOfAmazonQ.join(', ')}. Please take plugin.applicationId away.`,
        ]
      : []
  return [...missing, ...model, ...certificates, ...q]
}

/** An ARN has the region as its fourth part. */
function certificateFault(setting: string, arn: string, region: string, reason: string): string[] {
  const { 3: found = '' } = arn.split(':')
  return found === region
    ? []
    : [`the certificate of ${setting} is in ${found || 'no region'}, and ${reason} in ${region}.`]
}

/** Throws the sentences. */
export function checkRegion(region: string, stage: Stage) {
  const faults = regionFaults(region, stage)
  if (faults.length > 0) throw new Error(faults.join('\n'))
}
