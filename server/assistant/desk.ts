// The desk: carries out the calls of the model. A read runs with the caller's rights, and a write becomes a proposal.
import { maxFaults, requestOf, type ToolRequest } from '../tools/request.ts'
import { isObject, type Members } from '../tools/members.ts'
import { nearest } from '../tools/nearest.ts'
import { fittingPage, type Send } from '../tools/page.ts'
import { problemLines } from '../tools/problem-lines.ts'
import { shown } from '../tools/shown.ts'
import type { HttpResponse } from '../http/message.ts'
import type { Call, Proposal } from './events.ts'
import { fitting } from './fit.ts'
import { limits, type Limit } from './limits.ts'
import type { ToolResult, ToolUse } from './messages.ts'
import { createNames } from './names.ts'
import { summaryOf } from './summary.ts'
import { toolNamed, toolNames, type AssistantTool } from './tools.ts'

export type DeskOptions = {
  /** Sends a read to the app, with the caller's token. */
  send: Send
  /** Validates a write, without running it. Returns the refusal, if there is one. */
  check: (request: ToolRequest) => Promise<HttpResponse | undefined>
  /** Makes a text harmless to show. */
  plain: (text: string) => string
}

type Outcome = { result: ToolResult; event?: ({ type: 'call' } & Call) | ({ type: 'proposal' } & Proposal) }

export type Desk = ReturnType<typeof createDesk>

/** There is room for its note, too. */
const maxBytes = limits.resultBytes

export function createDesk({ send, check, plain }: DeskOptions) {
  const reached = new Set<Limit>()
  const names = createNames()
  const proposed = new Set<string>()
  let calls = 0

  const read = async (tool: AssistantTool, given: Members, request: ToolRequest): Promise<Outcome> => {
    const response = tool.page ? await fittingPage(request, send, maxBytes) : await send(request)
    const { status, body } = response
    const event = { type: 'call' as const, operationId: tool.name, arguments: given, status }
    if (status >= 400) return { result: failure(...problemLines(tool, response)), event }
    const value: unknown = body === undefined ? undefined : JSON.parse(body)
    const result = fitting(isObject(value) ? value : { result: value ?? 'done' }, maxBytes)
    names.add(result)
    return { result: { json: result }, event }
  }

  const propose = async (tool: AssistantTool, given: Members, request: ToolRequest): Promise<Outcome> => {
    const refusal = await check(request)
    if (refusal) return { result: failure(...problemLines(tool, refusal)) }
    const key = JSON.stringify([tool.name, given])
    const told = { proposed: true, note: 'Nothing has changed. The user sees the proposal and decides.' }
    if (proposed.has(key)) return { result: { json: told } }
    if (proposed.size === limits.proposals) {
      reached.add('proposals')
      return { result: failure(`One answer has at most ${limits.proposals} proposals.`) }
    }
    proposed.add(key)
    const summary = plain(summaryOf(tool, given, names.of(tool, given)))
    return { result: { json: told }, event: { type: 'proposal', operationId: tool.name, arguments: given, summary } }
  }

  return {
    /** The limits that have stopped a call. */
    reached,
    use: async ({ name, input }: ToolUse): Promise<Outcome> => {
      const tool = toolNamed(name)
      if (tool?.isRead !== false) {
        if (calls === limits.calls) {
          reached.add('calls')
          return { result: failure(`One answer takes at most ${limits.calls} calls. Answer from what you have.`) }
        }
        calls += 1
      }
      if (!tool) return { result: failure(unknownTool(name)) }
      const given = isObject(input) ? input : {}
      const { request, faults } = isObject(input)
        ? requestOf(tool, input)
        : { faults: ['The arguments must be an object.'] }
      if (request) return tool.isRead ? read(tool, given, request) : propose(tool, given, request)
      const result = failure('Invalid arguments.', ...faults.slice(0, maxFaults).map(shown))
      return tool.isRead
        ? { result, event: { type: 'call', operationId: name, arguments: given, status: 400 } }
        : { result }
    },
  }
}

const failure = (...lines: string[]): ToolResult => ({ json: { error: shown(lines.join('\n')) }, isError: true })

function unknownTool(name: string): string {
  const guess = nearest(name, toolNames)
  return `There is no tool ${name}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`
}
