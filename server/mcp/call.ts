// tools/call: the arguments become a request of the app, in process, and its answer becomes the result.
import type { McpTool } from '../../generated/mcp-tools.ts'
import { name } from '../../generated/names.ts'
import { Problem } from '../http/problem.ts'
import { asksPerson, confirmed } from './confirmation.ts'
import { invalidParams } from './errors.ts'
import { isObject, type Call } from './message.ts'
import { limitOf, requestOf, type ToolRequest } from './request.ts'
import { argumentErrors, resultOf, type Answer } from './result.ts'
import { accepted, type Send } from './send.ts'
import type { Session } from './methods.ts'
import { missingScopes, toolNamed } from './tools.ts'

/** A page of more bytes is asked for again with half the limit. */
const maxPageBytes = 48 * 1024

export async function callTool(call: Call, session: Session): Promise<Answer> {
  const { scopes, send } = session
  const { name: called, arguments: given = {} } = call.params
  const tool = toolNamed(called, scopes)
  if (!isObject(given)) throw invalidParams('params.arguments must be an object.')
  if (missingScopes(tool, scopes).length > 0) throw insufficient(tool)
  const { request, faults } = requestOf(tool, given)
  if (!request) return argumentErrors(faults, session.requestId)
  if (asksPerson(tool, call)) {
    const consent = await confirmed({ tool, call, request, session })
    return 'answer' in consent ? consent.answer : resultOf(tool, accepted(await send(consent.request)))
  }
  if (!tool.page) return resultOf(tool, accepted(await send(request)))
  return pageResult(tool, request, send)
}

/** A page that is too large is asked for again with half the limit. Its cursor goes on from there, so nothing is lost. */
async function pageResult(tool: McpTool, request: ToolRequest, send: Send): Promise<Answer> {
  let { query } = request
  for (;;) {
    const response = accepted(await send({ ...request, query }))
    const half = Math.floor(limitOf(query) / 2)
    const isLarge = Buffer.byteLength(response.body ?? '') > maxPageBytes
    if (!isLarge || response.status >= 400 || !(half >= 1)) return resultOf(tool, response)
    query = { ...query, limit: [String(half)] }
  }
}

function insufficient({ scopes }: McpTool): Problem {
  const needed = scopes.join(' ')
  return new Problem('insufficient-scope', `This tool needs the scope ${needed}.`, {
    headers: { 'WWW-Authenticate': `Bearer realm="${name}", error="insufficient_scope", scope="${needed}"` },
  })
}
