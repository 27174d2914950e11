// The rules of custom plugins of Amazon Q Business, for any OpenAPI document.
import { isHttpsUrl } from './address.ts'
import { amazonQAdvice } from './amazon-q-advice.ts'
import { answerSchemas, inEachOperation, inputSchemas, objectsOf, successesOf } from './openapi.ts'
import * as openapi from './openapi-checks.ts'
import { at, isObject, isText, itemsOf, membersOf, shown, textOf, written } from './place.ts'
import { acceptsUrl } from './placeholder.ts'
import { breach, rulesOf, unless, type AgentDocument, type Rule } from './rule.ts'

const schemaPage = {
  document: 'Amazon Q Business User Guide, Defining OpenAPI schemas',
  url: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/plugins-api-schema.html',
}
const quotas = {
  document: 'Amazon Q Business User Guide, Quotas',
  url: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/quotas-regions.html',
}
const prerequisites = {
  document: 'Amazon Q Business User Guide, Prerequisites of custom plugins',
  url: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/custom-plugin-prereqs.html',
}

/** Parameters that need no check of their scopes: those of OpenID Connect and of Cognito itself. */
const plainScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']

const flowsOf = (document: AgentDocument) =>
  openapi
    .securitySchemesOf(document)
    .map(([name, scheme]) => ({ name, scheme, flow: at(scheme, 'flows', 'authorizationCode') }))

const formExtensions = ['x-amzn-form-display-name', 'x-amzn-form-hide']

