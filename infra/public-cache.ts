// The gateway's cache of public reads: which operations it serves, and the requests that must not reach it.
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Operation } from '../codegen/model.ts'
import { fits } from '../codegen/model/fits.ts'
import type { Stage } from './stages.ts'

type Statement = CfnWebACL.StatementProperty

/**
 * Anyone may read these, and codegen puts every parameter of theirs into the key of the cache. The key has one text for each
 * parameter, so lists and objects are not cached.
 */
export const isCacheable = ({ method, security, parameters }: Operation) =>
  method === 'get' && security.length === 0 && parameters.every(({ shape }) => shape === 'scalar')

/** Throws a sentence when the stage cannot have its cache. */
export function checkCache({ name, publicCache, firewall }: Stage) {
  if (publicCache && !firewall)
    throw new Error(
      `${name} has publicCache, so it needs firewall in infra/stages.ts: it keeps unknown parameters away from the cache.`,
    )
}

/**
 * What is not in the key must not decide an answer: the cache would keep a 400 for callers who send something else. The key has
 * one value of each parameter of the contract. So a parameter that is unknown, repeated or empty is refused before the cache.
 */
export function outsideTheKey(operations: Operation[], stage: string): Statement {
  const cached = operations.filter(isCacheable)
  // Operations with the same parameters share their statements.
  const kinds = Map.groupBy(cached, (operation) => [queryPattern(operation), ...repeatedHeaders(operation)].join(' '))
  const ofKinds = [...kinds.values()].flatMap((alike): Statement[] => {
    const [first] = alike
    return first ? [all([onPaths(alike, stage), any(wrongParts(first))])] : []
  })
  const isGet: Statement = {
    byteMatchStatement: {
      fieldToMatch: { method: {} },
      positionalConstraint: 'EXACTLY',
      searchString: 'GET',
      textTransformations: asItIs,
    },
  }
  return all([isGet, any(ofKinds)])
}

const wrongParts = (operation: Operation): Statement[] => [
  // Without this size a request without a query would count as one whose query does not match.
  all([
    {
      sizeConstraintStatement: {
        fieldToMatch: { queryString: {} },
        comparisonOperator: 'GT',
        size: 0,
        textTransformations: asItIs,
      },
    },
    { notStatement: { statement: matching({ queryString: {} }, queryPattern(operation)) } },
  ]),
  ...queryNames(operation).map((name) => matching({ queryString: {} }, `(^|&)${name}=.*&${name}=`)),
  ...repeatedHeaders(operation).map((expression) =>
    matching({ headerOrder: { oversizeHandling: 'MATCH' } }, expression, 'LOWERCASE'),
  ),
]

/** A query of known parameters, each with a value. */
function queryPattern(operation: Operation): string {
  const parameters = operation.parameters.filter(({ in: place }) => place === 'query')
  if (parameters.length === 0) return '^&*$'
  const pairs = parameters.map(({ schema }, index) => {
    const value = schema && fits(schema, '') ? '[^&]*' : '[^&]+'
    return `${queryNames(operation)[index] ?? ''}=${value}`
  })
  return `^&*((${pairs.join('|')})(&+|$))*$`
}

/** The expression of each name, as it is or with escapes. */
const queryNames = ({ parameters }: Operation) =>
  parameters
    .filter(({ in: place }) => place === 'query')
    .map(({ name }) => {
      const forms = [...new Set([name, encodeURIComponent(name)])].map(literally)
      return forms.length === 1 ? (forms[0] ?? '') : `(${forms.join('|')})`
    })

/** WAF writes the names of a request's headers one after the other, with colons. */
const repeatedHeaders = ({ parameters }: Operation) =>
  parameters
    .filter(({ in: place }) => place === 'header')
    .map(({ name }) => literally(name.toLowerCase()))
    .map((name) => `(^|:)${name}:(.*:)?${name}(:|$)`)

const onPaths = (operations: Operation[], stage: string) => {
  const paths = operations.map(({ path }) =>
    path
      .split('/')
      .map((step) => (step.startsWith('{') ? '[^/]+' : literally(step)))
      .join('/'),
  )
  return matching({ uriPath: {} }, `^(/${stage})?(${paths.join('|')})$`)
}

const literally = (text: string) => text.replaceAll(/[^\w-]/g, (character) => `\\${character}`)

const asItIs = [{ priority: 0, type: 'NONE' }]

const matching = (fieldToMatch: CfnWebACL.FieldToMatchProperty, regexString: string, type = 'NONE'): Statement => ({
  regexMatchStatement: { fieldToMatch, regexString, textTransformations: [{ priority: 0, type }] },
})

/** WAF joins two statements or more. */
const all = (statements: Statement[]): Statement =>
  statements.length === 1 && statements[0] ? statements[0] : { andStatement: { statements } }
const any = (statements: Statement[]): Statement =>
  statements.length === 1 && statements[0] ? statements[0] : { orStatement: { statements } }
