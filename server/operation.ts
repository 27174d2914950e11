// Operation<'id'>: the types of an operation's request, context and result, derived from the contract.
import type { operations } from '../generated/api.ts'
import type { operations as received } from '../generated/received.ts'
import type { Caller } from './auth/authenticate.ts'
import type { Dependencies } from './dependencies.ts'

export type OperationId = keyof operations

/** The operation with its request as it is received: with the defaults of the contract. */
type Received<Id extends OperationId> = Id extends keyof received ? received[Id] : operations[Id]

type Parameters<Id extends OperationId, In extends 'path' | 'query' | 'header' | 'cookie'> =
  Received<Id> extends { parameters: Partial<Record<In, infer Group>> }
    ? [NonNullable<Group>] extends [never]
      ? unknown
      : NonNullable<Group>
    : unknown

type Body<Id extends OperationId> =
  Received<Id> extends { requestBody: { content: infer Content } }
    ? Content[keyof Content]
    : Received<Id> extends { requestBody?: { content: infer Content } }
      ? // `null` stands for no body: the pipeline has made it undefined.
        NonNullable<Content[keyof Content]> | undefined
      : undefined

/** The caller's request, validated against the contract. Header names are in lower case. */
type OperationRequest<Id extends OperationId> = {
  path: Parameters<Id, 'path'>
  query: Parameters<Id, 'query'>
  headers: { [Name in keyof Parameters<Id, 'header'> & string as Lowercase<Name>]: Parameters<Id, 'header'>[Name] }
  cookies: Parameters<Id, 'cookie'>
  body: Body<Id>
  /** The media type of the body, as the contract names it, unless it is the JSON one. */
  mediaType: string | undefined
}

export type Context = Dependencies & { caller: Caller }

type Responses<Id extends OperationId> = operations[Id]['responses']
type Success = 200 | 201 | 202 | 204

/** The headers that the contract names for a response, without the `[name: string]` that openapi-typescript adds. */
type Headers<Response> = Response extends { headers: infer H }
  ? { [Name in keyof H as string extends Name ? never : Name]: H[Name] }
  : unknown

type HeaderName = {
  [Id in OperationId]: { [Status in keyof Responses<Id>]: keyof Headers<Responses<Id>[Status]> }[keyof Responses<Id>]
}[OperationId]

/** A response must not have the headers of other responses. */
type OwnHeaders<H> = H & Partial<Record<Exclude<HeaderName, keyof H>, never>>

type HeadersMember<H> = [keyof H] extends [never]
  ? { headers?: never }
  : object extends H
    ? { headers?: OwnHeaders<H> }
    : { headers: OwnHeaders<H> }

type BodyMember<Response> = Response extends { content: { 'application/json': infer B } }
  ? { body: B }
  : { body?: never }

/** A success result of the operation: a documented status with its body and headers. */
export type OperationResult<Id extends OperationId> = {
  [Status in keyof Responses<Id> & Success]: { status: Status } & BodyMember<Responses<Id>[Status]> &
    HeadersMember<Headers<Responses<Id>[Status]>>
}[keyof Responses<Id> & Success]

/** Returns success results only and throws a `Problem` for everything else. */
export type Operation<Id extends OperationId> = (
  request: OperationRequest<Id>,
  context: Context,
) => Promise<OperationResult<Id>> | OperationResult<Id>

/** One function for each operation of the contract. */
export type Operations = { [Id in OperationId]: Operation<Id> }
