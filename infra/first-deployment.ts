// Whether a stage is deployed for the first time. Its protection from deletion comes in a second step: a deployment that
// fails half-way could otherwise not be taken back, and the next one would find the stack in its way.
import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation'

/** A stack of this state was never whole. The CDK's CLI removes it before it deploys. */
const neverWhole = new Set([
  'REVIEW_IN_PROGRESS',
  'CREATE_FAILED',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'DELETE_COMPLETE',
])

/**
 * Asks CloudFormation with the credentials and the region of the environment.
 *
 * @param profile The profile of `~/.aws` that the caller named.
 */
export async function isFirstDeployment(StackName: string, profile?: string): Promise<boolean> {
  const client = new CloudFormationClient(profile === undefined ? {} : { profile })
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }))
    return Stacks.every(({ StackStatus }) => neverWhole.has(StackStatus ?? ''))
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  } finally {
    client.destroy()
  }
}

const isMissing = (error: unknown) =>
  error instanceof CloudFormationServiceException &&
  error.name === 'ValidationError' &&
  error.message.includes('does not exist')

/** The runs of the CDK's CLI that deploy a stage, each with its arguments. */
export const deploymentSteps = (args: string[], isFirst: boolean): string[][] =>
  isFirst ? [[...args, '--context', 'firstDeployment=true'], args] : [args]
