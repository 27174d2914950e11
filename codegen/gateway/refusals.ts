// Refuses contracts that API Gateway's REST import would refuse, or would take and silently change.
import type { Refusal } from '../artefacts.ts'
import type { Model, Operation } from '../model.ts'
import { catchAll, operationsWithRoutes, segmentsOf, wantsKey } from './own-routes.ts'
import { hasProblems, responseRefusals } from './responses.ts'

type Check = (operation: Operation, model: Model) => string[]

const isTemplate = (segment: string) => segment.startsWith('{') && segment.endsWith('}')

const reservedPath: Check = ({ path }) => {
  const [first = ''] = segmentsOf(path)
  return ['ping', 'sping'].includes(first) ? [`/${first} is reserved for API Gateway's health checks`] : []
}

const segments: Check = ({ path }) =>
  path === '/'
    ? []
    : segmentsOf(path).flatMap((segment) => {
        const name = isTemplate(segment) ? segment.slice(1, -1) : segment
        if (isTemplate(segment) && name.endsWith('+')) return [`${segment} is greedy; only the catch-all route may be`]
        if (/^[A-Za-z0-9._:-]+$/.test(name)) return []
        if (name === '') return ['the path has two slashes in a row, or ends with one, and API Gateway takes neither']
        return [`the path segment '${segment}' is neither of A-Z a-z 0-9 . _ : - nor one whole {parameter} of them`]
      })

const method: Check = ({ method }) => {
  if (method === 'trace') return ['API Gateway has no method TRACE']
  return method === 'options' ? ['OPTIONS is added to every path, for CORS, so leave it out'] : []
}

const securitySchemes: Check = ({ security }, model) =>
  security.flatMap((requirement) =>
    Object.keys(requirement).flatMap((name) => {
      const scheme = model.securitySchemes[name]
      if (!scheme) return [`the security scheme ${name} is not in components`]
      if (scheme.type === 'oauth2') return []
      if (scheme.type !== 'apiKey') return [`nobody checks the security scheme ${name} of type ${scheme.type}`]
      // The renderer knows the key by this name. Under another name the operation would be open at the gateway.
      const isGatewayKey = name === 'apiKey' && scheme.in === 'header' && scheme.name.toLowerCase() === 'x-api-key'
      return isGatewayKey ? [] : [`the API key ${name} is not the one that is named apiKey, in the header x-api-key`]
    }),
  )

const keyAlone: Check = (operation) => {
  const { security } = operation
  const alone = security.length === 1 && security.every((requirement) => Object.keys(requirement).length === 1)
  return wantsKey(operation) && !alone
    ? ['API Gateway asks every caller for the key, so nothing can stand beside apiKey']
    : []
}

const ownServers: Check = ({ hasOwnServers }) =>
  hasOwnServers ? ['API Gateway would answer it at the one address of all'] : []

const checks = [reservedPath, segments, method, securitySchemes, keyAlone, ownServers]

/** The default quota of an API. */
const maxResources = 300

/** Each step of a path is a resource. Every API has two more: the root, and the route of what matches no path. */
const resourcesOf = (model: Model): number => {
  const steps = operationsWithRoutes(model).flatMap(({ path }) =>
    segmentsOf(path).map((_, depth, all) => `/${all.slice(0, depth + 1).join('/')}`),
  )
  return new Set(['/', '/{proxy+}', ...steps]).size
}

/** Tells the cure that helps this contract: the catch-all route may be there already, or take too little. */
function tooManyResources(model: Model): string[] {
  const { document } = model
  const count = resourcesOf(model)
  if (count <= maxResources) return []
  const left = resourcesOf({ ...model, document: { ...document, [catchAll]: true } })
  const found = `the paths make ${count} resources, and an API has ${maxResources}`
  const raise = 'have the quota raised (Service Quotas, API Gateway, Resources per API)'
  if (left <= maxResources) return [`${found}: set ${catchAll}: true at the root, which leaves ${left}, or ${raise}`]
  const also = document[catchAll] === true ? '' : `, and ${left} with ${catchAll}: true`
  return [
    `${found}${also}: ${raise}. An operation with an API key, an access token, a GET for everybody or a stream keeps its route, and so do all paths with the same first segment`,
  ]
}

function documentRefusals(model: Model): string[] {
  const { openapi } = model.document
  return [...(openapi.startsWith('3.0.') ? [] : [`OpenAPI ${openapi} is not 3.0`]), ...tooManyResources(model)]
}

/** Each operation and path that API Gateway would not import unchanged. */
export function refusalsOf(model: Model): Refusal[] {
  const { operations } = model
  return [
    ...documentRefusals(model).map((message) => ({ pointer: '#/openapi', message })),
    ...(hasProblems(model) ? responseRefusals(model) : []).map((message) => ({
      pointer: '#/x-problem-types',
      message,
    })),
    ...operations.flatMap((operation) =>
      checks.flatMap((check) => check(operation, model).map((message) => refusal(operation, message))),
    ),
    ...rivalParameters(operations),
  ]
}

/** Throws one error with all refusals. */
export function refuseUnimportable(model: Model): void {
  const refusals = refusalsOf(model).map(({ message }) => message)
  if (refusals.length > 0) throw new Error(`API Gateway cannot import the contract:\n${refusals.join('\n')}`)
}

const refusal = (operation: Operation, reason: string): Refusal => ({
  pointer: `#/paths/${operation.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${operation.method}`,
  message: `${nameOf(operation)}: ${reason}`,
})

const nameOf = ({ operationId, method, path }: Operation) => `${operationId} (${method.toUpperCase()} ${path})`

/** API Gateway has at most one parameter below a parent, with one name. */
function rivalParameters(operations: Operation[]): Refusal[] {
  const first = new Map<string, { segment: string; operation: Operation }>()
  return operations.flatMap((operation) => {
    const parts = segmentsOf(operation.path)
    return parts.flatMap((segment, depth) => {
      if (!isTemplate(segment)) return []
      const parent = `/${parts.slice(0, depth).join('/')}`
      const known = first.get(parent)
      if (!known) first.set(parent, { segment, operation })
      if (!known || known.segment === segment) return []
      return [refusal(operation, `${segment} stands where ${nameOf(known.operation)} has ${known.segment}`)]
    })
  })
}
