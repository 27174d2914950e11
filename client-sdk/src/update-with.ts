// Read, change, write: and once more when somebody else wrote in between.
import type { Call } from './call.ts'
import { FrontdeskError, PreconditionFailedError } from './errors.ts'
import type { CallOptions } from './options.ts'

/** Options of `updateWith`; the times and retries are those of each single call. */
export type UpdateWithOptions = CallOptions & {
  /** How often it is read and written again at most when the item was changed in between (412). Default 3. */
  maxConflicts?: number | undefined
}

export async function updateWith<Item, Patch>(
  read: (options: CallOptions) => Call<Item>,
  write: (patch: Patch, options: CallOptions & { ifMatch: string }) => Call<Item>,
  change: (current: Item) => Patch | undefined | Promise<Patch | undefined>,
  { maxConflicts = 3, ...options }: UpdateWithOptions = {},
): Promise<Item> {
  for (let conflicts = 0; ; conflicts++) {
    const { data, headers } = await read(options).withResponse()
    const patch = await change(data)
    if (patch === undefined) return data
    const ifMatch = headers.get('etag')
    // Without it the write would overwrite whatever came in between.
    if (ifMatch === null) throw new FrontdeskError('the answer has no ETag that can be read: does CORS expose it?')
    try {
      return await write(patch, { ...options, ifMatch })
    } catch (error) {
      if (!(error instanceof PreconditionFailedError) || conflicts >= maxConflicts) throw error
    }
  }
}
