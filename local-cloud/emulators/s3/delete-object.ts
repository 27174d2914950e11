// DeleteObject: afterwards the key is free, also when there was no object.
import type { Operation } from './operation.ts'
import { writePrecondition } from './preconditions.ts'

export const deleteObject: Operation = ({ request, authenticated, store }) => {
  store.bucket(request.bucket).remove(request.key, writePrecondition(authenticated.headers))
  return { status: 204 }
}
