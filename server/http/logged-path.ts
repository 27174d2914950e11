// A request's path as the log has it: without the ids that can identify a person. The contract marks them (x-personal).
import { routes, type Route } from '../../generated/routes.ts'

type PathRoute = Pick<Route, 'path' | 'personal'>

/** Judges the path alone, because a refused request can have such an id too: by another method, or on an unknown route. */
export function createLoggedPath(all: readonly PathRoute[]): (path: string) => string {
  const templates = all.map(({ path, personal = [] }) => ({ segments: path.split('/'), personal }))
  /** A fixed segment → the name of the personal parameter after it. */
  const nameAfter = new Map(
    templates.flatMap(({ segments, personal }) =>
      personal.map((name) => [fixedSegmentBefore(segments, name), `{${name}}`] as const),
    ),
  )
  const fixed = new Set(templates.flatMap(({ segments }) => segments.filter((segment) => !segment.startsWith('{'))))

  const names = [...nameAfter.keys()].map((segment) => segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // Nearly all paths have neither such a segment nor an escape that can hide one.
  const suspicious = new RegExp(`%${names.map((segment) => `|/${segment}/`).join('')}`, 'i')

  return (path) => {
    if (!suspicious.test(path)) return path
    const segments = path.split('/')
    const at = segments.findIndex((segment, index) => index + 1 < segments.length && nameAfter.has(comparable(segment)))
    if (at === -1) return path
    const name = nameAfter.get(comparable(segments[at] ?? '')) ?? ''
    // An unknown route below such an id can have another id.
    const rest = segments.slice(at + 2).map((segment) => (fixed.has(segment) ? segment : '…'))
    return [...segments.slice(0, at + 1), name, ...rest].join('/')
  }
}

/** Longer than any path of the contract. A line of the log costs by its length, and anyone can send a long path. */
const longest = 256

const logged = createLoggedPath(routes)

export function loggedPath(path: string): string {
  const text = logged(path)
  return text.length <= longest ? text : `${text.slice(0, longest - 1).toWellFormed()}…`
}

function fixedSegmentBefore(segments: string[], name: string): string {
  const before = segments[segments.indexOf(`{${name}}`) - 1] ?? ''
  if (before === '' || before.startsWith('{'))
    throw new Error(`The personal parameter ${name} follows no fixed segment.`)
  return before.toLowerCase()
}

/** A misspelt segment can be followed by an id as well. */
function comparable(segment: string): string {
  if (!segment.includes('%')) return segment.toLowerCase()
  try {
    return decodeURIComponent(segment).toLowerCase()
  } catch {
    return segment.toLowerCase()
  }
}
