// The function that removes files that are larger than a case may have. A URL without a length cannot refuse them.
import type { GuardDependencies } from '../task-dependencies.ts'
import { largestFile } from '../services/case-files.ts'
import type { ObjectCreated } from './object-created.ts'

export function createGuard({ logger, files }: GuardDependencies) {
  /** EventBridge delivers at least once. A second removal finds nothing, which is no error. */
  const removeTooLarge = async ({ detail: { object } }: ObjectCreated): Promise<void> => {
    // The rule has compared the size already. A mistake in the rule must not cost a file that may stay.
    if (!(object.size > largestFile)) return
    await files.remove(object.key)
    logger.info('upload removed', { key: object.key, size: object.size })
  }
  return { removeTooLarge }
}
