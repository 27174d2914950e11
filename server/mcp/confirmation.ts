// A person's consent to one version of an item: the question, its answer, and the state that travels with the client.
import type { McpTool } from '../../generated/mcp-tools.ts'
import { isObject, type Call, type Members } from './message.ts'
import type { ToolRequest } from './request.ts'
import { resultOf, toolError, type ToolResult } from './result.ts'
import { accepted, type Send } from './send.ts'
import { toolOf } from './tools.ts'

/** The result that makes the client ask its person, and repeat the call with the answer. */
export type Asked = { resultType: 'input_required'; requestState: string; inputRequests: Members }

type Consent = { request: ToolRequest } | { answer: ToolResult | Asked }

/** The name of the question and of the member of its answer. */
const question = 'confirm'

/** An empty object means that the client can show a form. */
export function asksPerson({ confirm }: McpTool, { era, capabilities }: Call): boolean {
  const { elicitation } = capabilities
  if (!confirm || era !== 'modern' || !isObject(elicitation)) return false
  return Object.keys(elicitation).length === 0 || isObject(elicitation.form)
}

type Asking = { tool: McpTool; call: Call; request: ToolRequest; send: Send }

/** Returns the request that the person agreed to, or what the client gets instead. */
export async function confirmed(asking: Asking): Promise<Consent> {
  const { call, request } = asking
  const { inputResponses, requestState } = call.params
  if (inputResponses === undefined && requestState === undefined) return ask(asking)
  const state = readState(requestState)
  // The state is not signed: altered, it can only make the request fail, or name another version to this same caller.
  if (state?.path !== request.path || state.method !== request.method) {
    return { answer: toolError('The consent belongs to another call. Nothing was changed. Call the tool again.') }
  }
  const { action, content } = responseIn(inputResponses)
  if (action !== 'accept' || !isObject(content) || content[question] !== true) {
    return { answer: toolError('The person did not agree. Nothing was changed. Do not call the tool again unasked.') }
  }
  const { etag } = state
  return { request: etag === undefined ? request : withEtag(request, etag) }
}

const withEtag = (request: ToolRequest, etag: string): ToolRequest => ({
  ...request,
  headers: { ...request.headers, 'if-match': etag },
})

function responseIn(inputResponses: unknown): Members {
  const response = isObject(inputResponses) ? inputResponses[question] : undefined
  return isObject(response) ? response : {}
}

/** Reads the item, so that the person sees what the call is about. */
async function ask({ tool, call, request, send }: Asking): Promise<Consent> {
  const reader = toolOf(tool.reader)
  if (!reader) return { answer: questionOf(tool, request, undefined, '') }
  const read = accepted(await send({ method: reader.method, path: request.path, query: {}, headers: {} }))
  if (read.status >= 400) return { answer: resultOf(tool, read) }
  const { ETag: etag } = read.headers
  const { ifMatch } = isObject(call.params.arguments) ? call.params.arguments : {}
  // The model has read another version. The operation itself tells it so.
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag) return { request }
  const item: unknown = JSON.parse(read.body ?? '{}')
  const names = (tool.label ?? []).flatMap((member) => (isObject(item) ? [String(item[member])] : []))
  return { answer: questionOf(tool, request, etag, names.join(', ')) }
}

function questionOf({ definition }: McpTool, request: ToolRequest, etag: string | undefined, item: string): Asked {
  const { method, path } = request
  return {
    resultType: 'input_required',
    requestState: Buffer.from(JSON.stringify({ method, path, etag })).toString('base64url'),
    inputRequests: {
      [question]: {
        method: 'elicitation/create',
        params: {
          mode: 'form',
          message: `${definition.title}${item ? `: ${item}` : ''}?`,
          requestedSchema: {
            type: 'object',
            properties: { [question]: { type: 'boolean', title: definition.title } },
            required: [question],
          },
        },
      },
    },
  }
}

type State = { method: string; path: string; etag?: string }

function readState(state: unknown): State | undefined {
  if (typeof state !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(state, 'base64url').toString('utf8'))
    if (!isObject(value)) return undefined
    const { method, path, etag } = value
    if (typeof method !== 'string' || typeof path !== 'string') return undefined
    if (etag === undefined) return { method, path }
    // An empty or unusual text could mean any version, or be no header.
    return typeof etag === 'string' && /^"[\x21\x23-\x7e]+"$/.test(etag) ? { method, path, etag } : undefined
  } catch {
    return undefined
  }
}
