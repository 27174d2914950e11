// The time limit of custom resources. Without it CloudFormation waits an hour for a function that never answers.
import { Aspects, CfnResource, type IAspect } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** The longest time of a Lambda function: nothing answers later. */
const seconds = 900

const limit: IAspect = {
  visit(node: IConstruct) {
    if (node instanceof CfnResource && node.cfnResourceType.startsWith('Custom::'))
      node.addPropertyOverride('ServiceTimeout', seconds)
  },
}

export const limitCustomResources = (scope: IConstruct) => Aspects.of(scope).add(limit)
