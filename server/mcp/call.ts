// tools/call: the arguments become a request of the app, in process, and its answer becomes the result.
import type { McpTool } from '../../generated/mcp-tools.ts'
import { name } from '../../generated/names.ts'
import { Problem } from '../http/problem.ts'
import { asksPerson, confirmed, type Question } from './confirmation.ts'
import { invalidParams } from './errors.ts'
import { isObject, type Call } from './message.ts'
import { requestOf, type ToolRequest } from './request.ts'
import { argumentErrors, resultOf, type ToolResult } from './result.ts'
import { accepted, type Send } from './send.ts'
import type { Session } from './methods.ts'
import { missingScopes, toolNamed } from './tools.ts'

/** A page of more bytes is asked for again with half the limit. */
const maxPageBytes = 48 * 1024

export async function callTool(call: Call, session: Session): Promise<ToolResult | Question> {
  const { scopes, send } = session
  const { name: called, arguments: given = {} } = call.params
  const tool = toolNamed(called, scopes)
  if (!isObject(given)) throw invalidParams('params.arguments must be an object.')
  if (missingScopes(tool, scopes).length > 0) throw insufficient(tool)
  const { request, faults } = requestOf(tool, given)
  if (!request) return argumentErrors(faults)
  if (asksPerson(tool, call)) {
    const consent = await confirmed({ tool, call, request, session })
    return 'answer' in consent ? consent.answer : resultOf(tool, accepted(await send(consent.request)))
  }
  if (!tool.page) return resultOf(tool, accepted(await send(request)))
  return pageResult(tool, request, send)
}

/** The cursor of a smaller page goes on after its last item, so nothing is lost. */
async function pageResult(tool: McpTool, request: ToolRequest, send: Send): Promise<ToolResult> {
  for (let limit = Number(request.query.limit?.[0]); ; limit = Math.floor(limit / 2)) {
    const query = Number.isNaN(limit) ? request.query : { ...request.query, limit: [String(limit)] }
    const response = accepted(await send({ ...request, query: limit >= 1 ? query : request.query }))
    const bytes = Buffer.byteLength(response.body ?? '')
    if (bytes <= maxPageBytes || response.status >= 400 || !(limit > 1)) return resultOf(tool, response)
  }
}

function insufficient({ scopes }: McpTool): Problem {
  const needed = scopes.join(' ')
  return new Problem('insufficient-scope', `This tool needs the scope ${needed}.`, {
    headers: { 'WWW-Authenticate': `Bearer realm="${name}", error="insufficient_scope", scope="${needed}"` },
  })
}
