// Checks that several platforms make of an OpenAPI document, each with its own numbers.
import { isAbsoluteUrl } from './address.ts'
import { contentOf, inEachOperation, inputSchemas, operationsOf, inputRoots, answerRoots } from './openapi.ts'
import { at, isObject, isText, itemsOf, membersOf, shown, textOf, written, type Place } from './place.ts'
import { acceptsUrl } from './placeholder.ts'
import { isLargerThan } from './size.ts'
import { breach, unless, type AgentDocument, type Breach } from './rule.ts'
import { circlesFrom, isOfType, type Found } from './schemas.ts'

type Check = (document: AgentDocument) => Breach[]

/** The document is small, indented like the files that `npm run generate` writes. */
export const isSmall =
  (maxBytes: number): Check =>
  ({ root }) =>
    unless(!isLargerThan(maxBytes, root.value), root, `the document has more than ${maxBytes} bytes`)

export const hasVersion =
  (form: RegExp, words: string): Check =>
  ({ root }) => {
    const { value } = at(root, 'openapi')
    const version = written(root, 'openapi')
    return unless(typeof value === 'string' && form.test(value), version, `openapi is ${shown(value)}, not ${words}`)
  }

export const operationCount =
  (most: number): Check =>
  (document) => {
    const { length } = operationsOf(document)
    const paths = written(document.root, 'paths')
    return unless(length >= 1 && length <= most, paths, `there are ${length} operations, not 1 to ${most}`)
  }

export const serversOf = ({ root }: AgentDocument) => itemsOf(at(root, 'servers'))

export const hasServers: Check = (document) =>
  unless(serversOf(document).length > 0, written(document.root, 'servers'), 'servers is missing or empty')

/** Each server is an absolute URL, and `isGood` when that is asked. A placeholder stands for a host or a whole URL. */
export const serversAre =
  (words: string, isGood: (url: string) => boolean = isAbsoluteUrl): Check =>
  (document) =>
    serversOf(document).flatMap((server) => {
      const url = textOf(at(server, 'url')) ?? ''
      return unless(acceptsUrl(document, url, isGood), written(server, 'url'), `servers: '${url}' is not ${words}`)
    })

export const inEachParameter = (check: (parameter: Place, name: string) => Breach[]): Check =>
  inEachOperation(({ parameters }) =>
    parameters.flatMap((parameter) => check(parameter, `parameter ${textOf(at(parameter, 'name')) ?? '?'}`)),
  )

export const composition = ['allOf', 'oneOf', 'anyOf', 'not']

const inSchemas =
  (schemasOf: (document: AgentDocument) => Found[], check: (schema: Place) => Breach[]): Check =>
  (document) =>
    schemasOf(document).flatMap(({ place, owner }) =>
      check(place).map(({ pointer, what }) => ({ pointer, what: `${owner}: ${what}` })),
    )

export const withoutKeywords = (keywords: string[], schemasOf: (document: AgentDocument) => Found[]): Check =>
  inSchemas(schemasOf, (schema) =>
    keywords
      .filter((keyword) => isObject(schema.value) && Object.hasOwn(schema.value, keyword))
      .map((keyword) => breach(written(schema, keyword), `the schema has ${keyword}`)),
  )

export const withoutArrays = (schemasOf: (document: AgentDocument) => Found[]): Check =>
  inSchemas(schemasOf, (schema) =>
    unless(!isOfType(schema, 'array') && !isItems(schema), schema, 'the schema is an array'),
  )

const isItems = ({ value }: Place) => isObject(value) && Object.hasOwn(value, 'items')

export const withoutInputArrays = withoutArrays(inputSchemas)

/** No schema of an input or an answer contains itself. */
export const withoutCircles: Check = (document) =>
  circlesFrom([...inputRoots(document), ...answerRoots(document)]).map(({ place, owner }) =>
    breach(place, `${owner}: the schema contains itself`),
  )

/** Schemas nest at most this deep. */
export const isShallow =
  (most: number, schemasOf: (document: AgentDocument) => Found[]): Check =>
  (document) =>
    schemasOf(document)
      .filter(({ depth }) => depth === most + 1)
      .map(({ place, owner }) => breach(place, `${owner}: the schema lies more than ${most} schemas deep`))

/** A body or an answer is application/json with a schema, and nothing else. */
export function onlyJson(place: Place, name: string): Breach[] {
  const content = contentOf(place)
  const isJson =
    content.length === 1 &&
    content.every(([type, media]) => /^application\/json(;.*)?$/i.test(type) && isObject(at(media, 'schema').value))
  return unless(isJson, place, `${name} is not application/json with a schema, and nothing else`)
}

export const jsonBodies: Check = inEachOperation(({ place }) => {
  const body = at(place, 'requestBody')
  return body.value === undefined ? [] : onlyJson(body, 'requestBody')
})

export const hasDescription: Check = inEachOperation(({ place }) =>
  unless(isText(at(place, 'description')), place, 'description is missing'),
)

export const parametersHaveDescription = inEachParameter((parameter, name) =>
  unless(isText(at(parameter, 'description')), parameter, `${name} has no description`),
)

export const hasOperationId: Check = inEachOperation(({ place }) =>
  unless(isText(at(place, 'operationId')), place, 'operationId is missing'),
)

export const uniqueOperationIds: Check = (document) => {
  const seen = new Set<unknown>()
  return operationsOf(document).flatMap(({ place, name }) => {
    const { value, pointer } = at(place, 'operationId')
    const isNew = value === undefined || !seen.has(value)
    seen.add(value)
    return isNew ? [] : [{ pointer, what: `${name}: operationId is not unique` }]
  })
}

export const securitySchemesOf = ({ root }: AgentDocument) => membersOf(at(root, 'components', 'securitySchemes'))
