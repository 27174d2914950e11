// Generated from spec/ by `npm run generate`. Do not edit.

import type { CallOptions } from '../../client-sdk/src/options.ts'
import type { StreamOptions } from '../../client-sdk/src/event-stream.ts'
import {
  creation,
  infiniteQuery,
  mutation,
  query as plainQuery,
  streamedQuery,
} from '../../client-sdk/src/query-options.ts'
import type { Frontdesk } from './client.ts'
import type {
  CaseInput,
  CasePatch,
  ChatInput,
  EventInput,
  EventPatch,
  GetCaseUploadUrlQuery,
  ListCaseFilesQuery,
  ListCasesQuery,
  ListEventsQuery,
  ListProductsQuery,
  ProductInput,
  ProductPatch,
  WorkflowInput,
} from './models.ts'

export type {
  InfiniteQueryOptions,
  MutationOptions,
  QueryOptions,
  StreamedQueryOptions,
} from '../../client-sdk/src/query-options.ts'

/**
 * Lists cases, newest first, all of them or those in one status.
 *
 * For `useQuery` and `queryClient`. The first page.
 */
export function listCasesQueryOptions(
  frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>,
  query?: ListCasesQuery,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'listCases', query], (signal) =>
    frontdesk.cases.list(query, { ...options, signal }),
  )
}

/**
 * Lists cases, newest first, all of them or those in one status.
 *
 * For `useInfiniteQuery`: page by page.
 */
export function listCasesInfiniteQueryOptions(
  frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>,
  query?: Omit<ListCasesQuery, 'cursor'>,
  options?: CallOptions,
) {
  return infiniteQuery(['frontdesk', frontdesk.cacheScope, 'listCases', 'pages', query], (cursor, signal) =>
    frontdesk.cases.list({ ...query, ...cursor }, { ...options, signal }),
  )
}

/**
 * Creates a case in status `open` and returns it with its id.
 *
 * For `useMutation`.
 */
export function createCaseMutationOptions(frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>, options?: CallOptions) {
  return creation(['frontdesk', frontdesk.cacheScope, 'createCase'], (body: CaseInput, idempotencyKey) =>
    frontdesk.cases.create(body, { ...options, idempotencyKey }),
  )
}

/**
 * Returns one case by its id.
 *
 * For `useQuery` and `queryClient`.
 */
export function getCaseQueryOptions(
  frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>,
  caseId: string,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getCase', caseId], (signal) =>
    frontdesk.cases.get(caseId, { ...options, signal }),
  )
}

/**
 * Changes the given members of a case and leaves the others. `metadata` is replaced as a whole.
 *
 * For `useMutation`.
 */
export function updateCaseMutationOptions(frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>, options?: CallOptions) {
  return mutation(
    ['frontdesk', frontdesk.cacheScope, 'updateCase'],
    ({ caseId, body, ifMatch }: { caseId: string; body: CasePatch; ifMatch?: string | undefined }) =>
      frontdesk.cases.update(caseId, body, { ...options, ifMatch }),
  )
}

/**
 * Returns a URL to which one file is sent by PUT with the headers that the answer names. The URL enforces the content
 * type. With `contentLength` it also enforces the length, writes once, and is valid for 15 minutes; a second PUT is
 * answered 412. Without `contentLength` it is valid for 5 minutes, and a file larger than 100 MiB is removed after it
 * has arrived.
 *
 * For `useQuery` and `queryClient`.
 */
export function getCaseUploadUrlQueryOptions(
  frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>,
  caseId: string,
  query?: GetCaseUploadUrlQuery,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getCaseUploadUrl', caseId, query], (signal) =>
    frontdesk.cases.getUploadUrl(caseId, query, { ...options, signal }),
  )
}

/**
 * Lists the files that have been uploaded to a case, each with a download URL that is valid for 15 minutes. A page may
 * have fewer files than `limit` while there are more: files that are larger than 100 MiB, or were removed at this
 * moment, are left out.
 *
 * For `useQuery` and `queryClient`. The first page.
 */
export function listCaseFilesQueryOptions(
  frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>,
  caseId: string,
  query?: ListCaseFilesQuery,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'listCaseFiles', caseId, query], (signal) =>
    frontdesk.cases.listFiles(caseId, query, { ...options, signal }),
  )
}

