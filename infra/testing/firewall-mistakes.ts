// Mistakes that somebody might make in the firewall, one at a time.
import { drop, set, unset, type Mistake } from './mistake.ts'

const group = (index: number, member: string) => `Rules ${index} Statement ManagedRuleGroupStatement ${member}`

/** The key describes the mistake. */
export const firewallMistakes: Record<string, Mistake> = {
  'callers without a User-Agent are refused': drop('GatewayFirewallRules', group(1, 'RuleActionOverrides'), 0),
  'ids with dots are refused': drop('GatewayFirewallRules', group(1, 'RuleActionOverrides'), 8),
  'a key of printable characters is refused': drop('GatewayFirewallRules', group(2, 'RuleActionOverrides'), 0),
  'a rule is overridden that the group does not have': set(
    'GatewayFirewallRules',
    group(1, 'RuleActionOverrides 0 Name'),
    'NoUserAgent',
  ),
  'a counted rule asks for a captcha': set('GatewayFirewallRules', group(1, 'RuleActionOverrides 0 ActionToUse'), {
    Captcha: {},
  }),
  'the whole group only counts': set('GatewayFirewallRules', 'Rules 1 OverrideAction', { Count: {} }),
  'known bad inputs are left out': drop('GatewayFirewallRules', 'Rules', 2),
  'another group joins': set('GatewayFirewallRules', group(2, 'Name'), 'AWSManagedRulesSQLiRuleSet'),
  'a group is held at an old version': set('GatewayFirewallRules', group(1, 'Version'), 'Version_1.0'),
  'a group looks at some paths only': set('GatewayFirewallRules', group(1, 'ScopeDownStatement'), {
    GeoMatchStatement: { CountryCodes: ['US'] },
  }),
  'the limit of an address holds for some countries': set(
    'GatewayFirewallRules',
    'Rules 0 Statement RateBasedStatement ScopeDownStatement',
    { GeoMatchStatement: { CountryCodes: ['US'] } },
  ),
  'the limit of an address is another': set('GatewayFirewallRules', 'Rules 0 Statement RateBasedStatement Limit', 30),
  'the limit is of all addresses together': set(
    'GatewayFirewallRules',
    'Rules 0 Statement RateBasedStatement AggregateKeyType',
    'CONSTANT',
  ),
  'what no rule knows is refused': set('GatewayFirewallRules', 'DefaultAction', { Block: {} }),
  'a rule answers in its own words': set('GatewayFirewallRules', 'Rules 0 Action', {
    Block: { CustomResponse: { ResponseCode: 429 } },
  }),
  'a rule leaves no samples': set('GatewayFirewallRules', 'Rules 1 VisibilityConfig SampledRequestsEnabled', false),
  'a rule leaves no metric': set('GatewayFirewallRules', 'Rules 2 VisibilityConfig CloudWatchMetricsEnabled', false),
  'two rules share a metric': set('GatewayFirewallRules', 'Rules 2 VisibilityConfig MetricName', 'rate'),
  "the firewall's log leaves out what was refused": set('GatewayFirewallLogging', 'LoggingFilter', {
    DefaultBehavior: 'DROP',
    Filters: [],
  }),
  "the firewall's log goes nowhere": set('GatewayFirewallLogging', 'LogDestinationConfigs', []),
  'a matched token shows in the details': set(
    'GatewayFirewallRules',
    'DataProtectionConfig DataProtections 0 ExcludeRuleMatchDetails',
    true,
  ),
  'tokens are only hashed': set('GatewayFirewallRules', 'DataProtectionConfig DataProtections 0 Action', 'HASH'),
  'the firewall is one for CloudFront': set('GatewayFirewallRules', 'Scope', 'CLOUDFRONT'),
  'the firewall has the name of another stage': set('GatewayFirewallRules', 'Name', 'frontdesk-dev'),
  'requests are not protected in their samples': unset(
    'GatewayFirewallRules',
    'DataProtectionConfig DataProtections 0 Field FieldKeys',
  ),
}
