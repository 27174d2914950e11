// Every service that may take a role of the stack does so for this account alone.
import { Aspects, Aws, CfnResource, type IAspect } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

const condition = 'AssumeRolePolicyDocument.Statement.0.Condition.StringEquals.aws:SourceAccount'

/** Each role of the stack trusts one service: the CDK's own roles, too, which have no setting for it. */
const nameAccount: IAspect = {
  visit(node: IConstruct) {
    if (node instanceof CfnResource && node.cfnResourceType === 'AWS::IAM::Role')
      node.addPropertyOverride(condition, Aws.ACCOUNT_ID)
  },
}

export const nameSourceAccounts = (scope: IConstruct) => Aspects.of(scope).add(nameAccount)
