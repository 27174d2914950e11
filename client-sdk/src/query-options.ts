// What TanStack Query takes, in types of our own: those that its helpers infer differ from one version 5 to the next.
import type { DataTag, InfiniteData } from '@tanstack/react-query'

type Key = readonly unknown[]

/** For `useQuery`. The SDK itself repeats what may pass, so TanStack Query need not: `{ ...options, retry: 3 }` overrules it. */
export type QueryOptions<Name extends Key, Data> = {
  queryKey: DataTag<Name, Data>
  queryFn: (context: { signal: AbortSignal }) => Promise<Data>
  retry: false
}

/** For `useInfiniteQuery`. */
export type InfiniteQueryOptions<Name extends Key, Page> = {
  queryKey: DataTag<Name, InfiniteData<Page, string | undefined>>
  queryFn: (context: { signal: AbortSignal; pageParam: string | undefined }) => Promise<Page>
  initialPageParam: string | undefined
  getNextPageParam: (page: Page) => string | undefined
  retry: false
}

/** For `useMutation`. */
export type MutationOptions<Name extends Key, Variables, Data> = {
  mutationKey: Name
  mutationFn: (variables: Variables) => Promise<Data>
}

export const query = <const Name extends Key, Data>(
  name: Name,
  ask: (signal: AbortSignal) => PromiseLike<Data>,
): QueryOptions<Name, Data> => ({
  // Sound: the tag is for the compiler alone; it says what the cache has under this key.
  queryKey: name as DataTag<Name, Data>,
  queryFn: async ({ signal }) => await ask(signal),
  retry: false,
})

export const infiniteQuery = <const Name extends Key, Page extends { nextCursor?: string }>(
  name: Name,
  ask: (cursor: { cursor?: string }, signal: AbortSignal) => PromiseLike<Page>,
): InfiniteQueryOptions<Name, Page> => ({
  // Sound: as above.
  queryKey: name as DataTag<Name, InfiniteData<Page, string | undefined>>,
  queryFn: async ({ signal, pageParam }) => await ask(pageParam === undefined ? {} : { cursor: pageParam }, signal),
  initialPageParam: undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  retry: false,
})

export const mutation = <const Name extends Key, Variables, Data>(
  mutationKey: Name,
  mutationFn: (variables: Variables) => Promise<Data>,
): MutationOptions<Name, Variables, Data> => ({ mutationKey, mutationFn })
