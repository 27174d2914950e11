// The local cloud's side of --watch: loads all code, says so, and waits for its turn.
import { once } from 'node:events'
import { validators } from '../../generated/validators/index.ts'
import type { Message } from './service.ts'

export const tell = (message: Message) => process.send?.(message)

/** Ends when the process can take over: the service before it has stopped. */
export async function waitForTurn() {
  // The process that watches may be killed, and then nobody would end this one.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // Later edits must not reach this process: whatever is loaded at the first request is loaded now.
  await Promise.all([
    ...Object.values(validators).map((load) => load()),
    // These read the environment of the emulators only when they are called.
    import('../../server/app.ts'),
    import('../../server/dependencies.ts'),
    import('../../server/uploads/guard.ts'),
    import('../../server/workflow/tasks.ts'),
    import('../pages/commands.ts'),
  ])
  const turn = once(process, 'message')
  tell('loaded')
  await turn
}
