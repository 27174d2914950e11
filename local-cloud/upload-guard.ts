// S3's events in the local cloud: the account's default bus, and the rule that starts the guard of the uploads.
import type { ObjectCreated } from '../server/uploads/object-created.ts'
import { tooLarge } from '../server/uploads/object-created.ts'
import { createBus } from './emulators/eventbridge/bus.ts'
import { account, buckets, region } from './environment.ts'

type Guard = (event: ObjectCreated) => Promise<void>

/** `publish` takes events from the start on. They have no effect before `run`. */
export function createUploadGuard() {
  const running = new Set<Promise<void>>()
  let guard: Guard | undefined
  const start = (event: ObjectCreated) => {
    const invocation = (guard?.(event) ?? Promise.resolve()).catch((error: unknown) => {
      console.error('The guard of the uploads failed.', error)
    })
    running.add(invocation)
    void invocation.then(() => running.delete(invocation))
  }
  const pattern = tooLarge(buckets.UPLOAD_BUCKET_NAME)
  // Safe cast: only events that match the pattern arrive, and those have a key and a size.
  const target = (event: object) => start(event as ObjectCreated)
  const bus = createBus({ account, region, rules: [{ pattern, target }], schemas: {} })
  return {
    publish: bus.put,
    run: (deployed: Guard) => void (guard = deployed),
    /** Waits for what has been started. */
    close: async () => {
      await Promise.all(running)
    },
  }
}