export const amazonQ: Rule[] = [
  ...rulesOf('amazon-q', schemaPage, {
    size: {
      says: 'The document has at most 1 MB.',
      fix: 'Offer fewer operations, or shorten the descriptions.',
      source: quotas,
      check: openapi.isSmall(1_000_000),
    },
    'openapi-version': {
      says: '`openapi` is 3.0.0 or higher.',
      fix: 'Write the document in OpenAPI 3.0.3.',
      check: openapi.hasVersion(/^3\.\d+\.\d+$/, '3.0.0 or higher'),
    },
    'one-server': {
      says: '`servers` has exactly one entry.',
      fix: 'Name the one server that Amazon Q calls.',
      check: (document) => {
        const { length } = openapi.serversOf(document)
        return unless(length === 1, written(document.root, 'servers'), `servers: ${length}, not one`)
      },
    },
    'https-server': {
      says: 'The server is an absolute https URL that the Internet reaches.',
      fix: 'Write the URL in full, with https and a public host name.',
      check: openapi.serversAre('an absolute https URL', isHttpsUrl),
    },
    'operation-count': {
      says: 'There are 1 to 20 operations.',
      fix: 'Offer at most 20 operations; split the rest into another plugin.',
      source: quotas,
      check: openapi.operationCount(20),
    },
    'path-slash': {
      says: 'Each path begins with a slash.',
      fix: 'Put a slash before the path.',
      check: ({ root }) =>
        membersOf(at(root, 'paths'))
          .filter(([path]) => !path.startsWith('/') && !path.startsWith('x-'))
          .map(([path, item]) => breach(item, `the path ${shown(path)} has no leading slash`)),
    },
    'operation-description': {
      says: 'Each operation has a `description`.',
      fix: 'Say in a sentence what the operation does.',
      check: openapi.hasDescription,
    },
    'parameter-name': {
      says: 'Each parameter has a `name`.',
      fix: 'Name the parameter.',
      check: inEachOperation(({ parameters }) =>
        parameters.flatMap((parameter) =>
          unless(isText(at(parameter, 'name')), parameter, 'the parameter has no name'),
        ),
      ),
    },
    'parameter-description': {
      says: 'Each parameter has a `description`.',
      fix: 'Say in a sentence what the value means.',
      check: openapi.parametersHaveDescription,
    },
    'parameter-place': {
      says: 'Each parameter is in the path or in the query.',
      fix: 'Move the parameter, or leave it out when it is optional.',
      check: openapi.inEachParameter((parameter, name) => {
        const { value } = at(parameter, 'in')
        return unless(
          value === 'path' || value === 'query',
          parameter,
          `${name} is neither in the path nor in the query`,
        )
      }),
    },
    'no-body-on-get-or-delete': {
      says: 'GET and DELETE have no `requestBody`.',
      fix: 'Send the values in the query, or use another method.',
      check: inEachOperation(({ place, method }) => {
        const body = written(place, 'requestBody')
        const isRefused = body.value !== undefined && ['get', 'delete'].includes(method)
        return unless(!isRefused, body, `requestBody on ${method.toUpperCase()}`)
      }),
    },
    'json-body': {
      says: 'A body is `application/json` with a schema.',
      fix: 'Offer application/json alone, and give it a schema.',
      check: openapi.jsonBodies,
    },
    'no-composition': {
      says: 'Inputs have no `allOf`, `oneOf`, `anyOf` or `not`.',
      fix: 'Write one plain schema.',
      check: openapi.withoutKeywords(openapi.composition, inputSchemas),
    },
    'no-arrays': {
      says: 'Inputs have no arrays.',
      fix: 'Take one value a call, or a text with separators.',
      check: openapi.withoutInputArrays,
    },
    'some-response': {
      says: 'Each operation has `responses`.',
      fix: 'Describe the answer of a success.',
      check: inEachOperation(({ place }) =>
        unless(membersOf(at(place, 'responses')).length > 0, place, 'responses is missing or empty'),
      ),
    },
    'json-response': {
      says: 'Each 2xx answer is `application/json` with a schema.',
      fix: 'Give the answer one JSON content with a schema. An answer without content goes.',
      check: inEachOperation((operation) =>
        successesOf(operation).flatMap(([status, answer]) => openapi.onlyJson(answer, `response ${status}`)),
      ),
    },
    'typed-members': {
      says: 'Each property of an answer has a `type`.',
      fix: 'Give the property a type.',
      check: (document) =>
        answerSchemas(document).flatMap(({ place, owner }) =>
          membersOf(at(place, 'properties')).flatMap(([name, schema]) => {
            const isTyped = isObject(schema.value) && Object.hasOwn(schema.value, 'type')
            return unless(isTyped, schema, `${owner}: the property ${shown(name)} has no type`)
          }),
        ),
    },
  }),
  ...rulesOf('amazon-q', prerequisites, {
    'oauth-code': {
      says: 'A security scheme is `oauth2` with `authorizationCode`, its two URLs and its scopes.',
      fix: 'Describe the authorization-code flow; other schemes go.',
      check: (document) =>
        flowsOf(document).flatMap(({ name, scheme, flow }) => {
          const isComplete = isText(at(flow, 'authorizationUrl')) && isText(at(flow, 'tokenUrl'))
          const isCode = at(scheme, 'type').value === 'oauth2' && isComplete && isObject(at(flow, 'scopes').value)
          return unless(
            isCode,
            scheme,
            `securitySchemes.${name} is not oauth2 with authorizationCode, its two URLs and its scopes`,
          )
        }),
    },
    'oauth-host': {
      says: 'The URLs of the flow are https URLs.',
      fix: 'Write the URLs in full, with https and a public host name.',
      check: (document) =>
        flowsOf(document).flatMap(({ name, flow }) =>
          ['authorizationUrl', 'tokenUrl'].flatMap((member) => {
            const url = textOf(at(flow, member)) ?? ''
            const isGood = url === '' || acceptsUrl(document, url, isHttpsUrl)
            return unless(isGood, written(flow, member), `securitySchemes.${name}: '${url}' is no https URL`)
          }),
        ),
    },
    security: {
      says: 'Each operation has `security`; it names a scheme of the document and scopes of its flow.',
      fix: 'Name the oauth2 scheme and the scopes that the operation needs.',
      check: inEachOperation(({ place }, { root }) => {
        const security = at(place, 'security')
        if (!Array.isArray(security.value)) return [breach(place, 'security is missing')]
        return itemsOf(security)
          .flatMap(membersOf)
          .flatMap(([name, scopes]) => {
            const scheme = at(root, 'components', 'securitySchemes', name)
            if (!isObject(scheme.value)) {
              return [breach(scopes, `security names ${name}, which is no scheme of the document`)]
            }
            const known = at(scheme, 'flows', 'authorizationCode', 'scopes').value
            return itemsOf(scopes).flatMap((scope) => {
              const isKnown = !isObject(known) || (typeof scope.value === 'string' && Object.hasOwn(known, scope.value))
              return unless(
                isKnown,
                scope,
                `security names the scope ${textOf(scope) ?? shown(scope.value)}, which ${name} lacks`,
              )
            })
          })
      }),
    },
    'known-extensions': {
      says: 'The only extensions are `x-amzn-form-display-name` and `x-amzn-form-hide`.',
      fix: 'Leave the extension out.',
      check: (document) =>
        objectsOf(document).flatMap((object) =>
          Object.keys(isObject(object.value) ? object.value : {})
            .filter((key) => key.startsWith('x-') && !formExtensions.includes(key))
            .map((key) => breach(written(object, key), `${shown(key)} is not an extension of Amazon Q`)),
        ),
    },
    'cognito-scopes': {
      says: "A scope of Cognito is the resource server's identifier, a slash and a name.",
      fix: "Put the resource server's identifier and a slash before the scope.",
      check: (document) =>
        flowsOf(document)
          .filter(({ flow }) => /\.amazoncognito\.com\b/.test(textOf(at(flow, 'tokenUrl')) ?? ''))
          .flatMap(({ flow }) => membersOf(at(flow, 'scopes')))
          .filter(([scope]) => !/^[^/]+\/[^/]+$/.test(scope) && !plainScopes.includes(scope))
          .map(([scope, place]) => breach(place, `the scope ${shown(scope)} is not of the form server/scope`)),
    },
  }),
  ...amazonQAdvice,
]
