// Which ARNs a Bedrock model id stands for.
import { Aws } from 'aws-cdk-lib'

/**
 * An id as `us.amazon.nova-lite-v1:0` is an inference profile, which hands a request to the model in one of several
 * regions; any other is a model of the one region.
 */
export function modelArns(modelId: string, region: string): string[] {
  const [, model] = /^(?:us|eu|apac|jp|au|global)\.(.+)$/.exec(modelId) ?? []
  const bedrock = `arn:${Aws.PARTITION}:bedrock`
  if (model === undefined) return [`${bedrock}:${region}::foundation-model/${modelId}`]
  return [
    `${bedrock}:${region}:${Aws.ACCOUNT_ID}:inference-profile/${modelId}`,
    // Which regions those are is Bedrock's to change, and a global profile's are all.
    `${bedrock}:*::foundation-model/${model}`,
  ]
}
