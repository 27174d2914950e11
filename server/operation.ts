// Operation<'id'>: the types of an operation's request, context and result, derived from the contract.
import type { operations } from '../generated/api.ts'
import type { operations as received } from '../generated/received.ts'
import type { Caller } from './auth/authenticate.ts'
import type { HttpRequest, HttpResponse } from './http/message.ts'
import type { Dependencies } from './dependencies.ts'
import type { AnswerOf, HeadersOf, RequestOf, ResultOf } from './described.ts'

export type OperationId = keyof operations

/** The operation with its request as it is received: with the defaults of the contract. */
type Received<Id extends OperationId> = Id extends keyof received ? received[Id] : operations[Id]

export type Context = Dependencies & {
  caller: Caller
  /** The request as it came: for an operation that reads a message of another protocol. */
  message: HttpRequest
  /** Sends another request through the app. */
  app: (request: HttpRequest) => Promise<HttpResponse>
}

type Responses<Id extends OperationId> = operations[Id]['responses']

type HeaderName = {
  [Id in OperationId]: { [Status in keyof Responses<Id>]: keyof HeadersOf<Responses<Id>[Status]> }[keyof Responses<Id>]
}[OperationId]

/** The statuses of failures whose body is no problem. */
type Told<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: Responses<Id>[Status] extends { content: { 'application/json': unknown } }
    ? Status
    : never
}[keyof Responses<Id>]

/** A result of the operation: a success, or a failure whose body is no problem, with its body and headers. */
export type OperationResult<Id extends OperationId> =
  ResultOf<Responses<Id>, HeaderName> | AnswerOf<Responses<Id>, Told<Id>, HeaderName>

/** Returns success results only and throws a `Problem` for everything else. */
export type Operation<Id extends OperationId> = (
  request: RequestOf<Received<Id>>,
  context: Context,
) => Promise<OperationResult<Id>> | OperationResult<Id>

/** One function for each operation of the contract. */
export type Operations = { [Id in OperationId]: Operation<Id> }
