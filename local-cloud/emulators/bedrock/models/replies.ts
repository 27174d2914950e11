// The words of the model that uses tools: what it has found, and what it has proposed.
import { isObject, type Members } from '../error.ts'
import type { LookUp } from './model.ts'

const shownItems = 20

export type Found = { name: string; items: Members[]; isComplete: boolean }

/** The items of all pages of a list, under the name of the list's member. */
export function itemsIn(pages: readonly LookUp[]): Found {
  const lists = pages.flatMap(({ result }) =>
    Object.entries(result).flatMap(([name, list]) => (Array.isArray(list) ? [{ name, list: list as unknown[] }] : [])),
  )
  const last = pages.at(-1)?.result ?? {}
  return {
    name: lists[0]?.name ?? 'items',
    items: lists.flatMap(({ list }) => list.filter(isObject)),
    isComplete: last.nextCursor === undefined && last.leftOut === undefined,
  }
}

const words = (value: string) => value.replaceAll('_', ' ')
const singular = (name: string) => name.replace(/ies$/, 'y').replace(/s$/, '')

/** A title or a name and a date, or else the beginning of the description, or of the first text that is no id. */
export function labelOf(item: Members): string {
  const texts = Object.entries(item).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const named = [/^title$|name$/i, /^description$/, /(?<!id|At)$/i]
    .map((wanted) => texts.find(([name]) => wanted.test(name)))
    .find((found) => found !== undefined)
  const date = texts.find(([name]) => name === 'date')
  const label = (named?.[1] ?? '').slice(0, 80)
  return date ? `${label} (${date[1]})` : label
}

/** @param filter What the items were filtered by, such as `in_progress`. */
export function countOf({ name, items, isComplete }: Found, filter: string): string {
  const many =
    items.length === 1 ? `is 1 ${words(filter)} ${singular(name)}` : `are ${items.length} ${words(filter)} ${name}`
  return isComplete
    ? `There ${many}.`.replaceAll('  ', ' ')
    : `There are at least ${items.length} ${words(filter)} ${name}; I have not seen all.`
}

export function listOf(found: Found, filter: string): string {
  const { items } = found
  const labels = items.slice(0, shownItems).map(labelOf).join('; ')
  const more = items.length > shownItems ? ` And ${items.length - shownItems} more.` : ''
  return items.length === 0 ? countOf(found, filter) : `${countOf(found, filter)} ${labels}.${more}`
}

export const itemText = (item: Members): string =>
  `${Object.entries(item)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')}.`

export function proposedText(outcomes: readonly LookUp[]): string {
  const failed = outcomes.filter(({ isError }) => isError)
  const made = outcomes.length - failed.length
  return [
    made > 0 ? `I have proposed ${made} ${made === 1 ? 'call' : 'calls'} of ${outcomes[0]?.tool ?? ''}.` : '',
    'Nothing has changed: you decide.',
    ...failed.map(({ result }) => errorText(result)),
  ]
    .filter(Boolean)
    .join(' ')
}

export const errorText = ({ error }: Members): string => `That did not work: ${String(error)}`
