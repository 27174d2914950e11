// Folders that go in the end: also after a failure, and after a signal.
import { rmSync } from 'node:fs'
import { stopPrograms } from './programs.ts'

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
type Remove = (folder: string) => void
const removeAll: Remove = (folder) => rmSync(folder, { recursive: true, force: true })
/** The folders, and how each goes. */
const folders = new Map<string, Remove>()

const remove = (folder: string) => folders.get(folder)?.(folder)

const listeners = Object.entries(signals).map(([signal, exitCode]) => ({
  signal,
  listener: () => {
    // Programs would go on to write into the folders.
    stopPrograms(() => {
      for (const folder of folders.keys()) remove(folder)
      process.exit(exitCode)
    })
  },
}))

/**
 * Runs the work while the folder is there.
 *
 * @param removeIt How the folder goes in the end. It goes with all that it has, unless this says otherwise.
 */
export async function whileThere<T>(
  folder: string,
  work: (folder: string) => Promise<T>,
  removeIt: Remove = removeAll,
): Promise<T> {
  if (folders.size === 0) for (const { signal, listener } of listeners) process.on(signal, listener)
  folders.set(folder, removeIt)
  try {
    return await work(folder)
  } finally {
    remove(folder)
    folders.delete(folder)
    if (folders.size === 0) for (const { signal, listener } of listeners) process.removeListener(signal, listener)
  }
}
