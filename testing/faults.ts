// The faults of a refused body: a problem has them as `errors`, and the error of JSON-RPC has them in its data.
import type { HttpResponse } from '../server/http/message.ts'
import type { ContractOperation } from './contract-operations.ts'
import { bodyOf } from './front-door.ts'

type Refused = { errors?: unknown; error?: { data?: { errors?: unknown } } }

export function faultsIn({ protocol }: ContractOperation, response: HttpResponse): unknown {
  // Safe cast: the body of a refusal is one of the two.
  const { errors, error } = bodyOf(response) as Refused
  return protocol ? error?.data?.errors : errors
}
