// The documented rules of Amazon Q's custom plugins, one named check each, for any OpenAPI document.
import { isHttpsUrl } from './address.ts'
import { objectsIn, operationsIn } from './definition.ts'
import type { Definition, JsonObject } from './definition.ts'
import { inEachInput, inEachObject, inEachOperation, onlyJson, unless } from './rule.ts'
import type { Rule } from './rule.ts'

const maxBytes = 1_000_000

const oauthFlows = (definition: Definition) =>
  Object.entries(definition.components?.securitySchemes ?? {}).map(
    ([name, { type, flows }]) => [name, type, flows?.authorizationCode] as const,
  )

export const amazonQRules: Record<string, Rule> = {
  size: (definition) => {
    // Indented, like the file that an administrator uploads.
    const bytes = Buffer.byteLength(JSON.stringify(definition, undefined, 2))
    return unless(bytes <= maxBytes, `document: ${bytes} bytes, at most ${maxBytes} are taken`)
  },
  'openapi-version': ({ openapi }) =>
    unless(/^3\.\d+\.\d+$/.test(openapi ?? ''), `document openapi: ${openapi ?? 'missing'} is not 3.0.0 or higher`),
  'one-server': ({ servers = [] }) => unless(servers.length === 1, `document servers: ${servers.length}, not one`),
  'https-server': ({ servers = [] }, filled) =>
    servers.flatMap(({ url = '' }) =>
      unless(isHttpsUrl(url) || (!filled && url === '${SERVER_URL}'), `document servers: '${url}' is no https URL`),
    ),
  'operation-count': (definition) => {
    const count = operationsIn(definition).length
    return unless(count >= 1 && count <= 20, `document paths: ${count} operations, not 1 to 20`)
  },
  'path-slash': ({ paths = {} }) =>
    Object.keys(paths).flatMap((path) =>
      unless(path.startsWith('/'), `document paths: '${path}' has no leading slash`),
    ),
  'operation-id': (definition) => {
    const ids = operationsIn(definition).map(({ operation }) => operation.operationId)
    return operationsIn(definition).flatMap(({ name, operation: { operationId } }) =>
      unless(
        !!operationId && ids.indexOf(operationId) === ids.lastIndexOf(operationId),
        `${name}: operationId is missing or not unique`,
      ),
    )
  },
  'operation-description': inEachOperation(({ description }) => unless(!!description, 'description is missing')),
  'parameter-name': inEachOperation(({ parameters = [] }) =>
    parameters.flatMap(({ name }, index) => unless(!!name, `parameters[${index}] has no name`)),
  ),
  'parameter-description': inEachOperation(({ parameters = [] }) =>
    parameters.flatMap(({ name, description }) => unless(!!description, `parameter ${name ?? '?'} has no description`)),
  ),
  'parameter-place': inEachOperation(({ parameters = [] }) =>
    parameters.flatMap(({ name, in: place }) =>
      unless(place === 'path' || place === 'query', `parameter ${name ?? '?'} is neither in the path nor in the query`),
    ),
  ),
  'parameter-count': inEachOperation((operation) => {
    const members = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
      Object.keys(schema?.properties ?? {}),
    )
    const count = (operation.parameters ?? []).length + members.length
    return unless(count <= 10, `${count} parameters and members of the body, at most 10 work well`)
  }),
  'no-body-on-get-or-delete': inEachOperation(({ requestBody }, method) =>
    unless(!requestBody || !['get', 'delete'].includes(method), `requestBody on ${method.toUpperCase()}`),
  ),
  'json-body': inEachOperation(({ requestBody }) => (requestBody ? onlyJson(requestBody.content, 'requestBody') : [])),
  'no-composition': inEachInput((keyword) => ['allOf', 'oneOf', 'anyOf', 'not'].includes(keyword)),
  'no-arrays': inEachInput((keyword, value) => keyword === 'items' || (keyword === 'type' && value === 'array')),
  'some-response': inEachOperation(({ responses = {} }) =>
    unless(Object.keys(responses).length > 0, 'responses has none with content'),
  ),
  'success-responses': inEachOperation(({ responses = {} }) =>
    Object.keys(responses).flatMap((status) => unless(/^2\d\d$/.test(status), `response ${status} is not a 2xx`)),
  ),
  'json-response': inEachOperation(({ responses = {} }) =>
    Object.entries(responses).flatMap(([status, { content }]) => onlyJson(content, `response ${status}`)),
  ),
  'typed-members': inEachOperation(({ responses = {} }) =>
    Object.entries(responses).flatMap(([status, { content }]) =>
      [...objectsIn(content, `response ${status}`)].flatMap(({ object, place }) =>
        Object.entries((object.properties ?? {}) as Record<string, JsonObject>).flatMap(([member, schema]) =>
          unless('type' in schema, `${place}.${member} has no type`),
        ),
      ),
    ),
  ),
  'oauth-code': (definition) =>
    oauthFlows(definition).flatMap(([name, type, flow]) =>
      unless(
        type === 'oauth2' && !!flow?.authorizationUrl && !!flow.tokenUrl && !!flow.scopes,
        `document securitySchemes.${name}: not oauth2 with authorizationCode, its two URLs and its scopes`,
      ),
    ),
  'oauth-host': (definition, filled) =>
    oauthFlows(definition).flatMap(([name, , flow]) =>
      [flow?.authorizationUrl, flow?.tokenUrl].flatMap((url = '') => {
        const judged = filled ? url : url.replace('${COGNITO_DOMAIN}', 'host.example')
        return unless(url === '' || isHttpsUrl(judged), `document securitySchemes.${name}: '${url}' is no https URL`)
      }),
    ),
  security: inEachOperation(({ security }, _method, { components }) => {
    if (!security) return ['security is missing']
    return security
      .flatMap((requirement) => Object.entries(requirement))
      .flatMap(([name, scopes]) => {
        const scheme = components?.securitySchemes?.[name]
        if (!scheme) return [`security names ${name}, which is no scheme of the document`]
        const known = scheme.flows?.authorizationCode?.scopes
        const unknown = scopes.filter((scope) => known && !(scope in known))
        return unknown.map((scope) => `security names the scope ${scope}, which ${name} lacks`)
      })
  }),
  'no-references': inEachObject((object) => unless(!('$ref' in object), '$ref is not inlined')),
  'known-extensions': inEachObject((object) =>
    Object.keys(object)
      .filter((key) => key.startsWith('x-') && key !== 'x-amzn-form-display-name' && key !== 'x-amzn-form-hide')
      .map((key) => `${key} is not an extension of Amazon Q`),
  ),
  'no-links-in-descriptions': inEachObject(({ description }) =>
    unless(
      typeof description !== 'string' || !/https?:\/\/|#\/|(^|[\s(`'"])\/[a-z{]/i.test(description),
      'description refers to a URL or a path, which Amazon Q cannot follow',
    ),
  ),
  'no-empty-components': ({ components = {} }) =>
    Object.entries(components).flatMap(([section, entries]) =>
      unless(Object.keys(entries ?? {}).length > 0, `document components.${section} is empty`),
    ),
  'no-placeholders': (definition, filled) => {
    const [placeholder] = filled ? (/\$\{[^}"]*\}?/.exec(JSON.stringify(definition)) ?? []) : []
    return placeholder === undefined ? [] : [`document: ${placeholder} is not filled in`]
  },
}

/** The rules that a document breaks, each as `rule: place: what`. `filled`: the document is no template any more. */
export function amazonQViolations(document: unknown, { filled }: { filled: boolean }): string[] {
  const definition = document as Definition
  return Object.entries(amazonQRules).flatMap(([name, rule]) =>
    rule(definition, filled).map((violation) => `${name}: ${violation}`),
  )
}
