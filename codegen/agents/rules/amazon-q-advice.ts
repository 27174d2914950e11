// The advice for custom plugins of Amazon Q Business: a document that does not follow it is taken, but works less well.
import {
  answerSchemas,
  descriptionsOf,
  inEachOperation,
  inputsOf,
  inputSchemas,
  objectsOf,
  operationsOf,
  successesOf,
} from './openapi.ts'
import * as openapi from './openapi-checks.ts'
import { at, isObject, isText, membersOf, shown, textOf, written, type Place } from './place.ts'
import { breach, memo, rulesOf, unless, type AgentDocument, type Rule } from './rule.ts'
import { isOfType } from './schemas.ts'
import { hasAddress, hasHttpMethod, hasSecret, isVerbFirst, namesSecret } from './words.ts'

const bestPractices = {
  document: 'Amazon Q Business User Guide, Best practices for OpenAPI schemas',
  url: 'https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/plugins-api-schema-best-practices.html',
}

const maxInputs = 10
const goodAverage = 4
const maxTitle = 60

const warn = (rules: Parameters<typeof rulesOf>[2]) =>
  rulesOf('amazon-q', bestPractices, rules).map((rule): Rule => ({ ...rule, level: 'warning' }))

/** Asks once about an input that operations share. */
const eachInput =
  (check: (name: string, schema: Place, place: Place, document: AgentDocument) => boolean, what: string) =>
  (document: AgentDocument) => {
    const known = new Map<unknown, Map<string, boolean>>()
    return inEachOperation((operation) =>
      inputsOf(operation).flatMap(({ name, schema, place }) => {
        const named = known.get(place.value) ?? new Map<string, boolean>()
        const holds = named.get(name) ?? check(name, schema, place, document)
        // Only an object is the same input wherever it is met.
        if (isObject(place.value)) known.set(place.value, named.set(name, holds))
        return unless(holds, place, `the input ${shown(name)} ${what}`)
      }),
    )(document)
  }

/** The description of a parameter, or of its schema. */
const descriptionOf = (place: Place, schema: Place) =>
  [place, schema].map((one) => textOf(at(one, 'description')) ?? '').join(' ')

const isList = (schema: Place) =>
  isOfType(schema, 'array') || membersOf(at(schema, 'properties')).some(([, member]) => isOfType(member, 'array'))

