// The firewall against the contract: no rule in blocking mode refuses a request that the contract's schemas allow.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { modelOf, type Contract } from '../codegen/model.ts'
import { operations } from '../testing/contract-operations.ts'
import { managedGroups, source } from './managed-rules.ts'
import { refusesAllowed } from './refusals.ts'
import { stages } from './stages.ts'
import { allowedRequest, isRefused } from './testing/allowed-request.ts'
import { propertiesOf } from './testing/checks/resources.ts'
import { plain, templateOf } from './testing/template.ts'

type Overridden = { Name: string; RuleActionOverrides: { Name: string }[] }

const rules = managedGroups.flatMap((group) => group.rules)
let groups: Overridden[]
/** The rules that block in the template. */
let blocking: typeof rules

beforeAll(async () => {
  const { Rules } = propertiesOf(
    plain(await templateOf(stages.prod)),
    'AWS::WAFv2::WebACL',
    'GatewayFirewallRules',
  ) as {
    Rules: { Statement: { ManagedRuleGroupStatement?: Overridden } }[]
  }
  groups = Rules.flatMap(({ Statement }) => Statement.ManagedRuleGroupStatement ?? [])
  const counted = groups.flatMap(({ RuleActionOverrides }) => RuleActionOverrides.map(({ Name }) => Name))
  blocking = rules.filter(({ name }) => !counted.includes(name))
})

test('the groups in use are those whose rules are known', () => {
  expect(groups.map(({ Name }) => Name)).toEqual(managedGroups.map(({ name }) => name))
  expect(groups.map(({ Name }) => Name)).toContain('AWSManagedRulesKnownBadInputsRuleSet')
  expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  // AWS refuses an override of a rule that the group does not have.
  const names = new Set(rules.map(({ name }) => name))
  expect(names.size).toBe(rules.length)
  for (const { RuleActionOverrides } of groups)
    for (const { Name } of RuleActionOverrides) expect(names).toContain(Name)
})

test('each example of a rule is one that the rule refuses', () => {
  for (const { name, refuses } of rules) {
    if (refuses === 'absence' || !('text' in refuses)) continue
    for (const example of refuses.examples) expect(example, name).toMatch(refuses.text)
  }
})

test.each(operations.map((operation) => [operation.operationId, operation] as const))(
  'no rule that blocks refuses what %s allows',
  (_id, operation) => {
    for (const userAgent of [undefined, 'curl/8.14.1'])
      fc.assert(
        fc.property(allowedRequest(operation, userAgent), (request) => {
          expect(blocking.filter((rule) => isRefused(rule, request)).map(({ name }) => name)).toEqual([])
        }),
        { numRuns: 60 },
      )
  },
)

test('each rule that only counts would refuse something that the contract allows', () => {
  const requests = operations.flatMap((operation) => fc.sample(allowedRequest(operation), { numRuns: 150, seed: 7 }))
  const needless = rules.filter(
    (rule) => !blocking.includes(rule) && !requests.some((request) => isRefused(rule, request)),
  )
  expect(needless.map(({ name }) => name)).toEqual([])
  expect(blocking.map(({ name }) => name)).toEqual(expect.arrayContaining(['Host_localhost_HEADER', 'PROPFIND_METHOD']))
})

/** A contract of one operation. */
const contractOf = (path: string, operation: object): Contract =>
  ({
    openapi: '3.0.3',
    info: { title: 'Other', version: '1.0.0' },
    paths: { [path]: { get: { operationId: 'getIt', responses: {}, ...operation } } },
  }) as Contract
const countedFor = (contract: Contract) =>
  rules.filter((rule) => refusesAllowed(rule, modelOf(contract))).map(({ name }) => name)
const inPath = (schema: object) => ({ parameters: [{ name: 'id', in: 'path', required: true, schema }] })

test.each<[string, string, object, string[]]>([
  ['no parameters', '/a', {}, ['NoUserAgent_HEADER']],
  [
    'letters in a path',
    '/a/{id}',
    inPath({ type: 'string', pattern: '^[a-z]+$', maxLength: 20 }),
    ['NoUserAgent_HEADER'],
  ],
  [
    'dots in a path',
    '/a/{id}',
    inPath({ type: 'string', pattern: '^[a-z.]+$', maxLength: 20 }),
    [
      'NoUserAgent_HEADER',
      'GenericLFI_URIPATH',
      'RestrictedExtensions_URIPATH',
      'JavaDeserializationRCE_URIPATH',
      'ExploitablePaths_URIPATH',
    ],
  ],
  [
    'one of two names in a path',
    '/a/{id}',
    inPath({ type: 'string', enum: ['one', 'app.ini'] }),
    ['NoUserAgent_HEADER', 'RestrictedExtensions_URIPATH'],
  ],
  [
    'a long path of letters',
    '/a/{id}',
    inPath({ type: 'string', pattern: '^[a-z]+$', maxLength: 2000 }),
    ['NoUserAgent_HEADER', 'SizeRestrictions_URIPATH'],
  ],
  [
    'a User-Agent that is asked for',
    '/a',
    { parameters: [{ name: 'User-Agent', in: 'header', required: true, schema: { type: 'string', enum: ['mine'] } }] },
    [],
  ],
  [
    'a cookie of any text',
    '/a',
    { parameters: [{ name: 'theme', in: 'cookie', schema: { type: 'string', maxLength: 100 } }] },
    ['NoUserAgent_HEADER', 'EC2MetaDataSSRF_COOKIE', 'CrossSiteScripting_COOKIE'],
  ],
])('of a contract with %s these rules count', (_what, path, operation, expected) => {
  expect(countedFor(contractOf(path, operation))).toEqual(expected)
})
