// Finds the arguments of a tool in the words of a question.
import { isObject, type Members } from '../error.ts'
import { stemsOf } from '../topics.ts'
import type { Tool } from '../tool-config.ts'

export const propertiesOf = ({ schema }: Tool): [name: string, schema: Members][] =>
  Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([name, property]) =>
    isObject(property) ? [[name, property] as [string, Members]] : [],
  )

export const requiredOf = ({ schema }: Tool): string[] =>
  Array.isArray(schema.required) ? schema.required.map(String) : []

/** `cancelled` and `cancel` have one stem. */
const wordsOf = (text: string) =>
  stemsOf(text)
    .map((stem) => stem.replace(/([^aeiou])\1$/, '$1'))
    .join(' ')

/** The values of an enum that the question names, in their order there. */
export function choicesIn(question: string, { enum: values }: Members): string[] {
  const stems = wordsOf(question)
  const found = (Array.isArray(values) ? values.map(String) : []).flatMap((value) => {
    const at = ` ${stems} `.indexOf(` ${wordsOf(value)} `)
    return at === -1 ? [] : [{ value, at }]
  })
  return found.sort((a, b) => a.at - b.at).map(({ value }) => value)
}

const uuid = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/i

/** An id in the question: a UUID, or a word with a digit or a hyphen, such as kiosk-stand-01. */
export function idIn(question: string, { format, pattern }: Members): string | undefined {
  if (format === 'uuid') return uuid.exec(question)?.[0]
  const fits = typeof pattern === 'string' ? new RegExp(pattern) : /(?:)/
  return question.split(/[\s,;:!?"“”()]+/).find((word) => /[a-z]/i.test(word) && /\d|-/.test(word) && fits.test(word))
}

const spaced = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** A value that the question gives by name: `title "Open day"`, `capacity: 80`, `description: The kiosk is broken`. */
export function namedIn(question: string, name: string, { type }: Members): unknown {
  const label = spaced(name).replace(' ', '\\s?')
  const value = new RegExp(`\\b${label}\\s*(?::|=|is|of)?\\s*(?:"([^"]*)"|'([^']*)'|([^,;]+))`, 'i').exec(question)
  const text = (value?.[1] ?? value?.[2] ?? value?.[3])?.trim()
  if (text === undefined || text === '') return undefined
  if (type === 'string') return text
  const number = Number(text.split(/\s/)[0])
  return (type === 'integer' || type === 'number') && !Number.isNaN(number) ? number : undefined
}
