// Says in one plain sentence how a step of a journey failed.
import type { Journey, Step } from './documents.ts'
import type { Check, ExecutedStep } from './respect.ts'

/** The part of the contract that stands in a sentence. */
type Named = { operations: { operationId: string; method: string; path: string }[] }

/** The check of a step whose request was never sent. Its message says why. */
export const unsent = 'not sent'

/** A sentence about the step that ended each workflow; none where all steps have passed. */
export function failuresOf(model: Named, { document }: Pick<Journey, 'document'>, executed: ExecutedStep[]): string[] {
  return document.workflows.flatMap(({ workflowId, steps }) => {
    const own = executed.filter((step) => step.workflowId === workflowId)
    // A step that was repeated counts by its last attempt.
    const last = steps.map(({ stepId }) => own.findLast((step) => step.stepId === stepId))
    const at = last.findIndex((step) => step?.status !== 'success')
    const step = steps[at]
    if (!step) return []
    return [`${document.info.title}, step ${step.stepId}: ${requestOf(model, step)} ${reasonOf(last[at])}`]
  })
}

/** The operation by the names of the contract: ids and secrets in an address help nobody. */
export function requestOf({ operations }: Named, { operationId, 'x-operation': other }: Step): string {
  const operation = operations.find((known) => known.operationId === operationId)
  if (operation) return `${operation.operationId} (${operation.method.toUpperCase()} ${operation.path})`
  return operationId ?? `the ${other?.method.toUpperCase() ?? 'request'} to an address that the API gave`
}

function reasonOf(step: ExecutedStep | undefined): string {
  if (!step) return 'was not sent.'
  const failed = step.checks.filter(({ passed }) => !passed)
  const status = step.response?.statusCode ?? 0
  const [check] = [...failed].sort((a, b) => rankOf(a) - rankOf(b))
  if (!check) return 'failed.'
  return sentenceOf(check, status, step.response)
}

/** The check that tells most comes first: a wrong status makes all others fail. */
const ranks = ['$statusCode', 'failed network request', 'status code check', 'content-type check', 'schema check']
function rankOf({ name, condition = '' }: Check): number {
  const rank = ranks.findIndex((known) => name === known || condition.startsWith(known))
  return rank < 0 ? ranks.length : rank
}

function sentenceOf({ name, condition, message }: Check, status: number, response: ExecutedStep['response']): string {
  if (name === unsent) return `was not sent: ${message}.`
  if (name === 'failed network request') return `got no answer: ${firstLine(message)}.`
  const [, wanted] = /^\$statusCode == (\d{3})$/.exec(condition ?? '') ?? []
  if (wanted !== undefined) return `answered ${status}, not ${wanted}${said(response)}.`
  if (name === 'status code check') return `answered ${status}, which the contract does not document.`
  if (name === 'content-type check') {
    const type = response?.headers?.['content-type'] ?? 'no media type'
    return `answered with ${type}, which the contract does not document.`
  }
  if (name === 'schema check') return `answered ${status} with a body that breaks the contract: ${brokenBy(message)}.`
  if (condition !== undefined) return `answered ${status}, but ${unmet(condition, response)}.`
  return `failed: ${firstLine(message)}.`
}

/** What the service says of its failure, if that is a problem of RFC 9457, and the request's id in its log. */
function said({ body, headers }: Partial<NonNullable<ExecutedStep['response']>> = {}): string {
  // Safe cast: any value is read, and texts alone are shown.
  const { title, detail } = Object(body) as { title?: unknown; detail?: unknown }
  const words = [title, detail].filter((text) => typeof text === 'string')
  const id = headers?.['x-request-id']
  return `${id === undefined ? '' : ` (request ${id})`}${words.length > 0 ? `: ${words.join('. ').replace(/\.$/, '')}` : ''}`
}

/** `$response.body#/status == 'closed'` in words, with the value that came instead. */
function unmet(condition: string, response: ExecutedStep['response']): string {
  const [, place, name = '', wanted = ''] = /^\$response\.(body#\/|header\.)(\S+) == (.+)$/.exec(condition) ?? []
  if (place === undefined) return `this does not hold: ${condition}`
  const value = place === 'header.' ? response?.headers?.[name.toLowerCase()] : memberOf(response?.body, name)
  const what = place === 'header.' ? `the header ${name}` : `\`${name.replaceAll('/', '.')}\` in its answer`
  return value === undefined
    ? `${what} is missing, and should be ${wanted}`
    : `${what} is ${JSON.stringify(value)}, not ${wanted}`
}

/** The value at a JSON pointer without escapes. */
const memberOf = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    // Safe cast: members of any value may be read, once it is an object.
    .reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], body)

/** The first fault that respect's schema check names: `REQUIRED must have required property 'x'`, `TYPE must be string`. */
function brokenBy(message: string): string {
  const [, fault = 'its schema'] = /^[A-Z_]+ (.+)$/m.exec(message.replaceAll(/\p{Extended_Pictographic}/gu, '')) ?? []
  const [, pointed] = /\^\s*(.*?)\s*$/m.exec(message) ?? []
  const [, member] = /"([^"]+)":/.exec(/^> *\d+ \|(.*)$/m.exec(message)?.[1] ?? '') ?? []
  return member !== undefined && pointed !== undefined ? `\`${member}\` ${fault}` : `it ${fault}`
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0]?.replace(/\.$/, '') ?? ''
