// The arguments of a tool → the request of its operation, or the faults that a request could not show.
import type { HttpRequest } from '../http/message.ts'
import type { Members } from './members.ts'
import { nearest } from './nearest.ts'

/** How a tool becomes a request. The generated tables have more about each tool. */
export type CallableTool = {
  method: string
  path: string
  hasBody: boolean
  /** Argument → its place in the request, and its name there. */
  arguments: Record<string, { in: 'path' | 'query' | 'header' | 'body'; name: string }>
  /** The number of items of a list, if the caller names none, and the largest number. */
  page?: { size: number; maximum: number }
}

/** The parts of the request that come from the arguments. */
export type ToolRequest = Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>

/** Faults in the caller's words: the argument's name, and what is wrong. */
export type Built = { request: ToolRequest; faults: [] } | { request?: never; faults: string[] }

/** A longer list of faults would not help the model. */
export const maxFaults = 20

export function requestOf(tool: CallableTool, given: Members): Built {
  const { method, arguments: known, page, hasBody } = tool
  const faults = Object.keys(given).some((name) => !Object.hasOwn(known, name)) ? unknownArguments(tool, given) : []
  const query: HttpRequest['query'] = page ? { limit: [String(page.size)] } : {}
  const headers: HttpRequest['headers'] = hasBody ? { 'content-type': 'application/json' } : {}
  const members: string[] = []
  let { path } = tool
  for (const [argument, { in: place, name }] of Object.entries(known)) {
    const value = Object.hasOwn(given, argument) ? given[argument] : undefined
    if (place === 'body') {
      const text = value === undefined ? undefined : jsonOf(value)
      if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`)
      else if (value !== undefined) faults.push(`${argument}: is nested too deeply`)
      continue
    }
    if (value === undefined) {
      if (place === 'path') faults.push(`${argument}: is required`)
      continue
    }
    const text = textOf(value)
    if (text === undefined) faults.push(`${argument}: must be a text or a number`)
    else if (place === 'query') query[name] = [text]
    else if (place === 'header') headers[name.toLowerCase()] = name === 'If-Match' ? quoted(text) : text
    // Without it the path would be that of another operation.
    else if (text === '') faults.push(`${argument}: must not be empty`)
    else path = path.replace(`{${name}}`, () => encodeURIComponent(text.toWellFormed()))
  }
  if (page && limitOf(query) > page.maximum) faults.push(`limit: must be at most ${page.maximum}`)
  if (faults.length > 0) return { faults }
  return {
    request: hasBody
      ? { method, path, query, headers, body: Buffer.from(`{${members.join()}}`) }
      : { method, path, query, headers },
    faults: [],
  }
}

function unknownArguments({ arguments: known }: CallableTool, given: Members): string[] {
  const names = Object.keys(known)
  return Object.keys(given)
    .filter((name) => !Object.hasOwn(known, name))
    .slice(0, maxFaults)
    .map((name) => {
      const guess = nearest(name, names)
      const hint =
        guess === undefined ? `the tool takes ${names.join(', ') || 'no arguments'}` : `did you mean ${guess}?`
      return `${name}: is unknown here; ${hint}`
    })
}

/** A limit that is written as HTTP takes it. For others the operation says what is wrong. */
export function limitOf({ limit }: HttpRequest['query']): number {
  const [text = ''] = limit ?? []
  return /^\d{1,15}$/.test(text) ? Number(text) : NaN
}

/** Undefined: JSON.stringify goes into a value by recursion, and this one is deeper than the stack. JSON.parse does not. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** A model that repeats an ETag can lose its quotes. Without them no version would ever match. */
const quoted = (etag: string) => (/^[^\s"*,]+$/.test(etag) ? `"${etag}"` : etag)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
