// The running local cloud and its successor. The successor loads its code first, then takes over port and data.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export type Replaced = 'ready' | 'not loaded' | 'not started' | 'overtaken'

/** The messages of the local cloud to the process that watches. */
export type Message = 'loaded' | 'ready'

export function createService(root: string, args: string[]) {
  let running: ChildProcess | undefined
  let next: ChildProcess | undefined
  let stopping = false
  // A function, because the compiler believes that a variable stays what it was before an await.
  const isStopping = () => stopping

  const start = () => {
    const child = fork('local-cloud/start.js', [...args, '--watched'], { cwd: root, stdio: 'inherit' })
    child.on('exit', () => {
      if (child !== running || stopping) return
      running = undefined
      console.error('The local cloud has ended. It starts again when a file is saved.')
    })
    return child
  }

  return {
    isRunning: () => running !== undefined,
    /** Starts what the files are now. `isOvertaken` says that more was saved while the code was loading. */
    async replace(isOvertaken: () => boolean): Promise<Replaced> {
      if (isStopping()) return 'overtaken'
      const child = start()
      next = child
      if (!(await said(child, 'loaded'))) return isStopping() ? 'overtaken' : 'not loaded'
      if (isOvertaken() || isStopping()) {
        await stop(child)
        return 'overtaken'
      }
      const before = running
      running = undefined
      if (before) await stop(before)
      next = undefined
      running = child
      child.send('start')
      return (await said(child, 'ready')) ? 'ready' : 'not started'
    },
    async close() {
      stopping = true
      const children = [running, next].filter((child) => child !== undefined)
      await Promise.all(children.map(stop))
    },
  }
}

/** Whether the process says this before it ends. */
function said(child: ChildProcess, message: Message): Promise<boolean> {
  return new Promise((resolve) => {
    child.on('message', (heard) => heard === message && resolve(true))
    child.once('exit', () => resolve(false))
  })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
