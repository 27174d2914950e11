// Whether the body of a success has the shape that the contract promises. A proxy may answer anything.
import type { Operation } from './attempt.ts'

export function isPromised({ id, method, gives }: Operation, status: number, body: unknown): boolean {
  if (gives === '*') return true
  if (gives === '') return body === undefined
  // Safe cast: the member of any value may be tested.
  if (gives) return Array.isArray((Object(body) as Record<string, unknown>)[gives])
  // request() knows no operation.
  if (Object(body) === body) return !id || !Array.isArray(body)
  return !id && body === undefined && (status !== 200 || method === 'HEAD')
}
