// generated/upload-limits.ts: the largest file that each operation with `x-sdk: { upload: true }` takes.
import type { Model, Operation } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, table } from '../typescript/syntax.ts'

export function renderUploadLimits({ operations }: Model): string {
  const rows = operations
    .filter(({ sdk }) => sdk.upload === true)
    .map((operation) => member(operation.operationId, String(maximumOf(operation))))
  return print([
    comment('The largest file in bytes, by the operation that presigns its upload.'),
    ['export const uploadLimits = ', table(rows), ' as const', hardline],
  ])
}

function maximumOf({ operationId, parameters }: Operation): number {
  const maximum = parameters.find(({ name }) => name === 'contentLength')?.schema?.maximum
  if (maximum === undefined) throw new Error(`contentLength of ${operationId} needs a maximum: it limits the uploads.`)
  return maximum
}
