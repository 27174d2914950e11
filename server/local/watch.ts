// npm start -- --watch: generates on an edited contract, and starts the local cloud anew on edited code.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (...script: string[]) => spawn(process.execPath, script, { cwd: root, stdio: 'inherit' })

export async function watchAndRestart() {
  let cloud = run('server/local/main.ts')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop(cloud).then(() => process.exit(0)))
  }

  let queue = Promise.resolve()
  const restart = (generate: boolean) => {
    queue = queue.then(async () => {
      // The running cloud stays as it is while the contract is being edited and does not hold yet.
      if (generate && (await exitCode(run('codegen/generate.ts'))) !== 0) return
      await stop(cloud)
      cloud = run('server/local/main.ts')
    })
  }
  const changes = { contract: false, timer: undefined as NodeJS.Timeout | undefined }
  const onChange = (contract: boolean) => {
    changes.contract ||= contract
    clearTimeout(changes.timer)
    // Editors and checkouts write several files; one restart after the last of them is enough.
    changes.timer = setTimeout(() => {
      restart(changes.contract)
      changes.contract = false
    }, 100)
  }
  await Promise.all([
    onFiles('spec', /\.(ya?ml|md|json)$/, () => onChange(true)),
    onFiles('server', /(?<!\.test)\.(ts|json|md)$/, () => onChange(false)),
  ])
}

async function onFiles(folder: string, pattern: RegExp, act: () => void) {
  for await (const { filename } of watch(`${root}/${folder}`, { recursive: true })) {
    if (filename !== null && pattern.test(filename)) act()
  }
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
