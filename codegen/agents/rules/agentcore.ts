// The rules of an OpenAPI target of AgentCore Gateway.
import { isAbsoluteUrl, isPrivate } from './address.ts'
import { answerSchemas, inEachOperation, inputSchemas, operationsOf } from './openapi.ts'
import * as openapi from './openapi-checks.ts'
import { at, isObject, isText, membersOf, shown, textOf, written, type Place } from './place.ts'
import { breach, rulesOf, unless, type AgentDocument, type Breach, type Rule } from './rule.ts'
import { isOfType } from './schemas.ts'

const guide = {
  document: 'AgentCore Developer Guide, OpenAPI schema targets',
  url: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-schema-openapi.html',
}
const limits = {
  document: 'AgentCore Developer Guide, Quotas',
  url: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html',
}

/** A target's name and these underscores stand before each operationId. */
const separator = '___'
const maxToolName = 256
const maxConverseName = 64
/** A target's name has at most 100 characters. */
const maxTargetName = 100
const maxOperationId = maxToolName - maxTargetName - separator.length
/** What is left of a tool's name when the target's name has 21 characters. */
const goodOperationId = 40

export const toolName = (target: string, operationId: string) => `${target}${separator}${operationId}`
export const toolNameLimits = { maxToolName, maxConverseName }

const memberIn = (place: Place, member: string) => isObject(place.value) && Object.hasOwn(place.value, member)

const longIds =
  (isLong: (length: number) => boolean, more = '') =>
  (document: AgentDocument): Breach[] =>
    operationsOf(document).flatMap(({ place }) => {
      const id = at(place, 'operationId')
      const { length } = textOf(id) ?? ''
      return unless(!isLong(length), id, `operationId has ${length} characters${more}`)
    })

export const agentcore: Rule[] = rulesOf('agentcore', guide, {
  size: {
    says: 'The document has at most 1 MB in the input itself; from S3 it may have 10 MB.',
    fix: 'Offer fewer operations, or put the document into S3.',
    source: limits,
    check: openapi.isSmall(1_000_000),
  },
  'openapi-version': {
    says: '`openapi` is 3.0.x or 3.1.x.',
    fix: 'Write the document in OpenAPI 3.0.3 or 3.1.0.',
    check: openapi.hasVersion(/^3\.[01]\.\d+$/, '3.0.x or 3.1.x'),
  },
  'operation-count': {
    says: 'There are 1 to 1,000 operations.',
    fix: 'Split the operations into several targets.',
    source: limits,
    check: openapi.operationCount(1000),
  },
  'operation-id': {
    says: 'Each operation has an `operationId`, and no two the same.',
    fix: 'Name the operation.',
    check: (document) => [...openapi.hasOperationId(document), ...openapi.uniqueOperationIds(document)],
  },
  'tool-name': {
    says: `\`target${separator}operationId\` has at most ${maxToolName} characters, whatever the target's name.`,
    fix: 'Shorten the operationId.',
    source: limits,
    check: longIds((length) => length > maxOperationId, `; ${maxOperationId} are left`),
  },
  'short-tool-name': {
    level: 'warning',
    says: `An \`operationId\` has at most ${goodOperationId} characters: Converse takes ${maxConverseName} with the target's name.`,
    fix: 'Shorten the operationId.',
    source: limits,
    check: longIds((length) => length > goodOperationId && length <= maxOperationId),
  },
  servers: {
    says: '`servers` names a real URL, the same for every call and reachable from the Internet.',
    fix: 'Write the URL in full, without variables and without a private address.',
    check: (document) => [
      ...openapi.hasServers(document),
      ...openapi.serversAre(
        'an absolute URL of a public host',
        (url) => isAbsoluteUrl(url) && !isPrivate(url) && !/[{}]/.test(url),
      )(document),
    ],
  },
  'no-composition': {
    says: 'No schema has `oneOf`, `anyOf` or `allOf`.',
    fix: 'Write one plain schema.',
    check: openapi.withoutKeywords(['oneOf', 'anyOf', 'allOf'], (document) => [
      ...inputSchemas(document),
      ...answerSchemas(document),
    ]),
  },
  'plain-parameters': {
    says: 'No parameter is an array or an object: those need a serialization of their own.',
    fix: 'Take a plain value, or move it into the body.',
    check: openapi.inEachParameter((parameter, name) => {
      const schema = at(parameter, 'schema')
      const isPlain = !isOfType(schema, 'array') && !isOfType(schema, 'object') && !memberIn(parameter, 'content')
      return unless(isPlain, parameter, `${name} is an array, an object, or has content`)
    }),
  },
  'no-security': {
    says: 'The document has no `security` and no security schemes: the target brings its credentials.',
    fix: "Remove them; give the target's input a credential provider.",
    check: ({ root, ...document }) => [
      ...unless(!memberIn(root, 'security'), written(root, 'security'), 'the document has security'),
      ...unless(
        !memberIn(at(root, 'components'), 'securitySchemes'),
        written(at(root, 'components'), 'securitySchemes'),
        'the document has security schemes',
      ),
      ...inEachOperation(({ place }) =>
        unless(!memberIn(place, 'security'), written(place, 'security'), 'the operation has security'),
      )({ root, ...document }),
    ],
  },
  'no-callbacks': {
    says: 'No operation has `callbacks`, no answer has `links`, and the document has no `webhooks`.',
    fix: 'Remove them.',
    check: ({ root, ...document }) => [
      ...unless(!memberIn(root, 'webhooks'), written(root, 'webhooks'), 'the document has webhooks'),
      ...inEachOperation(({ place }) => [
        ...unless(!memberIn(place, 'callbacks'), written(place, 'callbacks'), 'the operation has callbacks'),
        ...membersOf(at(place, 'responses'))
          .filter(([, answer]) => memberIn(answer, 'links'))
          .map(([status, answer]) => breach(written(answer, 'links'), `response ${status} has links`)),
      ])({ root, ...document }),
    ],
  },
  'operation-description': {
    level: 'warning',
    says: 'Each operation has a `description` or a `summary`: it is all that the model knows of the tool.',
    fix: 'Say in a sentence what the operation does.',
    check: inEachOperation(({ place }) =>
      unless(
        isText(at(place, 'description')) || isText(at(place, 'summary')),
        place,
        `there is no description: ${shown(at(place, 'description').value)}`,
      ),
    ),
  },
})
