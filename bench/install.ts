// The peers are installed when they are needed and not there yet, or not those of the lock file.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const modified = (path: string) =>
  statSync(fileURLToPath(new URL(path, import.meta.url)), { throwIfNoEntry: false })?.mtimeMs

export function installPeers() {
  const installed = modified('node_modules/.package-lock.json')
  if (installed !== undefined && installed >= (modified('package-lock.json') ?? 0)) return
  const { status } = spawnSync('npm', ['ci', '--prefix', fileURLToPath(new URL('.', import.meta.url))], {
    stdio: 'inherit',
  })
  if (status !== 0) {
    throw new Error('The other frameworks could not be installed: the first run needs the npm registry.')
  }
}
