// tools/call: the arguments become a request of the app, in process, and its answer becomes the result.
import type { McpTool } from '../../generated/mcp-tools.ts'
import { name } from '../../generated/names.ts'
import { Problem } from '../http/problem.ts'
import { asksPerson, confirmed } from './confirmation.ts'
import { invalidParams } from './errors.ts'
import { isObject } from '../tools/members.ts'
import { fittingPage } from '../tools/page.ts'
import { requestOf } from '../tools/request.ts'
import type { Call } from './message.ts'
import { argumentErrors, resultOf, type Answer } from './result.ts'
import { accepted } from './send.ts'
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
  return resultOf(tool, await fittingPage(request, async (page) => accepted(await send(page)), maxPageBytes))
}

function insufficient({ scopes }: McpTool): Problem {
  const needed = scopes.join(' ')
  return new Problem('insufficient-scope', `This tool needs the scope ${needed}.`, {
    headers: { 'WWW-Authenticate': `Bearer realm="${name}", error="insufficient_scope", scope="${needed}"` },
  })
}
