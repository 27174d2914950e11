// Frontdesk: its own handler, with these in the place of its operations and dependencies.
import { answers, operationId, served } from '../api.ts'
import type { Store } from './store.ts'

type ParcelRequest = { path: { id: string }; query: { limit?: number }; body: object }
type ParcelResult = { status: number; body?: object }
type ParcelOperation = (request: ParcelRequest, context: { store?: Store }) => ParcelResult | Promise<ParcelResult>

/** The operations of the benchmark. With a store, a creation is one put into DynamoDB. */
export function ourOperations(): Record<string, ParcelOperation> {
  const ofResource = (n: number): Record<string, ParcelOperation> => ({
    [operationId('list', n)]: ({ query }) => ({ status: 200, body: answers.list(query.limit) }),
    [operationId('create', n)]: async ({ body }, { store }) => {
      const parcel = answers.create(body)
      await store?.put(parcel)
      return { status: 201, body: parcel }
    },
    [operationId('get', n)]: ({ path }) => ({ status: 200, body: answers.get(path.id) }),
    [operationId('update', n)]: ({ path, body }) => ({ status: 200, body: answers.update(path.id, body) }),
    [operationId('delete', n)]: () => ({ status: 204 }),
  })
  return Object.assign({}, ...served.resources().map(ofResource)) as Record<string, ParcelOperation>
}

const silent = () => undefined

/** The engine alone: no log, no services. */
export const ourDependencies = () => ({
  log: { request: silent, written: silent },
  allowedOrigins: ['*'],
})

/** The caller of the engine alone, which checks no tokens. */
export const anyone = { kind: 'anyone', id: 'anyone', name: 'anyone' }
