// npm start -- --watch: generates when the contract is saved, and restarts the local cloud when the code is saved.
import { watch } from 'chokidar'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { endWithNpm } from './end-with-npm.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (...script: string[]) => spawn(process.execPath, script, { cwd: root, stdio: 'inherit' })

export function watchAndRestart() {
  let cloud = run('local-cloud/main.ts')
  let stopping = false
  const stopAll = () => {
    stopping = true
    void stop(cloud).then(() => process.exit(0))
  }
  process.on('SIGTERM', stopAll).on('SIGINT', stopAll).on('SIGHUP', stopAll)
  endWithNpm(stopAll)

  /** The most that has been saved since the last restart. */
  let saved: 'nothing' | 'code' | 'contract' = 'nothing'
  const restart = async () => {
    const generate = saved === 'contract'
    if (saved === 'nothing') return
    saved = 'nothing'
    // A contract with a mistake is not served: the running cloud goes on with the one before.
    if (generate && (await exitCode(run('codegen/generate.ts'))) !== 0) return
    await stop(cloud)
    if (!stopping) cloud = run('local-cloud/main.ts')
  }

  let restarting = Promise.resolve()
  let pending: NodeJS.Timeout | undefined
  const restartSoon = () => {
    clearTimeout(pending)
    // Editors and checkouts write several files: one restart after the last of them is enough.
    pending = setTimeout(() => {
      restarting = restarting.then(restart)
    }, 100)
  }
  const folders = ['spec', 'server', 'local-cloud']
  watch(folders, { cwd: root, ignoreInitial: true }).on('all', (_event, path) => {
    const isContract = path.startsWith('spec')
    if (!(isContract ? /\.(ya?ml|md|json)$/ : /(?<!\.test)\.(ts|json|md)$/).test(path)) return
    if (isContract) saved = 'contract'
    else if (saved === 'nothing') saved = 'code'
    restartSoon()
  })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  await once(child, 'exit')
  return child.exitCode
}
