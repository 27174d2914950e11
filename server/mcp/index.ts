// The Model Context Protocol, stateless: one message in, one JSON answer out.
import type { HttpRequest } from '../http/message.ts'
import { Written } from '../http/written.ts'
import { codes, RpcError, type Id } from './errors.ts'
import { idOf, readCall, readJson, readMessage, type Era } from './message.ts'
import { methodOf, resultText, type Session } from './methods.ts'
import type { Send } from '../tools/page.ts'

type Caller = Pick<Session, 'id' | 'scopes' | 'states' | 'requestId'> & {
  /** Sends a request to the app in the caller's name, on behalf of this client. */
  sendAs: (clientName: string | undefined) => Send
}

export type McpAnswer = { status: 200 | 400 | 404; body: Written } | { status: 202 }

export async function answer({ headers, body }: HttpRequest, caller: Caller): Promise<McpAnswer> {
  let id: Id | undefined
  let era: Era | undefined
  try {
    const json = readJson(body ?? Buffer.alloc(0))
    id = idOf(json)
    const message = readMessage(json)
    const call = readCall(message, headers)
    era = call.era
    if (message.id === undefined) return { status: 202 }
    const method = methodOf(call)
    const answered = await method.answer(call, { ...caller, send: caller.sendAs(call.clientName) })
    const result = resultText(call, method, answered)
    return { status: 200, body: new Written(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`) }
  } catch (error) {
    if (!(error instanceof RpcError)) throw error
    const { code, message, data } = error
    const of = id === undefined ? {} : { id }
    const body = { jsonrpc: '2.0', ...of, error: { code, message, ...(data && { data }) } }
    return { status: statusOf(code, era), body: new Written(JSON.stringify(body)) }
  }
}

/** To older clients a 4xx is a broken connection, so an error of a method goes out with 200. */
function statusOf(code: number, era: Era | undefined): 200 | 400 | 404 {
  if (era === 'legacy') return 200
  return code === codes.methodNotFound ? 404 : 400
}
