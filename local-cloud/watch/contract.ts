// Asks the contract's worker to check and generate.
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Outcome } from './contract-worker.ts'

const program = fileURLToPath(new URL('contract-worker.ts', import.meta.url))

export function createContract(root: string) {
  let worker: ChildProcess | undefined
  const closed = new WeakSet<ChildProcess>()

  const start = () => {
    if (worker) return worker
    const child = fork(program, { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child.once('exit', () => {
      if (worker === child) worker = undefined
    })
    worker = child
    return child
  }

  return {
    generate: () =>
      new Promise<Outcome>((resolve) => {
        const asked = start()
        // Nobody waits for the outcome of one that was closed.
        const ended = () => closed.has(asked) || resolve({ findings: ['codegen has ended, for the reason above.'] })
        asked.once('exit', ended)
        asked.once('message', (outcome) => {
          asked.off('exit', ended)
          // Safe cast: the worker sends nothing else.
          resolve(outcome as Outcome)
        })
        // A worker that ends at once does not take the message. Its exit says so.
        asked.send('generate', () => undefined)
      }),
    /** The next generation loads codegen again, because its code was saved. */
    close() {
      if (worker) closed.add(worker)
      worker?.kill('SIGKILL')
      worker = undefined
    },
  }
}
