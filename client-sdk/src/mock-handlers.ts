// Handlers for MSW. The operation gives the type of their answers, and its example is the default answer.
import { http, HttpResponse, type HttpHandler } from 'msw'
import type { operations } from '../../generated/api.ts'
import { addressOf } from './checks.ts'
import { withIds, type Adapt, type Example, type Given } from './mock-answers.ts'
import type { MockFiles } from './mock-files.ts'
import { randomKey } from './random-key.ts'

export type { Example } from './mock-answers.ts'

const parameter = /{([^}]+)}/g

const escaped = (text: string) =>
  text.replace(/[^\w/]/g, String.raw`\$&`).replace(/%[\da-f]{2}/gi, (sign) => sign.replace(/[a-f]/gi, inAnyCase))

const inAnyCase = (letter: string) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`

/** A client sends some characters of a path in escapes, and leaves escapes of the contract as they are. */
const asSent = (text: string) => `(?:${escaped(text)}|${escaped(encodeURI(text).replace(/%25(?=[\da-f]{2})/gi, '%'))})`

/** A pattern of MSW's own would take `:`, `(` and `+` in the base URL for parameters. */
function patternOf(baseUrl: string, path: string): RegExp {
  const base = baseUrl === '*' ? '.*' : escaped(addressOf(baseUrl))
  return new RegExp(
    `^${base}${path
      .split(parameter)
      .map((part, index) => (index % 2 ? '([^/]+)' : asSent(part)))
      .join('')}$`,
  )
}

type OperationId = keyof operations
type Responses<Id extends OperationId> = operations[Id] extends { responses: infer Found } ? Found : never
type Media<Response> = Response extends { content: infer Content } ? Content : unknown
type Body<Response> =
  Media<Response> extends { 'application/json': infer Json }
    ? {
        /** The body. */
        body: Json
      }
    : Media<Response> extends { 'application/problem+json': infer Problem }
      ? {
          /** The members that differ from the contract's example. */
          body?: Partial<Problem> | undefined
        }
      : Media<Response> extends { 'text/event-stream': infer Event }
        ? {
            /** The events of a stream, in their order. */
            body: Iterable<Event> | AsyncIterable<Event>
          }
        : object extends Media<Response>
          ? { body?: undefined }
          : {
              /** The text or the file. */
              body?: Media<Response>[keyof Media<Response>] | undefined
            }

/** An answer of an operation: a status of its contract, with its body. */
export type MockAnswer<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: {
    /** A status of the contract. Ranges and `default` stand for many. */
    status: Status extends number ? Status : number
    /** Headers in the place of those of the example. */
    headers?: Record<string, string> | undefined
  } & Body<Responses<Id>[Status]>
}[keyof Responses<Id>]

/** Chooses an answer by the request. */
export type MockResolver<Id extends OperationId> = (request: {
  /** The request. Its body can be read once. */
  request: Request
  /** The parameters of the path. */
  params: Record<string, string>
}) => MockAnswer<Id> | Promise<MockAnswer<Id>>

/** Makes a handler of one operation from its example, an answer, or a function that gives an answer. */
export type Handle<Id extends OperationId> = (answer?: MockAnswer<Id> | MockResolver<Id>) => HttpHandler

export const answering =
  <Id extends OperationId>(
    method: string,
    baseUrl: string,
    path: string,
    example: Given,
    problems: Record<number | string, Example>,
    adapt: Adapt = asItIs,
    stream?: (events: Iterable<unknown>) => NonNullable<RequestInit['body']>,
  ): Handle<Id> =>
  (answer) =>
    // Safe cast: MSW has every method of the contract.
    http[method as 'get'](patternOf(baseUrl, path), async ({ request, params }) => {
      const names = [...path.matchAll(parameter)].map(([, name = '']) => name)
      // Safe cast: each group of the pattern matches one string.
      const named = Object.fromEntries(names.map((name, index) => [name, params[index] as string]))
      const given = typeof answer === 'function' ? await answer({ request, params: named }) : answer
      // Safe cast: the answer of any operation is a status, headers and a body.
      const {
        status,
        headers = {},
        body,
      } = given === undefined ? adapt(example, request, named) : merged(given, problems)
      const init = { status, headers: { 'x-request-id': randomKey(), ...headers } }
      if (body === undefined) return new HttpResponse(null, init)
      const type = status >= 400 ? 'application/problem+json' : 'application/json'
      const sent = new Headers({ 'content-type': type, ...init.headers })
      if (stream && status < 300) {
        sent.set('content-type', 'text/event-stream')
        // Safe cast: the type of the answer asks for the events of the stream.
        return new HttpResponse(stream(body as Iterable<unknown>), { status, headers: sent })
      }
      const isJson = /[/+]json/.test(sent.get('content-type') ?? '')
      // Safe cast: the contract says that a body of another media type is a text.
      return new HttpResponse(isJson ? JSON.stringify(body) : (body as string), { status, headers: sent })
    })

const asItIs: Adapt = (example) => example

/** The example with the ids of the path. */
export const sameIds: Adapt = ({ body, ...given }, _, params) => ({ ...given, body: withIds(body, params) })

/** A problem takes its absent members from the contract's example. */
function merged({ status, headers, body }: Given, problems: Record<number | string, Example>): Given {
  const known =
    status < 400 ? undefined : (problems[status] ?? problems[`${String(status).charAt(0)}XX`] ?? problems.default)
  if (!known) return { status, ...(headers && { headers }), body }
  return {
    status,
    headers: { ...known.headers, ...headers },
    // A problem of another form than an object is replaced.
    body:
      typeof (body ?? known.body) === 'object'
        ? { status, ...Object(known.body), ...Object(body) }
        : (body ?? known.body),
  }
}

const filesOf = new WeakMap<object, MockFiles>()

/** The handlers of one place, with the files that are uploaded there. */
export function withFiles<Handlers extends object>(files: MockFiles, handlers: Handlers): Handlers {
  filesOf.set(handlers, files)
  return handlers
}

/** Handlers of no operation, and what makes them forget. */
export function storageOf(handlers: object): { handlers: HttpHandler[]; forget: () => void } {
  const files = filesOf.get(handlers)
  return { handlers: files ? [files.handler] : [], forget: () => files?.forget() }
}

// Safe cast: each value of MockHandlers can be called without an answer.
export const exampleHandlers = (handles: object) => [
  ...(Object.values(handles) as (() => HttpHandler)[]).map((handle) => handle()),
  ...storageOf(handles).handlers,
]
