// The arguments of a tool → the request of its operation, or the faults that a request could not show.
import type { McpTool } from '../../generated/mcp-tools.ts'
import type { HttpRequest } from '../http/message.ts'
import type { Members } from './message.ts'
import { nearest } from './nearest.ts'

/** The parts of the request that come from the arguments. */
export type ToolRequest = Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>

/** Faults in the caller's words: the argument's name, and what is wrong. */
export type Built = { request: ToolRequest; faults: [] } | { request?: never; faults: string[] }

export function requestOf(tool: McpTool, given: Members): Built {
  const { method, arguments: known, page, hasBody } = tool
  const faults = unknownArguments(tool, given)
  const query: HttpRequest['query'] = page ? { limit: [String(page.size)] } : {}
  const headers: HttpRequest['headers'] = hasBody ? { 'content-type': 'application/json' } : {}
  const body: Members = {}
  let { path } = tool
  for (const [argument, { in: place, name }] of Object.entries(known)) {
    const value = Object.hasOwn(given, argument) ? given[argument] : undefined
    if (place === 'body') {
      if (value !== undefined) body[name] = value
      continue
    }
    if (value === undefined) {
      if (place === 'path') faults.push(`${argument}: is required`)
      continue
    }
    const text = textOf(value)
    if (text === undefined) faults.push(`${argument}: must be a text or a number`)
    else if (place === 'query') query[name] = [text]
    else if (place === 'header') headers[name.toLowerCase()] = text
    // Without it the path would be that of another operation.
    else if (text === '') faults.push(`${argument}: must not be empty`)
    else path = path.replace(`{${name}}`, () => encodeURIComponent(text))
  }
  if (page && Number(query.limit?.[0]) > page.maximum) faults.push(`limit: must be at most ${page.maximum}`)
  if (faults.length > 0) return { faults }
  return {
    request: { method, path, query, headers, ...(hasBody && { body: Buffer.from(JSON.stringify(body)) }) },
    faults: [],
  }
}

function unknownArguments({ arguments: known }: McpTool, given: Members): string[] {
  const names = Object.keys(known)
  return Object.keys(given)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => {
      const guess = nearest(name, names)
      const hint =
        guess === undefined ? `the tool takes ${names.join(', ') || 'no arguments'}` : `did you mean ${guess}?`
      return `${name}: is unknown here; ${hint}`
    })
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
