// A typed request to any path of the contract, for cases that no resource method covers.
import type { paths } from '../../generated/api.ts'
import type { Call, ToldHeader } from './call.ts'
import type { CallOptions, ConditionalOptions, IdempotentOptions } from './options.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS'

type Described = { parameters: object; responses: object }
type OperationAt<M extends Method, P extends keyof paths> =
  paths[P] extends Record<Lowercase<M>, infer Found extends Described> ? Found : never

/** The contract's paths that take this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<Lowercase<M>, Described> ? P : never
}[keyof paths]

type Content<Media> = Media extends { content: { 'application/json': infer Body } } ? Body : undefined
type SuccessStatus<Operation extends Described> = Extract<keyof Operation['responses'], 200 | 201 | 202 | 204>
type Success<Operation extends Described> = Content<Operation['responses'][SuccessStatus<Operation>]>

/** The documented headers of a success that its answer has as members. */
type ToldAs = { etag: 'etag'; location: 'location'; 'retry-after': 'retryAfter'; 'idempotent-replayed': 'replayed' }
type Documented<Answer> = Answer extends { headers: infer Headers }
  ? keyof { [Name in keyof Headers as string extends Name ? never : Name]: unknown }
  : never
type ToldNames<Name> = Name extends string
  ? Lowercase<Name> extends infer Known extends keyof ToldAs
    ? ToldAs[Known]
    : never
  : never
type Told<Operation extends Described> = Extract<
  ToldNames<
    { [Status in SuccessStatus<Operation>]: Documented<Operation['responses'][Status]> }[SuccessStatus<Operation>]
  >,
  ToldHeader
>

type PathArgument<Parameters> = Parameters extends { path: infer Path }
  ? {
      /** The parameters of the path. */
      path: Path
    }
  : unknown
type QueryArgument<Parameters> = Parameters extends { query: infer Query }
  ? {
      /** The parameters of the query. */
      query: Query
    }
  : Parameters extends { query?: infer Query }
    ? {
        /** The parameters of the query. */
        query?: Query | undefined
      }
    : unknown
type BodyArgument<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? {
      /** The body. */
      body: Body
    }
  : Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? {
        /** The body. */
        body?: Body | undefined
      }
    : unknown

type HeaderArgument<Parameters> = ('Idempotency-Key' extends Named<Parameters> ? IdempotentOptions : unknown) &
  ('If-Match' extends Named<Parameters> ? ConditionalOptions : unknown)
type Named<Parameters> = Parameters extends { header?: infer Header } ? KeyOf<NonNullable<Header>> : never
// `keyof never` is every key. Here never means that there are no headers.
type KeyOf<T> = [T] extends [never] ? never : keyof T

/** The arguments of a request with this method and path. */
export type RequestOptions<M extends Method, P extends PathOf<M>> = CallOptions &
  PathArgument<OperationAt<M, P>['parameters']> &
  QueryArgument<OperationAt<M, P>['parameters']> &
  HeaderArgument<OperationAt<M, P>['parameters']> &
  BodyArgument<OperationAt<M, P>>

/** Sends requests that no resource has a method for. */
export interface Requester {
  /**
   * Sends any request of the contract. It is repeated as by the resources: a POST and a PATCH only with an
   * `idempotencyKey`. Both credentials are sent when both are set.
   *
   * @example
   * const found = await api.request('GET', '/items/{id}', { path: { id } })
   * @throws {@link ProblemError} when the service answers with a failure
   * @throws {@link ConnectionError} or {@link TimeoutError} when no answer comes
   */
  request<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...options: object extends RequestOptions<M, P> ? [options?: RequestOptions<M, P>] : [options: RequestOptions<M, P>]
  ): Call<Success<OperationAt<M, P>>, SuccessStatus<OperationAt<M, P>>, Told<OperationAt<M, P>>>
}
