// The parameters of an operation that has more than texts: read, or a 400 that names them.
import type { Reading } from '../../generated/routes.ts'
import { readParameters } from './parameters.ts'
import { invalid } from './problem.ts'

type Context = {
  params?: Record<string, unknown>
  request: { query: Record<string, string[]>; headers: Record<string, string> }
}

export function readAll({ params = {}, request: { query, headers } }: Context, reads: readonly Reading[]) {
  // Safe cast: the router gives texts.
  const path = params as Record<string, string>
  const { faults, path: typed, query: values, header, cookie } = readParameters({ path, query, headers }, reads)
  if (faults.length > 0) throw invalid(...faults)
  return { params: typed, query: values, header, cookie }
}
