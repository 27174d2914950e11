// AWS WAF in front of the API: rules of AWS that refuse nothing of the contract's, and a limit to the requests of one address.
import type { Stage as ApiStage } from 'aws-cdk-lib/aws-apigateway'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { managedGroups, type ManagedGroup } from './managed-rules.ts'
import { model } from './model.ts'
import { stageNamed } from './names.ts'
import { outsideTheKey } from './public-cache.ts'
import { refusesAllowed } from './refusals.ts'
import { logRetention, nameInStack } from './retention.ts'
import type { Stage } from './stages.ts'

/** The headers with which callers prove who they are. */
const secretHeaders = ['authorization', 'x-api-key']

export function createFirewall(
  parent: Construct,
  stage: Stage,
  { requestsPerAddress }: NonNullable<Stage['firewall']>,
  apiStage: ApiStage,
) {
  const scope = new Construct(parent, 'Firewall')
  const acl = new CfnWebACL(scope, 'Rules', {
    name: stageNamed(stage.name),
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visible(stageNamed(stage.name)),
    // The samples of requests that WAF shows are not covered by what its log leaves out.
    dataProtectionConfig: {
      dataProtections: [{ field: { fieldType: 'SINGLE_HEADER', fieldKeys: secretHeaders }, action: 'SUBSTITUTION' }],
    },
    rules: [
      {
        name: 'rate',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: requestsPerAddress, aggregateKeyType: 'IP' } },
        visibilityConfig: visible('rate'),
      },
      ...managedGroups.map((group, index) => groupRule(group, index + 1)),
      ...(stage.publicCache ? [cacheRule(stage, managedGroups.length + 1)] : []),
    ],
  })
  new CfnWebACLAssociation(scope, 'Association', { resourceArn: apiStage.stageArn, webAclArn: acl.attrArn })

  const logs = new LogGroup(scope, 'Logs', {
    // WAF writes only to log groups whose names begin with aws-waf-logs-.
    logGroupName: nameInStack(`aws-waf-logs-${stageNamed(stage.name)}`),
    ...logRetention(stage),
  })
  new CfnLoggingConfiguration(scope, 'Logging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [logs.logGroupArn],
    redactedFields: secretHeaders.map((name) => ({ singleHeader: { Name: name } })),
  })
  return acl
}

/** The rules of a group that would refuse what the contract allows. They count, and refuse nothing. */
const countedIn = ({ rules }: ManagedGroup) =>
  rules.filter((rule) => refusesAllowed(rule, model)).map(({ name }) => name)

const groupRule = (group: ManagedGroup, priority: number): CfnWebACL.RuleProperty => ({
  name: group.name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: group.name,
      ruleActionOverrides: countedIn(group).map((name) => ({ name, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visible(group.name),
})

const cacheRule = ({ name }: Stage, priority: number): CfnWebACL.RuleProperty => ({
  name: 'outside-the-key',
  priority,
  action: { block: {} },
  statement: outsideTheKey(model.operations, name),
  visibilityConfig: visible('outside-the-key'),
})

const visible = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true })
