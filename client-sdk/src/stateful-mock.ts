// A mock that remembers: what create, update and delete operations do is seen by get and list operations.
import type { HttpHandler } from 'msw'
import { createStore, type Collection, type Resolver } from './mock-store.ts'

type Mock = Record<string, (resolver?: Resolver) => HttpHandler>

/** A mock that remembers. */
export type StatefulMock = {
  /** One for each operation: what `setupServer` and `setupWorker` take. */
  handlers: HttpHandler[]
  /** Takes the items back to the contract's examples, and forgets the files. */
  reset: () => void
}

const verbs = ['list', 'create', 'get', 'update', 'remove'] as const

/** @param mock The handlers by operationId. @param rest Handlers of no operation. */
export function remembering(
  mock: object,
  collections: Collection[],
  rest: HttpHandler[],
  forget: () => void,
): StatefulMock {
  // Safe cast: each member of the handlers takes a resolver.
  const handles = { ...mock } as Mock
  const made: Record<string, HttpHandler> = {}
  const stores = collections.map((collection) => {
    const resolvers = createStore(collection)
    for (const verb of verbs) {
      const { [verb]: operationId = '' } = collection
      const handle = handles[operationId]
      if (handle) made[operationId] = handle(resolvers[verb])
    }
    return resolvers
  })
  const handlers = Object.entries(handles).map(([operationId, handle]) => made[operationId] ?? handle())
  return {
    handlers: [...handlers, ...rest],
    reset: () => {
      for (const { reset } of stores) reset()
      forget()
    },
  }
}
