// The rules of AWS's managed groups that the firewall uses, as data: where each of them looks, and what it refuses.

/**
 * AWS describes the rules, and keeps their exact patterns to itself. So the patterns here refuse at least what AWS's texts and
 * examples name, rather more.
 */
export const source = 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'

/** Where a rule looks. */
export type Place = 'method' | 'host' | 'userAgent' | 'cookie' | 'headers' | 'path' | 'query' | 'body'

/** What a rule refuses: a text, a length in bytes, or that there is nothing. */
type Refuses =
  | { text: RegExp; examples: readonly [string, ...string[]] }
  /** The bytes as they are sent: a path and a query with their escapes. */
  | { longerThan: number }
  | 'absence'

export type ManagedRule = { name: string; place: Place; refuses: Refuses }
export type ManagedGroup = {
  name: string
  rules: ManagedRule[]
}

const kilobytes = 1024

/** Rules of one kind, with the name that AWS gives to each place. */
const family = (kind: string, refuses: Refuses, places: Partial<Record<Place, string>>): ManagedRule[] =>
  Object.entries(places).map(([place, suffix]) => ({ name: `${kind}_${suffix}`, place: place as Place, refuses }))

const texts = (text: RegExp, ...examples: [string, ...string[]]): Refuses => ({ text, examples })

const metadataAddress = texts(/169\.254\.169\.254|metadata\.google/i, '169.254.169.254', 'http://169.254.169.254/')
const traversal = texts(/\.\./, '../../etc/passwd', 'a..b', '..')
const extensions = texts(
  /\.(log|ini|bak|backup|conf|config|cfg|env|sql|sys|dll|old|swp|key|pem)\b/i,
  ...(['a.log', 'a.ini', 'a.bak', 'a.conf', 'a.sys'] as const),
)
const inclusion = texts(/(https?|ftps?|file):\/\/(\d{1,3}\.){3}\d{1,3}/i, 'http://10.0.0.1/a', 'file://10.0.0.1')
const script = texts(
  /[<>]|javascript:|vbscript:|\bon\w+\s*=/i,
  ...(['<script>alert(1)</script>', '<b', 'javascript:a', 'onload=a'] as const),
)
const javaCode = texts(/java\.lang\.|getRuntime\(|rO0AB/i, '(java.lang.Runtime).getRuntime().exec("a")', 'java.lang.a')
const lookup = texts(/\$\{/, '${jndi:ldap://example.com/}')
const reactCode = texts(/__proto__|constructor:|\$@|child_process/, '{"then":"$1:__proto__:then"}', '__proto__')
const programFolders = texts(/web-inf|meta-inf|\.git\b|\.env\b|\.aws\b/i, 'WEB-INF', 'web-inf', 'a.env')

const inTexts = { body: 'BODY', cookie: 'COOKIE', path: 'URIPATH', query: 'QUERYARGUMENTS' }
const { cookie: _noCookies, ...withoutCookies } = inTexts

export const managedGroups: ManagedGroup[] = [
  {
    name: 'AWSManagedRulesCommonRuleSet',
    rules: [
      { name: 'NoUserAgent_HEADER', place: 'userAgent', refuses: 'absence' },
      { name: 'UserAgent_BadBots_HEADER', place: 'userAgent', refuses: texts(/nessus|nmap/i, 'nessus', 'nmap') },
      { name: 'SizeRestrictions_QUERYSTRING', place: 'query', refuses: { longerThan: 2 * kilobytes } },
      { name: 'SizeRestrictions_Cookie_HEADER', place: 'cookie', refuses: { longerThan: 10 * kilobytes } },
      { name: 'SizeRestrictions_BODY', place: 'body', refuses: { longerThan: 8 * kilobytes } },
      { name: 'SizeRestrictions_URIPATH', place: 'path', refuses: { longerThan: kilobytes } },
      ...family('EC2MetaDataSSRF', metadataAddress, inTexts),
      ...family('GenericLFI', traversal, withoutCookies),
      ...family('RestrictedExtensions', extensions, { path: 'URIPATH', query: 'QUERYARGUMENTS' }),
      ...family('GenericRFI', inclusion, withoutCookies),
      ...family('CrossSiteScripting', script, inTexts),
    ],
  },
  {
    name: 'AWSManagedRulesKnownBadInputsRuleSet',
    rules: [
      ...family('JavaDeserializationRCE', javaCode, {
        headers: 'HEADER',
        body: 'BODY',
        path: 'URIPATH',
        query: 'QUERYSTRING',
      }),
      { name: 'Host_localhost_HEADER', place: 'host', refuses: texts(/localhost/i, 'localhost') },
      { name: 'PROPFIND_METHOD', place: 'method', refuses: texts(/^propfind$/i, 'propfind') },
      { name: 'ExploitablePaths_URIPATH', place: 'path', refuses: programFolders },
      ...family('Log4JRCE', lookup, { headers: 'HEADER', query: 'QUERYSTRING', body: 'BODY', path: 'URIPATH' }),
      { name: 'ReactJSRCE_BODY', place: 'body', refuses: reactCode },
    ],
  },
]
