// Handlers for MSW: what they may answer is typed by the operation, and what they answer by default is an example.
import { http, HttpResponse, type HttpHandler } from 'msw'
import type { operations } from '../../generated/api.ts'

type OperationId = keyof operations
type Media<Response> = Response extends { content: infer Content } ? Content : unknown
type Json<Response> =
  Media<Response> extends { 'application/json': infer Body }
    ? { body: Body }
    : Media<Response> extends { 'application/problem+json': infer Problem }
      ? // Left out, it is the contract's example.
        { body?: Partial<Problem> }
      : { body?: undefined }

/** What an operation can answer: a status of its contract with the body that belongs to it. */
export type MockAnswer<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: {
    status: Status
    headers?: Record<string, string>
  } & Json<operations[Id]['responses'][Status]>
}[keyof operations[Id]['responses']]

/** Decides by the request what to answer. */
export type MockResolver<Id extends OperationId> = (request: {
  request: Request
  /** The parameters of the path. */
  params: Record<string, string>
}) => MockAnswer<Id> | Promise<MockAnswer<Id>>

/** Makes a handler of one operation: of its example, of an answer, or of a function that gives one. */
export type Handle<Id extends OperationId> = (answer?: MockAnswer<Id> | MockResolver<Id>) => HttpHandler

/** What an answer carries besides its status. */
export type Example = { headers?: Record<string, string>; body?: unknown }
type Given = Example & { status: number }

export const answering =
  <Id extends OperationId>(
    method: string,
    path: string,
    example: Given,
    problems: Record<number, Example>,
  ): Handle<Id> =>
  (answer) =>
    // Sound: the methods of the contract are methods of MSW.
    http[method as 'get'](path, async ({ request, params }) => {
      // Sound: the contract has no parameter that takes several segments of a path, so each value is one string.
      const given =
        typeof answer === 'function' ? await answer({ request, params: params as Record<string, string> }) : answer
      // Sound: an answer is a status, headers and a body, whichever operation it is of.
      const { status, headers = {}, body } = given === undefined ? example : merged(given as Given, problems)
      const init = { status, headers: { 'x-request-id': crypto.randomUUID(), ...headers } }
      if (body === undefined) return new HttpResponse(null, init)
      const type = status >= 400 ? 'application/problem+json' : 'application/json'
      return new HttpResponse(JSON.stringify(body), { ...init, headers: { 'content-type': type, ...init.headers } })
    })

/** A failure takes what it leaves out from the contract's example of it. */
function merged({ status, headers, body }: Given, problems: Record<number, Example>): Given {
  const known = problems[status]
  if (!known) return { status, ...(headers && { headers }), body }
  return {
    status,
    headers: { ...known.headers, ...headers },
    body: { status, ...Object(known.body), ...Object(body) } as unknown,
  }
}

// Sound: each of the values of MockHandlers can be called without an answer.
export const exampleHandlers = (handles: unknown[]) => (handles as (() => HttpHandler)[]).map((handle) => handle())
