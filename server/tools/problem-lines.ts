// A problem in words that help a model: what is wrong with which argument, and the next step where it is known.
import type { HttpResponse } from '../http/message.ts'
import { isObject } from './members.ts'
import type { CallableTool } from './request.ts'
import { shown } from './shown.ts'

type Guided = Pick<CallableTool, 'arguments'> & {
  /** The tool that reads the same item. */
  reader?: string
  /** The tool that lists the ids of the items. */
  lister?: string
}

type Fault = { pointer?: unknown; parameter?: unknown; detail?: unknown }

/** The parts of an answer that are read. */
type Refusal = Pick<HttpResponse, 'status' | 'headers'> & { body?: string | undefined }

export function problemLines(tool: Guided, { status, headers, body }: Refusal): string[] {
  const problem: unknown = JSON.parse(body ?? '{}')
  const { title, detail, errors, requestId } = isObject(problem) ? problem : {}
  const faults = (Array.isArray(errors) ? (errors as Fault[]) : []).map(
    (fault) => `${argumentOf(tool, fault)}: ${String(fault.detail)}${fault.pointer === '' ? ofBody(tool) : ''}`,
  )
  return [
    faults.length > 0 ? `${String(title)}.` : `${String(title)}: ${String(detail)}`,
    ...faults.map((fault) => shown(fault)),
    ...nextStep(tool, status, headers),
    `Request id: ${String(requestId)}`,
  ]
}

/** The members that a fault of the whole body is about. */
function ofBody({ arguments: known }: Guided): string {
  const names = Object.keys(known).filter((argument) => known[argument]?.in === 'body')
  return ` (${names.join(', ')})`
}

/** A fault is of a parameter, or of a member of the body. */
function argumentOf({ arguments: known }: Guided, { parameter, pointer }: Fault): string {
  const steps = typeof pointer === 'string' ? pointer.split('/').slice(1) : [String(parameter)]
  const [first = '', ...rest] = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const inBody = typeof pointer === 'string'
  const found = Object.entries(known).find(
    ([, place]) => (place.in === 'body') === inBody && place.name.toLowerCase() === first.toLowerCase(),
  )
  return [found?.[0] ?? (first || 'arguments'), ...rest].join('.')
}

/** What helps, where it is known. */
export function nextStep({ lister, reader }: Guided, status: number, headers: HttpResponse['headers']): string[] {
  const retryAfter = headers['Retry-After']
  if (retryAfter !== undefined) return [`Wait ${retryAfter} s, then call again.`]
  if (status === 404 && lister !== undefined) return [`${lister} lists the ids that exist.`]
  if (status === 409 && lister !== undefined) return [`${lister} lists the ids that are taken.`]
  if (status === 412) return [`Nothing was changed. Read it again${reader ? ` with ${reader}` : ''}, and decide again.`]
  if (status === 422) return ['Use another idempotencyKey for another creation.']
  return []
}