/**
 * Lists the files that have been uploaded to a case, each with a download URL that is valid for 15 minutes. A page may
 * have fewer files than `limit` while there are more: files that are larger than 100 MiB, or were removed at this
 * moment, are left out.
 *
 * For `useInfiniteQuery`: page by page.
 */
export function listCaseFilesInfiniteQueryOptions(
  frontdesk: Pick<Frontdesk, 'cases' | 'cacheScope'>,
  caseId: string,
  query?: Omit<ListCaseFilesQuery, 'cursor'>,
  options?: CallOptions,
) {
  return infiniteQuery(['frontdesk', frontdesk.cacheScope, 'listCaseFiles', 'pages', caseId, query], (cursor, signal) =>
    frontdesk.cases.listFiles(caseId, { ...query, ...cursor }, { ...options, signal }),
  )
}

/**
 * Lists events, the newest entry first, all of them or those in one status.
 *
 * For `useQuery` and `queryClient`. The first page.
 */
export function listEventsQueryOptions(
  frontdesk: Pick<Frontdesk, 'events' | 'cacheScope'>,
  query?: ListEventsQuery,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'listEvents', query], (signal) =>
    frontdesk.events.list(query, { ...options, signal }),
  )
}

/**
 * Lists events, the newest entry first, all of them or those in one status.
 *
 * For `useInfiniteQuery`: page by page.
 */
export function listEventsInfiniteQueryOptions(
  frontdesk: Pick<Frontdesk, 'events' | 'cacheScope'>,
  query?: Omit<ListEventsQuery, 'cursor'>,
  options?: CallOptions,
) {
  return infiniteQuery(['frontdesk', frontdesk.cacheScope, 'listEvents', 'pages', query], (cursor, signal) =>
    frontdesk.events.list({ ...query, ...cursor }, { ...options, signal }),
  )
}

/**
 * Creates an event, in status `scheduled` unless the body says otherwise, and returns it with its id.
 *
 * For `useMutation`.
 */
export function createEventMutationOptions(frontdesk: Pick<Frontdesk, 'events' | 'cacheScope'>, options?: CallOptions) {
  return creation(['frontdesk', frontdesk.cacheScope, 'createEvent'], (body: EventInput, idempotencyKey) =>
    frontdesk.events.create(body, { ...options, idempotencyKey }),
  )
}

/**
 * Returns one event by its id.
 *
 * For `useQuery` and `queryClient`.
 */
export function getEventQueryOptions(
  frontdesk: Pick<Frontdesk, 'events' | 'cacheScope'>,
  eventId: string,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getEvent', eventId], (signal) =>
    frontdesk.events.get(eventId, { ...options, signal }),
  )
}

/**
 * Changes the given members of an event and leaves the others.
 *
 * For `useMutation`.
 */
export function updateEventMutationOptions(frontdesk: Pick<Frontdesk, 'events' | 'cacheScope'>, options?: CallOptions) {
  return mutation(
    ['frontdesk', frontdesk.cacheScope, 'updateEvent'],
    ({ eventId, body, ifMatch }: { eventId: string; body: EventPatch; ifMatch?: string | undefined }) =>
      frontdesk.events.update(eventId, body, { ...options, ifMatch }),
  )
}

/**
 * Deletes one event by its id. To call it off and keep it, set its status to `cancelled` instead.
 *
 * For `useMutation`.
 */
export function deleteEventMutationOptions(frontdesk: Pick<Frontdesk, 'events' | 'cacheScope'>, options?: CallOptions) {
  return mutation(
    ['frontdesk', frontdesk.cacheScope, 'deleteEvent'],
    ({ eventId, ifMatch }: { eventId: string; ifMatch?: string | undefined }) =>
      frontdesk.events.delete(eventId, { ...options, ifMatch }),
  )
}

/**
 * Lists products by their id, all of them or those in one category.
 *
 * For `useQuery` and `queryClient`. The first page.
 */
export function listProductsQueryOptions(
  frontdesk: Pick<Frontdesk, 'products' | 'cacheScope'>,
  query?: ListProductsQuery,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'listProducts', query], (signal) =>
    frontdesk.products.list(query, { ...options, signal }),
  )
}

/**
 * Lists products by their id, all of them or those in one category.
 *
 * For `useInfiniteQuery`: page by page.
 */
