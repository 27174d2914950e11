// Anyone's OpenAPI document as the rules read it: its operations, their inputs, and the schemas of both directions.
import { at, clipped, isObject, isText, itemsOf, membersOf, textOf, written, type Place } from './place.ts'
import { memo, type AgentDocument, type Breach } from './rule.ts'
import { schemasFrom } from './schemas.ts'

/** @property name The operationId, else method and path: as messages name the operation. */
export type Operation = { name: string; path: string; method: string; place: Place; parameters: Place[] }

/** @property place The parameter, or the schema of a member of the body. */
export type Input = { name: string; place: Place; schema: Place }

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export const operationsOf = memo(({ root }: AgentDocument): Operation[] =>
  membersOf(at(root, 'paths')).flatMap(([path, item]) =>
    membersOf(item)
      .filter(([method, { value }]) => methods.includes(method) && isObject(value))
      .map(([method, place]) => ({
        name: clipped(textOf(at(place, 'operationId')) ?? `${method.toUpperCase()} ${path}`),
        path,
        method,
        place,
        parameters: parametersOf(item, place),
      })),
  ),
)

/** Those of the path hold for the operation too, unless it has one of the same name in the same place. */
function parametersOf(item: Place, operation: Place): Place[] {
  const own = itemsOf(at(operation, 'parameters'))
  const key = (parameter: Place) => JSON.stringify([at(parameter, 'in').value, at(parameter, 'name').value])
  const names = new Set(own.map(key))
  return [...itemsOf(at(item, 'parameters')).filter((parameter) => !names.has(key(parameter))), ...own]
}

/** The media types of a body or an answer. */
export const contentOf = (place: Place) => membersOf(at(place, 'content'))

const schemasOfContent = (place: Place) => contentOf(place).map(([, media]) => at(media, 'schema'))

const parameterSchemas = (parameter: Place) => [at(parameter, 'schema'), ...schemasOfContent(parameter)]

/** What a caller gives: the parameters, and the members of the body. */
export function inputsOf({ place, parameters }: Operation): Input[] {
  const ofBody = schemasOfContent(at(place, 'requestBody')).flatMap((schema) => membersOf(at(schema, 'properties')))
  return [
    ...parameters.map((parameter) => {
      const name = textOf(at(parameter, 'name')) ?? '?'
      return { name, place: parameter, schema: at(parameter, 'schema') }
    }),
    ...ofBody.map(([name, schema]) => ({ name, place: schema, schema })),
  ]
}

/** The answers whose status is a success, or `default`. */
export const successesOf = ({ place }: Operation) =>
  membersOf(at(place, 'responses')).filter(([status]) => /^2(\d\d|XX)$/i.test(status))

export const inputRoots = memo((document: AgentDocument) =>
  operationsOf(document).flatMap(({ name, place, parameters }) =>
    [...parameters.flatMap(parameterSchemas), ...schemasOfContent(at(place, 'requestBody'))].map((schema) => ({
      place: schema,
      owner: name,
    })),
  ),
)

export const answerRoots = memo((document: AgentDocument) =>
  operationsOf(document).flatMap(({ name, place }) =>
    membersOf(at(place, 'responses')).flatMap(([, answer]) =>
      schemasOfContent(answer).map((schema) => ({ place: schema, owner: name })),
    ),
  ),
)

export const inputSchemas = memo((document: AgentDocument) => schemasFrom(inputRoots(document)))
export const answerSchemas = memo((document: AgentDocument) => schemasFrom(answerRoots(document)))

/** A check of each operation. Its message begins with the operation's name. */
export const inEachOperation =
  (check: (operation: Operation, document: AgentDocument) => Breach[]) =>
  (document: AgentDocument): Breach[] =>
    operationsOf(document).flatMap((operation) =>
      check(operation, document).map(({ pointer, what }) => ({ pointer, what: `${operation.name}: ${what}` })),
    )

/** Their values are data, and no part of the description. */
const data = ['default', 'enum', 'const', 'example', 'examples', 'value']
/** Their keys are names that the author chose. */
const maps = ['properties', 'patternProperties', 'schemas', 'scopes', 'mapping', 'variables', '$defs', 'definitions']

/** Every object whose keys are keywords of OpenAPI, as it is written and in this order. Extensions, data and maps of names are left out. */
export const objectsOf = memo(({ root }: AgentDocument): Place[] => {
  const objects: Place[] = []
  const seen = new Set<unknown>()
  const pending = [{ place: root, isMap: false }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { place, isMap } = next
    const { value } = place
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (Array.isArray(value)) {
      for (const index of [...value.keys()].reverse()) pending.push({ place: written(place, index), isMap: false })
      continue
    }
    if (!isMap) objects.push(place)
    for (const key of Object.keys(value).reverse()) {
      const isData = !isMap && (data.includes(key) || key.startsWith('x-'))
      if (!isData) pending.push({ place: written(place, key), isMap: !isMap && maps.includes(key) })
    }
  }
  return objects
})

/** Every text that describes something to a model or a person. */
export const descriptionsOf = memo((document: AgentDocument) =>
  objectsOf(document)
    .map((object) => written(object, 'description'))
    .filter(isText),
)
