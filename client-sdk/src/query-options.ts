// The options of TanStack Query in types of our own. The types of its helpers differ between its libraries and versions.
import type { DataTag, InfiniteData } from '@tanstack/query-core'
import { ConnectionError } from './errors.ts'
import { randomKey } from './random-key.ts'

type Key = readonly unknown[]

/** For `useQuery`. The SDK itself repeats failed attempts, so TanStack Query does not: `{ ...options, retry: 3 }` overrules it. */
export type QueryOptions<Name extends Key, Data> = {
  /** The key in the cache: the scope of the client, the operation and its arguments. */
  queryKey: DataTag<Name, Data>
  /** Sends the call. The signal ends it when no component needs it any more. */
  queryFn: (context: { signal: AbortSignal }) => Promise<Data>
  /** The SDK itself repeats attempts. */
  retry: false
}

/** For `useInfiniteQuery`. */
export type InfiniteQueryOptions<Name extends Key, Page> = {
  /** The key in the cache: the scope of the client, the operation, `pages` and its arguments. */
  queryKey: DataTag<Name, InfiniteData<Page, string | undefined>>
  /** Requests the page with this cursor. */
  queryFn: (context: { signal: AbortSignal; pageParam: string | undefined }) => Promise<Page>
  /** The first page has no cursor. */
  initialPageParam: string | undefined
  /** The cursor of the next page; `undefined` after the last one. */
  getNextPageParam: (page: Page, pages?: Page[], param?: unknown, params?: unknown[]) => string | undefined
  /** The SDK itself repeats attempts. */
  retry: false
}

/** For `streamedQuery` and `useQuery`. */
export type StreamedQueryOptions<Name extends Key, Event> = {
  /** The key in the cache: the scope of the client, the operation and its arguments. */
  queryKey: DataTag<Name, Event[]>
  /** Reads the events. The signal ends the request when no component needs it any more. */
  streamFn: (context: { signal: AbortSignal }) => AsyncIterable<Event>
  /** A stream is not repeated. */
  retry: false
  /** Without end: an answer that is there is not asked for again. */
  staleTime: number
}

/** For `useMutation`. */
export type MutationOptions<Name extends Key, Variables, Data> = {
  /** The key of the mutation, for its defaults and its state. */
  mutationKey: Name
  /** Sends the call. TanStack Query calls it again, with the same context, when it repeats a `mutate`. */
  mutationFn: (variables: Variables, context?: object) => Promise<Data>
}

export const query = <const Name extends Key, Data>(
  name: Name,
  ask: (signal: AbortSignal) => PromiseLike<Data>,
): QueryOptions<Name, Data> => ({
  // Safe cast: only the compiler knows the tag. It names the type of the data in the cache under this key.
  queryKey: name as DataTag<Name, Data>,
  queryFn: async ({ signal }) => await ask(signal),
  retry: false,
})

/** The third part of a key is the operation. */
const endless = ([, , operation]: Key) =>
  new ConnectionError(`${String(operation)} got no usable answer: no new cursor`, {}, { operation })

export const infiniteQuery = <const Name extends Key, Page extends { nextCursor?: string }>(
  name: Name,
  ask: (cursor: { cursor?: string }, signal: AbortSignal) => PromiseLike<Page>,
): InfiniteQueryOptions<Name, Page> => ({
  // Safe cast: only the compiler knows the tag.
  queryKey: name as DataTag<Name, InfiniteData<Page, string | undefined>>,
  queryFn: async ({ signal, pageParam }) => {
    const page = await ask(pageParam === undefined ? {} : { cursor: pageParam }, signal)
    if (pageParam !== undefined && page.nextCursor === pageParam) throw endless(name)
    return page
  },
  initialPageParam: undefined,
  // A cursor that was asked for before would lead round and round.
  getNextPageParam: ({ nextCursor }, _, __, asked) => (asked?.includes(nextCursor) ? undefined : nextCursor),
  retry: false,
})

export const streamedQuery = <const Name extends Key, Event>(
  name: Name,
  ask: (signal: AbortSignal) => AsyncIterable<Event>,
): StreamedQueryOptions<Name, Event> => ({
  // Safe cast: only the compiler knows the tag.
  queryKey: name as DataTag<Name, Event[]>,
  streamFn: ({ signal }) => ask(signal),
  retry: false,
  staleTime: Infinity,
})

export const mutation = <const Name extends Key, Variables, Data>(
  mutationKey: Name,
  mutationFn: (variables: Variables) => Promise<Data>,
): MutationOptions<Name, Variables, Data> => ({ mutationKey, mutationFn })

/** Each `mutate` has a context of its own, which all of its repeats share. */
const keys = /* @__PURE__ */ new WeakMap<object, string>()

/** A creation: each `mutate` has a key, the same for all of its repeats. Another `mutate` of the same values has another. */
export const creation = <const Name extends Key, Variables, Data>(
  mutationKey: Name,
  create: (variables: Variables, idempotencyKey: string) => Promise<Data>,
): MutationOptions<Name, Variables, Data> => ({
  mutationKey,
  mutationFn: (variables, context = {}) => {
    const key = keys.get(context) ?? randomKey()
    keys.set(context, key)
    return create(variables, key)
  },
})