export function listProductsInfiniteQueryOptions(
  frontdesk: Pick<Frontdesk, 'products' | 'cacheScope'>,
  query?: Omit<ListProductsQuery, 'cursor'>,
  options?: CallOptions,
) {
  return infiniteQuery(['frontdesk', frontdesk.cacheScope, 'listProducts', 'pages', query], (cursor, signal) =>
    frontdesk.products.list({ ...query, ...cursor }, { ...options, signal }),
  )
}

/**
 * Adds a product under the id that the body names. A repeat with the same content answers the original 201 with
 * `Idempotent-Replayed: true`; other content under an id that is taken is a 409. It takes no `Idempotency-Key`.
 *
 * For `useMutation`.
 */
export function createProductMutationOptions(
  frontdesk: Pick<Frontdesk, 'products' | 'cacheScope'>,
  options?: CallOptions,
) {
  return mutation(['frontdesk', frontdesk.cacheScope, 'createProduct'], (body: ProductInput) =>
    frontdesk.products.create(body, options),
  )
}

/**
 * Returns one product by its id.
 *
 * For `useQuery` and `queryClient`.
 */
export function getProductQueryOptions(
  frontdesk: Pick<Frontdesk, 'products' | 'cacheScope'>,
  productId: string,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getProduct', productId], (signal) =>
    frontdesk.products.get(productId, { ...options, signal }),
  )
}

/**
 * Changes the given members of a product and leaves the others. Its id stays.
 *
 * For `useMutation`.
 */
export function updateProductMutationOptions(
  frontdesk: Pick<Frontdesk, 'products' | 'cacheScope'>,
  options?: CallOptions,
) {
  return mutation(
    ['frontdesk', frontdesk.cacheScope, 'updateProduct'],
    ({ productId, body, ifMatch }: { productId: string; body: ProductPatch; ifMatch?: string | undefined }) =>
      frontdesk.products.update(productId, body, { ...options, ifMatch }),
  )
}

/**
 * Deletes one product by its id, which is free again afterwards.
 *
 * For `useMutation`.
 */
export function deleteProductMutationOptions(
  frontdesk: Pick<Frontdesk, 'products' | 'cacheScope'>,
  options?: CallOptions,
) {
  return mutation(
    ['frontdesk', frontdesk.cacheScope, 'deleteProduct'],
    ({ productId, ifMatch }: { productId: string; ifMatch?: string | undefined }) =>
      frontdesk.products.delete(productId, { ...options, ifMatch }),
  )
}

/**
 * Says whether the customer exists. One that does not is an answer too, with `exists` false.
 *
 * For `useQuery` and `queryClient`.
 */
export function getCustomerQueryOptions(
  frontdesk: Pick<Frontdesk, 'customers' | 'cacheScope'>,
  id: string,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getCustomer', id], (signal) =>
    frontdesk.customers.get(id, { ...options, signal }),
  )
}

/**
 * Makes sure that the customer exists: 201 when it is new, 200 when it was there already. A new customer is announced
 * by the event CustomerCreated. The body may be absent, empty, `null` or `{}`.
 *
 * For `useMutation`.
 */
export function putCustomerMutationOptions(
  frontdesk: Pick<Frontdesk, 'customers' | 'cacheScope'>,
  options?: CallOptions,
) {
  return mutation(['frontdesk', frontdesk.cacheScope, 'putCustomer'], ({ id }: { id: string }) =>
    frontdesk.customers.put(id, options),
  )
}

/**
 * Makes sure that the customer does not exist, whether or not it was there.
 *
 * For `useMutation`.
 */
export function deleteCustomerMutationOptions(
  frontdesk: Pick<Frontdesk, 'customers' | 'cacheScope'>,
  options?: CallOptions,
) {
  return mutation(['frontdesk', frontdesk.cacheScope, 'deleteCustomer'], ({ id }: { id: string }) =>
    frontdesk.customers.delete(id, options),
  )
}

/**
 * Starts one execution of the customer workflow and returns at once. Without an `Idempotency-Key` each submit is an
 * execution of its own; with one a repeat finds the execution that the first one started.
 *
 * For `useMutation`.
 */
export function submitWorkflowMutationOptions(
  frontdesk: Pick<Frontdesk, 'workflow' | 'cacheScope'>,
  options?: CallOptions,
) {
  return creation(['frontdesk', frontdesk.cacheScope, 'submitWorkflow'], (body: WorkflowInput, idempotencyKey) =>
    frontdesk.workflow.submit(body, { ...options, idempotencyKey }),
  )
}

