// Bedrock model id → the ARNs that a call needs.
import { Aws } from 'aws-cdk-lib'

/**
 * An id such as `us.amazon.nova-lite-v1:0` is an inference profile. It passes a request to the model in one of several
 * regions. Any other id is a model of the given region.
 */
export function modelArns(modelId: string, region: string): string[] {
  const [, model] = /^(?:us|eu|apac|jp|au|global)\.(.+)$/.exec(modelId) ?? []
  const bedrock = `arn:${Aws.PARTITION}:bedrock`
  if (model === undefined) return [`${bedrock}:${region}::foundation-model/${modelId}`]
  return [
    `${bedrock}:${region}:${Aws.ACCOUNT_ID}:inference-profile/${modelId}`,
    // Bedrock may change the regions of a profile, and a global profile uses all of them.
    `${bedrock}:*::foundation-model/${model}`,
  ]
}
