// AWS WAF in front of the API: AWS's common rules, and a limit to the requests of one address.
import type { Stage as ApiStage } from 'aws-cdk-lib/aws-apigateway'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { stageNamed } from './names.ts'
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
      {
        name: 'common',
        priority: 1,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesCommonRuleSet',
            ruleActionOverrides: counted.map((name) => ({ name, actionToUse: { count: {} } })),
          },
        },
        visibilityConfig: visible('common'),
      },
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

// These rules read text that people write: descriptions, searches, filters. Such text may be long. It may quote markup,
// a path such as ../../etc/passwd, a link to an IP address or to the metadata service, or a file named backup.bak. The
// function treats the text as data: it opens no path, fetches no link and answers JSON. So WAF counts what these rules
// find, and refuses nothing.
const counted = [
  'SizeRestrictions_BODY',
  ...['CrossSiteScripting', 'EC2MetaDataSSRF', 'GenericLFI', 'GenericRFI'].flatMap((rule) => [
    `${rule}_BODY`,
    `${rule}_QUERYARGUMENTS`,
  ]),
  'RestrictedExtensions_QUERYARGUMENTS',
]

const visible = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true })