export const amazonQAdvice: Rule[] = [
  ...warn({
    'documented-version': {
      says: '`openapi` is 3.0.x: nothing is documented about later versions.',
      fix: 'Write the document in OpenAPI 3.0.3.',
      check: ({ root }) => {
        const version = at(root, 'openapi')
        const isLater = /^3\.[1-9]\d*\./.test(textOf(version) ?? '')
        return unless(!isLater, version, `openapi is ${shown(version.value)}, of which nothing is documented`)
      },
    },
    'documented-method': {
      says: 'No operation is a PATCH, of which nothing is documented.',
      fix: 'Offer PUT with the members to change.',
      check: inEachOperation(({ method, place }) =>
        unless(method !== 'patch', place, 'nothing is documented of PATCH'),
      ),
    },
    'documented-keywords': {
      says: 'No schema has `nullable`, of which nothing is documented.',
      fix: 'Leave the member out instead of sending null.',
      check: openapi.withoutKeywords(['nullable'], (document) => [
        ...inputSchemas(document),
        ...answerSchemas(document),
      ]),
    },
    'operation-id': {
      says: 'Each operation has an `operationId`.',
      fix: 'Give the operation a name.',
      check: openapi.hasOperationId,
    },
    'unique-operation-id': {
      says: 'No two operations have the same `operationId`.',
      fix: 'Give one of them another name.',
      check: openapi.uniqueOperationIds,
    },
    'operation-id-form': {
      says: 'An `operationId` begins with a verb and has no dot and no number at its end.',
      fix: 'Name it for what it does, as listThings.',
      check: inEachOperation(({ place }) => {
        const id = at(place, 'operationId')
        const name = textOf(id) ?? 'get'
        const isGood = isVerbFirst(name) && !/_\d+$|\./.test(name)
        return unless(isGood, id, `operationId ${shown(name)} begins with no verb, has a dot, or ends in a number`)
      }),
    },
    'parameter-count': {
      says: 'An operation has at most 10 inputs, and all have fewer than 4 on average.',
      fix: 'Leave out inputs that have a good default, or split the operation.',
      check: inputCounts,
    },
    'flat-inputs': {
      says: 'A body is flat: its members are no objects.',
      fix: 'Take the inner members as members of the body.',
      check: inEachOperation((operation) =>
        inputsOf(operation).flatMap(({ name, schema }) =>
          unless(membersOf(at(schema, 'properties')).length === 0, schema, `the input ${shown(name)} is an object`),
        ),
      ),
    },
    'named-ids': {
      says: 'No input is called `id` alone.',
      fix: 'Say whose id it is, as thingId.',
      check: eachInput((name) => name.toLowerCase() !== 'id', 'does not say whose id it is'),
    },
    'source-of-ids': {
      says: "An id's description names the operation or the answer that it comes from.",
      fix: 'Add where the id comes from, as "from listThings".',
      check: eachInput(
        (name, schema, place, document) => !isId(name) || namesSource(descriptionOf(place, schema), document),
        'does not say where the id comes from',
      ),
    },
    'formats-and-enums': {
      says: 'A text for a date, a time, an address or a status has a `format`, a `pattern` or an `enum`.',
      fix: 'Add the format, or list the values.',
      check: eachInput(
        (name, schema) =>
          !/(date|time|email|url|uri|status)$/i.test(name) ||
          !isOfType(schema, 'string') ||
          ['format', 'enum', 'pattern'].some((keyword) => at(schema, keyword).value !== undefined),
        'has no format, pattern or enum',
      ),
    },
    'page-limit': {
      says: 'An operation that lists has an input for the size of a page.',
      fix: 'Add a parameter such as limit.',
      check: inEachOperation((operation) => {
        const lists = successesOf(operation).some(([, answer]) =>
          membersOf(at(answer, 'content')).some(([, media]) => isList(at(media, 'schema'))),
        )
        const isLimited = inputsOf(operation).some(({ name }) =>
          /(limit|size|max[-_]?(items|results)|per[-_]?page|count|top|take|first)$/i.test(name),
        )
        const isGood = operation.method !== 'get' || !lists || isLimited
        return unless(isGood, operation.place, 'the answer is a list, and no input names the size of a page')
      }),
    },
    acyclic: {
      says: 'No schema contains itself.',
      fix: 'Cut the circle: an id serves in its place.',
      check: openapi.withoutCircles,
    },
    'success-responses': {
      says: 'Only 2xx answers are described.',
      fix: 'Leave the other answers out.',
      check: inEachOperation(({ place }) =>
        membersOf(at(place, 'responses'))
          .filter(([status]) => !/^2(\d\d|XX)$/i.test(status) && !status.startsWith('x-'))
          .map(([status, answer]) => breach(answer, `response ${status} is not a 2xx`)),
      ),
    },
    'no-secrets': {
      says: 'No input asks for a secret, and no text holds one.',
      fix: 'Let the platform sign in; remove the secret, and change it.',
      check: (document) => [
        ...eachInput((name) => !namesSecret(name), 'asks for a secret')(document),
        ...textsOf(document)
          .filter(({ value }) => hasSecret(String(value)))
          .map((place) => breach(place, 'the text looks like a secret')),
      ],
    },
    'short-title': {
      says: `The title has at most ${maxTitle} characters.`,
      fix: 'Shorten the title.',
      check: ({ root }) => {
        const title = at(root, 'info', 'title')
        const { length } = textOf(title) ?? ''
        return unless(length <= maxTitle, title, `the title has ${length} characters`)
      },
    },
    'no-links-in-descriptions': {
      says: 'No description has a URL, a path or a reference.',
      fix: 'Say it in words.',
      check: (document) =>
        descriptionsOf(document)
          .filter((text) => hasAddress(textOf(text) ?? ''))
          .map((text) => breach(text, 'the description refers to a URL or a path, which Amazon Q cannot follow')),
    },
    'no-methods-in-descriptions': {
      says: 'No description names a method of HTTP.',
      fix: 'Say what happens: creates, changes, deletes.',
      check: (document) =>
        descriptionsOf(document)
          .filter((text) => hasHttpMethod(textOf(text) ?? ''))
          .map((text) => breach(text, 'the description names a method of HTTP')),
    },
    'no-empty-components': {
      says: 'No section of `components` is empty.',
      fix: 'Leave the section out.',
      check: ({ root }) =>
        membersOf(at(root, 'components'))
          .filter(([section, place]) => !section.startsWith('x-') && membersOf(place).length === 0)
          .map(([section, place]) => breach(place, `components.${section} is empty`)),
    },
  }),
]

function inputCounts(document: AgentDocument) {
  const operations = operationsOf(document)
  const counts = operations.map((operation) => inputsOf(operation).length)
  const many = operations.flatMap(({ name, place }, index) => {
    const count = counts[index] ?? 0
    return unless(count <= maxInputs, place, `${name}: ${count} inputs, and at most ${maxInputs} work well`)
  })
  const average = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
  const paths = written(document.root, 'paths')
  return [
    ...many,
    ...unless(
      average < goodAverage,
      paths,
      `${average.toFixed(1)} inputs on average; fewer than ${goodAverage} work well`,
    ),
  ]
}

const isId = (name: string) => /[a-z]I[dD]$|[-_]id$/.test(name)

function namesSource(text: string, document: AgentDocument): boolean {
  if (/\b(from|returned|return|answer|response|result|list|chosen|caller|your)s?\b/i.test(text)) return true
  const names = namesOf(document)
  return text.split(/[^\w-]+/).some((word) => names.has(word))
}

const namesOf = memo((document) => new Set(operationsOf(document).map(({ name }) => name)))

/** The texts in which a secret is left by mistake: descriptions, and examples and defaults anywhere. */
const textsOf = (document: AgentDocument) =>
  objectsOf(document).flatMap((object) =>
    ['description', 'summary', 'default', 'example', 'const'].map((key) => written(object, key)).filter(isText),
  )
