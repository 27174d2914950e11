// A person's consent to one version of an item: the question, and what its answer allows.
import type { McpTool } from '../../generated/mcp-tools.ts'
import { isObject, type Members } from '../tools/members.ts'
import type { ToolRequest } from '../tools/request.ts'
import { invalidParams } from './errors.ts'
import type { Call } from './message.ts'
import type { Session } from './methods.ts'
import { changed, resultOf, toolError, type Answer } from './result.ts'
import { accepted } from './send.ts'
import type { Asked } from './state.ts'
import { toolOf } from './tools.ts'

/** The result that makes the client ask its person, and repeat the call with the answer. */
type Question = { resultType: 'input_required'; requestState: string; inputRequests: Members }

type Consent = { request: ToolRequest } | { answer: Answer }

/** The name of the question and of the member of its answer. */
const question = 'confirm'

/** An empty object means that the client can show a form. */
export function asksPerson({ confirm }: McpTool, { era, capabilities }: Call): boolean {
  const { elicitation } = capabilities
  if (!confirm || era !== 'modern' || !isObject(elicitation)) return false
  return Object.keys(elicitation).length === 0 || isObject(elicitation.form)
}

type Asking = { tool: McpTool; call: Call; request: ToolRequest; session: Session }

/** Returns the request that the person agreed to, or the answer that the client gets instead. */
export async function confirmed(asking: Asking): Promise<Consent> {
  const { request, session } = asking
  const { requestState } = asking.call.params
  const agrees = agreement(asking.call)
  if (agrees === undefined && requestState === undefined) return { answer: await ask(asking) }
  if (agrees === false) {
    return { answer: toolError('The person did not agree. Nothing was changed. Do not call the tool again unasked.') }
  }
  const state = session.states().open(askedOf(asking), requestState)
  if (!state) {
    const reason =
      requestState === undefined
        ? 'The consent came without the state of its question.'
        : 'The consent is for another call or version, or is older than 10 minutes.'
    return { answer: toolError(`${reason} Nothing was changed. Call the tool again without it.`) }
  }
  // The client has not answered this question. So it is asked again, about the version of now.
  if (agrees === undefined) return { answer: await ask(asking) }
  const { etag } = state
  return { request: etag === undefined ? request : { ...request, headers: { ...request.headers, 'if-match': etag } } }
}

const askedOf = ({ tool, request, session }: Asking): Asked => ({
  tool: tool.name,
  caller: session.id,
  request,
})

const actions: unknown[] = ['accept', 'decline', 'cancel']

/** What the person has answered; undefined when no answer is there. Throws −32602 for what is no answer. */
function agreement({ params: { inputResponses = {}, requestState = '' } }: Call): boolean | undefined {
  if (typeof requestState !== 'string')
    throw invalidParams('params.requestState must be the text that came with the question.')
  if (!isObject(inputResponses)) throw invalidParams('params.inputResponses must be an object.')
  const response = Object.hasOwn(inputResponses, question) ? inputResponses[question] : undefined
  if (response === undefined) return undefined
  const place = `params.inputResponses.${question}`
  if (!isObject(response) || !actions.includes(response.action)) {
    throw invalidParams(`${place}.action must be accept, decline or cancel.`)
  }
  if (response.action !== 'accept') return false
  const { content = {} } = response
  if (!isObject(content)) throw invalidParams(`${place}.content must be an object.`)
  const agrees = content[question]
  if (agrees !== undefined && typeof agrees !== 'boolean') {
    throw invalidParams(`${place}.content.${question} must be true or false.`)
  }
  return agrees
}

/** Reads the item, so that the person sees what the call is about. */
async function ask(asking: Asking): Promise<Answer> {
  const { tool, request, session } = asking
  const reader = toolOf(tool.reader)
  if (!reader) return questionOf(asking, undefined, '')
  const read = accepted(await session.send({ method: reader.method, path: request.path, query: {}, headers: {} }))
  if (read.status >= 400) return resultOf(tool, read)
  const { ETag: etag } = read.headers
  // The model has read another version than the person would see.
  if (etag !== undefined && !isAccepted(request.headers['if-match'], etag)) return changed(tool)
  const item: unknown = JSON.parse(read.body ?? '{}')
  const names = (tool.label ?? []).flatMap((member) => (isObject(item) ? lineOf(item[member]) : []))
  return questionOf(asking, etag, names.join(', '))
}

const maxLabel = 200

/** Other people have written the text. It stays one short line, so that it cannot pass for the question. */
function lineOf(value: unknown): string[] {
  if (typeof value !== 'string') return []
  const line = value.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
  return [line.length <= maxLabel ? line : `${line.slice(0, maxLabel).toWellFormed()}…`]
}

const isAccepted = (ifMatch = '*', etag: string): boolean =>
  ifMatch.split(',').some((tag) => ['*', etag].includes(tag.trim()))

function questionOf(asking: Asking, etag: string | undefined, item: string): Answer {
  const { title } = asking.tool
  const result: Question = {
    resultType: 'input_required',
    requestState: asking.session.states().seal(askedOf(asking), etag),
    inputRequests: {
      [question]: {
        method: 'elicitation/create',
        params: {
          mode: 'form',
          message: `${title}${item ? `: ${item}` : ''}?`,
          requestedSchema: {
            type: 'object',
            properties: { [question]: { type: 'boolean', title } },
            required: [question],
          },
        },
      },
    },
  }
  return { result }
}
