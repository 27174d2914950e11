// The firewall: what it blocks, what it only counts, and that nothing secret or personal stays in its log.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { model } from '../../model.ts'
import { managedGroups } from '../../managed-rules.ts'
import { stageNamed } from '../../names.ts'
import { isCacheable } from '../../public-cache.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { matches, type WafStatement } from '../waf.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

/**
 * These may block: no request that the contract allows has such a thing. All others read ids, texts or headers of the contract.
 * Another contract, with other ids, has another list.
 */
const blocking = new Set([
  'UserAgent_BadBots_HEADER',
  'SizeRestrictions_Cookie_HEADER',
  'EC2MetaDataSSRF_COOKIE',
  'CrossSiteScripting_COOKIE',
  'Host_localhost_HEADER',
  'PROPFIND_METHOD',
])

const types = ['AWS::WAFv2::WebACL', 'AWS::WAFv2::WebACLAssociation', 'AWS::WAFv2::LoggingConfiguration']

export function firewall(template: Template, stage: Stage): string[] {
  if (!stage.firewall) return types.flatMap((type) => differences(resourcesOf(template, type).size, 0, type))
  const properties = propertiesOf(template, 'AWS::WAFv2::WebACL', 'GatewayFirewallRules')
  return [
    ...differences(properties, {
      Name: stageNamed(stage.name),
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      DataProtectionConfig: {
        DataProtections: [
          {
            Action: 'SUBSTITUTION',
            Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'x-api-key'] },
            ExcludeRuleMatchDetails: Match.absent(),
            ExcludeRateBasedDetails: Match.absent(),
          },
        ],
      },
      VisibilityConfig: visible(stageNamed(stage.name)),
      CustomResponseBodies: Match.absent(),
      Rules: expectedRules(stage, stage.firewall),
    }),
    ...(stage.publicCache ? cacheRuleFaults(properties, stage) : []),
    ...connectionFaults(template, stage),
  ]
}

const visible = (MetricName: string) => ({ CloudWatchMetricsEnabled: true, MetricName, SampledRequestsEnabled: true })

/** The limit of an address, AWS's groups, and what would spoil the cache. */
const expectedRules = ({ publicCache }: Stage, { requestsPerAddress }: NonNullable<Stage['firewall']>) => [
  {
    Priority: 0,
    Action: { Block: { CustomResponse: Match.absent() } },
    Statement: {
      RateBasedStatement: {
        Limit: requestsPerAddress,
        AggregateKeyType: 'IP',
        ScopeDownStatement: Match.absent(),
      },
    },
    VisibilityConfig: visible('rate'),
  },
  ...managedGroups.map(({ name, rules }, index) => ({
    Priority: index + 1,
    OverrideAction: { None: {} },
    Statement: {
      ManagedRuleGroupStatement: {
        VendorName: 'AWS',
        Name: name,
        RuleActionOverrides: rules
          .filter((rule) => !blocking.has(rule.name))
          .map((rule) => ({ Name: rule.name, ActionToUse: { Count: {} } })),
        ScopeDownStatement: Match.absent(),
        ExcludedRules: Match.absent(),
        Version: Match.absent(),
      },
    },
    VisibilityConfig: visible(name),
  })),
  ...(publicCache ? ['outside-the-key'] : []).map((Name, index) => ({
    Name,
    Priority: managedGroups.length + 1 + index,
    Action: { Block: {} },
    VisibilityConfig: visible(Name),
  })),
]

/** What is not in the cache's key is refused, and everything else is not. */
function cacheRuleFaults({ Rules = [] }: { Rules?: unknown }, { name }: Stage): string[] {
  const rule = (Rules as { Name?: string; Statement?: WafStatement }[]).find((one) => one.Name === 'outside-the-key')
  const isRefused = (path: string, query: string, method = 'GET', headerNames: string[] = []) =>
    rule?.Statement !== undefined && matches(rule.Statement, { method, path, query, headerNames })
  return model.operations.filter(isCacheable).flatMap(({ path, parameters }) =>
    ['', `/${name}`].flatMap((stagePath) => {
      const at = stagePath + path.replaceAll(/\{[^}]+\}/g, 'x')
      const allowed = parameters.filter((one) => one.in === 'query').map((one) => `${one.name}=1`)
      const headers = parameters.filter((one) => one.in === 'header').map((one) => one.name.toLowerCase())
      return [
        ...['other=1', ...allowed.map((pair) => `${pair}&${pair}`)]
          .filter((query) => !isRefused(at, query))
          .map((query) => `${at}?${query} reaches the cache`),
        ...headers
          .filter((header) => !isRefused(at, '', 'GET', [header, header]))
          .map((header) => `${header} reaches the cache twice`),
        ...['', ...allowed, allowed.join('&')]
          .filter((query) => isRefused(at, query))
          .map((query) => `${at}?${query} is refused`),
        ...(isRefused(at, 'other=1', 'POST') ? [`POST ${at} is refused`] : []),
      ]
    }),
  )
}

function connectionFaults(template: Template, { name }: Stage): string[] {
  return [
    ...differences(propertiesOf(template, 'AWS::WAFv2::LoggingConfiguration', 'GatewayFirewallLogging'), {
      ResourceArn: '<GatewayFirewallRules.Arn>',
      LogDestinationConfigs: ['<GatewayFirewallLogs.Arn>'],
      RedactedFields: ['authorization', 'x-api-key'].map((Name) => ({ SingleHeader: { Name } })),
      LoggingFilter: Match.absent(),
    }),
    ...differences(propertiesOf(template, 'AWS::WAFv2::WebACLAssociation', 'GatewayFirewallAssociation'), {
      ResourceArn: Match.stringLikeRegexp(`:/restapis/<GatewayApi>/stages/<GatewayApiDeploymentStage${name}>$`),
      WebACLArn: '<GatewayFirewallRules.Arn>',
    }),
  ]
}
