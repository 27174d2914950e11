// A rule about an OpenAPI document, and the ways to apply one check to many places of the document.
import { inputsOf, objectsIn, operationsIn } from './definition.ts'
import type { Content, DefinedOperation, Definition, JsonObject } from './definition.ts'

/** Returns each violation with its place. `filled`: the document is no template any more. */
export type Rule = (definition: Definition, filled: boolean) => string[]

export const unless = (holds: boolean, violation: string) => (holds ? [] : [violation])

export const inEachOperation =
  (check: (operation: DefinedOperation, method: string, definition: Definition) => string[]): Rule =>
  (definition) =>
    operationsIn(definition).flatMap(({ name, method, operation }) =>
      check(operation, method, definition).map((violation) => `${name}: ${violation}`),
    )

/** Checks every object of the document, except maps whose keys are names. */
export const inEachObject =
  (check: (object: JsonObject) => string[]): Rule =>
  (definition) => {
    const parts = [
      { name: 'document', part: { ...definition, paths: {} } },
      ...operationsIn(definition).map(({ name, operation }) => ({ name, part: operation })),
    ]
    return parts.flatMap(({ name, part }) =>
      [...objectsIn(part)].flatMap(({ object, place }) =>
        check(object).map((violation) => `${join(name, place)}: ${violation}`),
      ),
    )
  }

/** Refuses a keyword anywhere in the schemas of an operation's parameters and body. */
export const inEachInput = (isRefused: (keyword: string, value: unknown) => boolean): Rule =>
  inEachOperation((operation) =>
    inputsOf(operation).flatMap((input) =>
      [...objectsIn(input.schema)].flatMap(({ object, place }) => {
        const refused = Object.entries(object).filter(([keyword, value]) => isRefused(keyword, value))
        return refused.map(([keyword]) => `${join(input.place, place)} has ${keyword}`)
      }),
    ),
  )

export function onlyJson(content: Content | undefined, place: string): string[] {
  const mediaTypes = Object.entries(content ?? {})
  const isJson = mediaTypes.length === 1 && mediaTypes.every(([type, one]) => type === 'application/json' && one.schema)
  return unless(isJson, `${place} is not application/json with a schema, and nothing else`)
}

const join = (...places: string[]) => places.filter(Boolean).join(' ')
