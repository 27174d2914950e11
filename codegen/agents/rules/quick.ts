// The rules of the OpenAPI connector of Amazon Quick.
import { inEachOperation, answerSchemas, inputSchemas, operationsOf, successesOf } from './openapi.ts'
import * as openapi from './openapi-checks.ts'
import { at, isText, membersOf, shown, textOf, written } from './place.ts'
import { breach, rulesOf, unless, type Rule } from './rule.ts'
import { isOfType } from './schemas.ts'

const guide = {
  document: 'Amazon Quick User Guide, OpenAPI integration',
  url: 'https://docs.aws.amazon.com/quick/latest/userguide/openapi-integration.html',
}

const maxText = 5000
const maxDepth = 5

export const quick: Rule[] = rulesOf('quick', guide, {
  json: {
    says: 'The document is JSON.',
    fix: 'Convert the YAML to JSON.',
    check: ({ root, format }) => unless(format !== 'yaml', root, 'the document is YAML'),
  },
  size: {
    says: 'The document has at most 1 MB.',
    fix: 'Offer fewer operations, or shorten the descriptions.',
    check: openapi.isSmall(1_000_000),
  },
  'openapi-version': {
    says: '`openapi` is 3.0.0 or higher.',
    fix: 'Write the document in OpenAPI 3.0.3.',
    check: openapi.hasVersion(/^3\.\d+\.\d+$/, '3.0.0 or higher'),
  },
  info: {
    says: '`info` has a title, a description and a version.',
    fix: 'Add the member to info.',
    check: ({ root }) =>
      ['title', 'description', 'version'].flatMap((member) =>
        unless(isText(at(root, 'info', member)), written(at(root, 'info'), member), `info.${member} is missing`),
      ),
  },
  servers: {
    says: '`servers` names absolute URLs.',
    fix: 'Write the URL of the API in full.',
    check: (document) => [...openapi.hasServers(document), ...openapi.serversAre('an absolute URL')(document)],
  },
  'operation-count': {
    says: 'There are 1 to 100 operations.',
    fix: 'Offer at most 100 operations; split the rest into another connector.',
    check: openapi.operationCount(100),
  },
  'operation-id': {
    says: 'An `operationId` is 1 to 256 of `A-Z a-z 0-9 _` and space, and unique.',
    fix: 'Rename the operation.',
    check: (document) => [
      ...inEachOperation(({ place }) => {
        const id = written(place, 'operationId')
        const isGood = /^[a-zA-Z0-9_ ]{1,256}$/.test(textOf(id) ?? '')
        return unless(isGood, id, `operationId is ${shown(id.value)}`)
      })(document),
      ...openapi.uniqueOperationIds(document),
    ],
  },
  'operation-description': {
    says: `An operation's \`description\` has 1 to ${maxText} characters.`,
    fix: 'Say in a few sentences what the operation does.',
    check: inEachOperation(({ place }) => describes(at(place, 'description'), 'description')),
  },
  'parameter-description': {
    says: `A parameter's \`description\` has 1 to ${maxText} characters.`,
    fix: 'Say in a sentence what the value means.',
    check: openapi.inEachParameter((parameter, name) =>
      describes(at(parameter, 'description'), `${name}: description`),
    ),
  },
  'json-body': {
    says: 'A body is `application/json` with a schema.',
    fix: 'Offer application/json alone, and give it a schema.',
    check: openapi.jsonBodies,
  },
  'json-response': {
    says: 'An answer with content is `application/json` with a schema.',
    fix: 'Describe the JSON answer alone.',
    check: inEachOperation((operation) =>
      successesOf(operation)
        .filter(([, answer]) => membersOf(at(answer, 'content')).length > 0)
        .flatMap(([status, answer]) => openapi.onlyJson(answer, `response ${status}`)),
    ),
  },
  'no-composition': {
    says: 'No schema has `allOf`, `oneOf`, `anyOf` or `not`.',
    fix: 'Write one plain schema.',
    check: openapi.withoutKeywords(openapi.composition, (document) => [
      ...inputSchemas(document),
      ...answerSchemas(document),
    ]),
  },
  'no-arrays': {
    says: 'Inputs have no arrays.',
    fix: 'Take one value a call, or a text with separators.',
    check: openapi.withoutInputArrays,
  },
  acyclic: {
    says: 'No schema contains itself.',
    fix: 'Cut the circle: an id serves in its place.',
    check: openapi.withoutCircles,
  },
  oauth: {
    says: 'A scheme is `oauth2` with `authorizationCode` or `clientCredentials`, or an `apiKey` in header or query.',
    fix: 'Describe one of these: Quick calls without signing in for any other.',
    check: (document) =>
      openapi.securitySchemesOf(document).flatMap(([name, scheme]) => {
        const { value: type } = at(scheme, 'type')
        const flows = ['authorizationCode', 'clientCredentials'].map((flow) => at(scheme, 'flows', flow).value)
        const isOAuth = type === 'oauth2' && flows.some((flow) => flow !== undefined)
        const isKey = type === 'apiKey' && ['header', 'query'].includes(textOf(at(scheme, 'in')) ?? '')
        return unless(isOAuth || isKey, scheme, `securitySchemes.${name} is none that Quick knows`)
      }),
  },
  'operation-type': {
    says: '`x-amzn-operation-type` is `read` or `write`.',
    fix: 'Write read or write.',
    check: inEachOperation(({ place }) => {
      const type = at(place, 'x-amzn-operation-type')
      const isGood = type.value === undefined || type.value === 'read' || type.value === 'write'
      return unless(isGood, type, `x-amzn-operation-type is ${shown(type.value)}`)
    }),
  },
  'marked-writes': {
    level: 'warning',
    says: 'A GET is a read and any other method a write, unless `x-amzn-operation-type` says it.',
    fix: 'Add x-amzn-operation-type to say which it is.',
    check: (document) =>
      operationsOf(document)
        .filter(({ method, place }) => method === 'post' && looksReading(textOf(at(place, 'operationId')) ?? ''))
        .filter(({ place }) => at(place, 'x-amzn-operation-type').value === undefined)
        .map(({ place, name }) =>
          breach(place, `${name}: the name says that it reads, and Quick takes a POST for a write`),
        ),
  },
  'answer-arrays': {
    level: 'warning',
    says: 'An answer is no array itself: the text on arrays does not except answers.',
    fix: 'Try the connector with this answer before you rely on it.',
    check: inEachOperation((operation) =>
      successesOf(operation).flatMap(([status, answer]) =>
        membersOf(at(answer, 'content'))
          .map(([, media]) => at(media, 'schema'))
          .filter((schema) => isOfType(schema, 'array'))
          .map((schema) => breach(schema, `response ${status} is an array itself`)),
      ),
    ),
  },
  'shallow-schemas': {
    level: 'warning',
    says: `Schemas nest at most ${maxDepth} deep.`,
    fix: 'Flatten the schema.',
    check: openapi.isShallow(maxDepth, (document) => [...inputSchemas(document), ...answerSchemas(document)]),
  },
})

function describes(description: Parameters<typeof isText>[0], name: string) {
  const { length } = textOf(description) ?? ''
  return unless(
    isText(description) && length <= maxText,
    description,
    `${name} has ${length} characters, not 1 to ${maxText}`,
  )
}

const looksReading = (name: string) => /^(get|list|find|search|read|query|lookup|count)/i.test(name)
