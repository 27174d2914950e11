// Folders that go in the end: also after a failure, and after a signal.
import { rmSync } from 'node:fs'
import { stopPrograms } from './programs.ts'

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
/** The folders, and whether one has become something that stays. */
const folders = new Map<string, () => boolean>()

function remove(folder: string) {
  if (!folders.get(folder)?.()) rmSync(folder, { recursive: true, force: true })
}

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
 * @param stays Whether the folder has become something that stays after all.
 */
export async function whileThere<T>(
  folder: string,
  work: (folder: string) => Promise<T>,
  stays = () => false,
): Promise<T> {
  if (folders.size === 0) for (const { signal, listener } of listeners) process.on(signal, listener)
  folders.set(folder, stays)
  try {
    return await work(folder)
  } finally {
    remove(folder)
    folders.delete(folder)
    if (folders.size === 0) for (const { signal, listener } of listeners) process.removeListener(signal, listener)
  }
}
