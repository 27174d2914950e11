// Mistakes that somebody might make in the cache of public reads, one at a time.
import { add, drop, rewrite, set, unset, type Mistake } from './mistake.ts'
import { publicPath } from './places.ts'

const key = `Body paths ${publicPath} get x-amazon-apigateway-integration cacheKeyParameters`
const rule = 'Rules 3 Statement AndStatement Statements'

/** The key describes the mistake. */
export const cacheMistakes: Record<string, Mistake> = {
  'the key lacks a filter': drop('GatewayApi', key, 0),
  'the key lacks the origin': drop('GatewayApi', key),
  'the key has the token of one caller': add('GatewayApi', key, 'method.request.header.Authorization'),
  'a read of users is cached': set(
    'GatewayApi',
    'Body paths /status get x-amazon-apigateway-integration cacheKeyParameters',
    ['method.request.querystring.status'],
  ),
  'everything is cached': set('GatewayApiDeploymentStageprod', 'MethodSettings 0 CachingEnabled', true),
  'a public read is cached for an hour': set(
    'GatewayApiDeploymentStageprod',
    'MethodSettings CachingEnabled=true CacheTtlInSeconds',
    3600,
  ),
  'the cache is not encrypted': set(
    'GatewayApiDeploymentStageprod',
    'MethodSettings CachingEnabled=true CacheDataEncrypted',
    false,
  ),
  'the cache is a large one': set('GatewayApiDeploymentStageprod', 'CacheClusterSize', '237'),
  'unknown parameters reach the cache': drop('GatewayFirewallRules', 'Rules'),
  'unknown parameters are only counted': set('GatewayFirewallRules', 'Rules 3 Action', { Count: {} }),
  'a parameter of the contract is refused': rewrite(
    'GatewayFirewallRules',
    `${rule} 1 OrStatement Statements 0 AndStatement Statements 1 OrStatement Statements 0 AndStatement Statements 1 NotStatement Statement RegexMatchStatement RegexString`,
    'limit',
    'size',
  ),
  'repeated parameters reach the cache': drop(
    'GatewayFirewallRules',
    `${rule} 1 OrStatement Statements 0 AndStatement Statements 1 OrStatement Statements`,
  ),
  'writes with a query are refused, too': set(
    'GatewayFirewallRules',
    `${rule} 0 ByteMatchStatement SearchString`,
    'POST',
  ),
  'the stage is forgotten': rewrite(
    'GatewayFirewallRules',
    `${rule} 1 OrStatement Statements 0 AndStatement Statements 0 RegexMatchStatement RegexString`,
    '(/prod)?',
    '',
  ),
  'the size of the cache is missing': unset('GatewayApiDeploymentStageprod', 'CacheClusterSize'),
}
