// Checks that the inputs of several AWS operations need: texts of a form, ARNs, and members of which exactly one is there.
import { at, isObject, shown, textOf, written, type Place } from './place.ts'
import { accepts } from './placeholder.ts'
import { unless, type AgentDocument, type Breach } from './rule.ts'

/** The text matches the form. An optional one may be missing; in a template a placeholder will do. */
export function hasForm(document: AgentDocument, place: Place, form: RegExp, { optional = false } = {}): Breach[] {
  const text = textOf(place)
  if (place.value === undefined && optional) return []
  const holds = text !== undefined && accepts(document, text, (value) => form.test(value))
  return unless(holds, place, `${shown(place.value)} is not of the form ${form.source}`)
}

export function hasLength(place: Place, least: number, most: number, { optional = false } = {}): Breach[] {
  const text = textOf(place)
  if (place.value === undefined && optional) return []
  const holds = text !== undefined && text.length >= least && text.length <= most
  return unless(holds, place, `${text?.length ?? 'no'} characters, not ${least} to ${most}`)
}

/** The object has exactly one of the members, and nothing else. */
export function hasOneOf(place: Place, members: string[]): Breach[] {
  const names = isObject(place.value) ? Object.keys(place.value) : []
  const known = names.filter((name) => members.includes(name) && isThere(at(place, name)))
  const holds = known.length === 1 && names.length === 1
  return unless(
    holds,
    place,
    `it has ${names.length ? names.slice(0, 5).join(', ') : 'nothing'}, not one of ${members.join(', ')}`,
  )
}

const isThere = ({ value }: Place) => value !== undefined && value !== null

export const memberAt = (place: Place, ...keys: string[]): Place =>
  written(at(place, ...keys.slice(0, -1)), keys.at(-1) ?? '')
