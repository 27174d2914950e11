// A step of a journey as a request: sent once, and its answer checked.
import type { BundledJourney, CalledOperation } from '../../codegen/journeys/bundle.ts'
import type { Parameter, Step } from '../../codegen/journeys/documents.ts'
import type { Check } from '../../codegen/journeys/respect.ts'
import { filled, holds, type Answer, type Known } from './expressions.ts'

export type Request = { url: string; method: string; headers: Record<string, string>; body?: string }

/** The names of the inputs that a credential is made of. */
const credentials = /\$inputs\.(?:token|apiKey)\b/

/** The parameters of a step, with references to the document's components followed. */
export function parametersOf({ document }: BundledJourney, { parameters = [] }: Step): Parameter[] {
  return parameters.flatMap((parameter) => {
    if ('name' in parameter) return [parameter]
    const name = parameter.reference.replace('$components.parameters.', '')
    return document.components?.parameters?.[name] ?? []
  })
}

export const isCredential = ({ value }: Parameter) => typeof value === 'string' && credentials.test(value)

/** Throws `MissingValue` when a step before has not given what this one needs. */
export function requestOf(
  server: string,
  { requestBody, 'x-operation': other }: Step,
  { operation, parameters, known }: { operation?: CalledOperation; parameters: Parameter[]; known: Known },
): Request {
  const given = parameters.map(({ value, ...parameter }) => ({ ...parameter, value: String(filled(value, known)) }))
  const of = (place: Parameter['in']) => given.filter((parameter) => parameter.in === place)
  const path = of('path').reduce(
    (template, { name, value }) => template.replace(`{${name}}`, encodeURIComponent(value)),
    operation?.path ?? '',
  )
  const query = new URLSearchParams(of('query').map(({ name, value }): [string, string] => [name, value])).toString()
  const address = operation ? server + path : String(filled(other?.url, known))
  const payload = filled(requestBody?.payload, known)
  const { contentType = 'application/json' } = requestBody ?? {}
  return {
    url: address + (query === '' ? '' : `${address.includes('?') ? '&' : '?'}${query}`),
    method: (operation?.method ?? other?.method ?? 'get').toUpperCase(),
    headers: {
      ...(payload !== undefined && { 'content-type': contentType }),
      ...Object.fromEntries(of('header').map(({ name, value }) => [name.toLowerCase(), value])),
    },
    ...(payload !== undefined && { body: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  }
}

/** @param milliseconds The time that the answer may take. */
export async function send({ url, ...request }: Request, milliseconds: number): Promise<Answer> {
  const signal = AbortSignal.timeout(milliseconds)
  const response = await fetch(url, { ...request, signal, redirect: 'manual' })
  const headers = Object.fromEntries(response.headers)
  const text = await response.text()
  return { statusCode: response.status, headers, body: isJson(headers) ? parsed(text) : text }
}

const typeOf = (headers: Record<string, string>) => headers['content-type']?.split(';')[0]?.trim() ?? ''
const isJson = (headers: Record<string, string>) => /[/+]json$/.test(typeOf(headers))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Whether the contract documents the answer, and each criterion of the step holds. */
export function checksOf(step: Step, operation: CalledOperation | undefined, answer: Answer, known: Known): Check[] {
  const documented = operation?.answers[answer.statusCode]
  const types = documented ?? []
  const ofContract = operation
    ? [
        check('status code check', documented !== undefined),
        check('content-type check', types.length === 0 || types.includes(typeOf(answer.headers))),
      ]
    : []
  const criteria = (step.successCriteria ?? []).map(({ condition }) => ({
    ...check('success criteria check', holds(condition, known, answer)),
    condition,
  }))
  return [...ofContract, ...criteria]
}

export const check = (name: string, passed: boolean, message = ''): Check => ({ name, passed, message })