/**
 * Returns how an execution stands and, once it has succeeded, what came of it. Ask again while it is `running`, after
 * as many seconds as `Retry-After` says.
 *
 * For `useQuery` and `queryClient`.
 */
export function getWorkflowExecutionQueryOptions(
  frontdesk: Pick<Frontdesk, 'workflow' | 'cacheScope'>,
  executionId: string,
  options?: CallOptions,
) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getWorkflowExecution', executionId], (signal) =>
    frontdesk.workflow.getExecution(executionId, { ...options, signal }),
  )
}

/**
 * Sends a message to the assistant and returns its reply. The assistant looks things up with the caller's rights, and
 * `calls` lists these calls. It changes nothing: `proposals` lists the changes that it proposes, and the client runs
 * those that the person accepts. An answer takes at most 5 rounds, 8 calls and 25 s; when a limit stops it, the reply
 * says so. Nothing is kept between calls: to go on with a conversation, send its turns so far in `history`. `message`
 * and `history` have together at most 32,000 characters; more is a 400. Each person has a quota of requests, which the
 * headers `RateLimit-…` show; a request beyond it is a 429 with `Retry-After`.
 *
 * For `useMutation`.
 */
export function chatMutationOptions(frontdesk: Pick<Frontdesk, 'chat' | 'cacheScope'>, options?: CallOptions) {
  return mutation(['frontdesk', frontdesk.cacheScope, 'chat'], (body: ChatInput) => frontdesk.chat(body, options))
}

/**
 * Sends the same message as `chat`, and answers while the assistant writes: with server-sent events. The body of each
 * event is JSON on one `data:` line, and its `event:` line repeats the `type`. The last event is `done` or `error`.
 * What fails before the first event is an ordinary problem. A comment every 15 s keeps the connection alive.
 *
 * For `experimental_streamedQuery` of TanStack Query. The data are the events so far; an answer that is there is not
 * asked for again.
 *
 * @example
 * ```ts
 * const asked = chatStreamStreamedQueryOptions(frontdesk, { message: 'How many open cases are there?' })
 * const { streamFn, ...query } = asked
 * useQuery({ ...query, queryFn: experimental_streamedQuery({ streamFn }) })
 * ```
 */
export function chatStreamStreamedQueryOptions(
  frontdesk: Pick<Frontdesk, 'chat' | 'cacheScope'>,
  body: ChatInput,
  options?: StreamOptions,
) {
  return streamedQuery(['frontdesk', frontdesk.cacheScope, 'chatStream', body], (signal) =>
    frontdesk.chat.stream(body, { ...options, signal }),
  )
}

/**
 * Returns all sample users at once, without pages. They are made up and cannot sign in.
 *
 * For `useQuery` and `queryClient`.
 */
export function listUsersQueryOptions(frontdesk: Pick<Frontdesk, 'sampleData' | 'cacheScope'>, options?: CallOptions) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'listUsers'], (signal) =>
    frontdesk.sampleData.listUsers({ ...options, signal }),
  )
}

/**
 * Returns all sample orders at once, without pages. They refer to the sample users and products.
 *
 * For `useQuery` and `queryClient`.
 */
export function listOrdersQueryOptions(frontdesk: Pick<Frontdesk, 'sampleData' | 'cacheScope'>, options?: CallOptions) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'listOrders'], (signal) =>
    frontdesk.sampleData.listOrders({ ...options, signal }),
  )
}

/**
 * Says that the service is up, which version runs in which environment, and who is asking.
 *
 * For `useQuery` and `queryClient`.
 */
export function getStatusQueryOptions(frontdesk: Pick<Frontdesk, 'system' | 'cacheScope'>, options?: CallOptions) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getStatus'], (signal) =>
    frontdesk.system.getStatus({ ...options, signal }),
  )
}

/**
 * Returns the bundled OpenAPI document that this service was built from.
 *
 * For `useQuery` and `queryClient`.
 */
export function getOpenApiQueryOptions(frontdesk: Pick<Frontdesk, 'system' | 'cacheScope'>, options?: CallOptions) {
  return plainQuery(['frontdesk', frontdesk.cacheScope, 'getOpenApi'], (signal) =>
    frontdesk.system.getOpenApi({ ...options, signal }),
  )
}
