// Frontdesk's operations replaced by those of the benchmark; with a store, a creation is one put into DynamoDB.
import { answers } from '../../api/answers.ts'
import { operationId } from '../../api/contract.ts'
import type { Store } from '../store.ts'
import { resources } from '../served.ts'

type Request = { path: { id: string }; query: { limit?: number }; body: object }

export const operations = Object.fromEntries(
  resources.flatMap((n) => [
    [operationId('list', n), ({ query }: Request) => ({ status: 200, body: answers.list(query.limit) })],
    [
      operationId('create', n),
      async ({ body }: Request, { store }: { store?: Store }) => {
        const parcel = answers.create(body)
        await store?.put(parcel)
        return { status: 201, body: parcel }
      },
    ],
    [operationId('get', n), ({ path }: Request) => ({ status: 200, body: answers.get(path.id) })],
    [operationId('update', n), ({ path, body }: Request) => ({ status: 200, body: answers.update(path.id, body) })],
    [operationId('delete', n), () => ({ status: 204 })],
  ]),
)
