// One line about a proposal, for the person who decides. No word of it is the model's own, apart from the arguments.
import type { Members } from '../tools/members.ts'
import type { AssistantTool } from './tools.ts'

/** The contract's bound on a summary. */
const maxSummary = 500
const maxPart = 120

/** @param name The item's name, if it is known; otherwise the summary has its id. */
export function summaryOf({ title, arguments: known }: AssistantTool, given: Members, name: readonly string[]): string {
  const parts = Object.entries(known).flatMap(([argument, place]): string[] => {
    const value = given[argument]
    if (value === undefined) return []
    const text = lineOf(typeof value === 'string' ? value : JSON.stringify(value))
    if (place.in === 'path') return name.length > 0 ? name.map(lineOf) : [text]
    return [`${argument}: ${text}`]
  })
  const line = parts.length > 0 ? `${title}: ${parts.join(', ')}` : title
  return cut(line, maxSummary)
}

/** Other people have written the texts. Each stays a short part of one line. */
const lineOf = (text: string) =>
  cut(
    text
      .toWellFormed()
      .replaceAll(/[\s\p{C}]+/gu, ' ')
      .trim(),
    maxPart,
  )

/** Counts characters as the contract does. */
function cut(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
