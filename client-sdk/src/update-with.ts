// Reads, changes and writes an item, and starts again when somebody else wrote in between.
import type { Answer, Call } from './call.ts'
import { checked, optionsOf } from './checks.ts'
import type { Client } from './client.ts'
import { SdkError, traced } from './errors.ts'
import type { CallOptions } from './options.ts'
import type { ProblemError } from './problem-errors.ts'
import { leastWait, within } from './retry.ts'

/** Options of `updateWith`. Times and retries apply to each single call. */
export type UpdateWithOptions = CallOptions & {
  /**
   * The most repeats after the item was changed in between (412).
   *
   * @default 3
   */
  maxConflicts?: number | undefined
}

export async function updateWith<Item, Patch>(
  client: Client,
  read: (options: CallOptions) => Call<Item>,
  write: (patch: Patch, options: CallOptions & { ifMatch: string }) => Call<Item>,
  change: (current: Item) => Patch | undefined | Promise<Patch | undefined>,
  given?: UpdateWithOptions | null,
): Promise<Item> {
  const caller = new Error('updateWith')
  try {
    const { maxConflicts = 3, ...options } = optionsOf(given)
    checked({ maxConflicts, change }, { maxConflicts: 0, change: 'a function' })
    for (let conflicts = 0; ; conflicts++) {
      // Safe cast: each answer has this member, whether or not the contract documents the header.
      const { data, etag: ifMatch, attempts } = (await read(options).withResponse()) as Answer<Item, number, 'etag'>
      const patch = await change(data)
      if (patch === undefined) return data
      // Without an ETag the write would overwrite changes of others.
      if (ifMatch === undefined) throw new SdkError('updateWith got no ETag: does CORS expose it?', {}, { attempts })
      try {
        return await write(patch, { ...options, ifMatch })
      } catch (error) {
        // Safe cast: other failures have no status.
        if ((error as Partial<ProblemError> | undefined)?.status !== 412 || conflicts >= maxConflicts) throw error
      }
      // Others that met the conflict at the same time must not come back at the same time.
      await within(leastWait(client.policy(options), conflicts), options.signal)
    }
  } catch (error) {
    // Safe cast: the member of any value may be tested.
    throw traced(error, caller, { operation: (Object(error) as Partial<SdkError>).operation ?? caller.message })
  }
}
