// What the load test sends: the paths that the caller names, or the reads of the contract that need no item.
import type { Operation } from '../../codegen/model.ts'

export type LoadRequest = { method: string; path: string; headers: Record<string, string> }

type Wanted = { paths?: string[] | undefined; token?: string | undefined; apiKey?: string | undefined }

export function loadRequests(operations: Operation[], { paths, token, apiKey }: Wanted): LoadRequest[] {
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(apiKey !== undefined && { 'x-api-key': apiKey }),
  }
  const chosen = paths ?? operations.filter((operation) => isRead(operation, token, apiKey)).map(({ path }) => path)
  const wrong = chosen.find((path) => !/^\/[\x21-\x7e]*$/.test(path))
  if (wrong !== undefined)
    throw new Error(`--path must begin with / and have no spaces, as /events?limit=5: '${wrong}'.`)
  if (chosen.length === 0) throw new Error('The contract has no read that anyone may send: give --path or --token.')
  return chosen.map((path) => ({ method: 'GET', path, headers }))
}

/** A read with an answer in JSON that this caller may send without an id. */
function isRead({ method, path, caller, parameters, protocol, answers }: Operation, token?: string, apiKey?: string) {
  if (method !== 'get' || path.includes('{') || protocol) return false
  if (parameters.some(({ required, in: place }) => required && place === 'query')) return false
  // The contract itself and the addresses of a sign-in are asked once by a client, and no load.
  if (/\.(json|yaml)$|\/\.well-known\//.test(path) || !answers.some(({ status }) => status === 200)) return false
  return caller === 'anyone' || (caller === 'user' ? token !== undefined : apiKey !== undefined)
}
