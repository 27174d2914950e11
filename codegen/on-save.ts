// Calls back when a file in a folder, or in one below it, is saved, however the editor does that.
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/**
 * Watches each folder by itself: on Linux, Node's own recursive watch follows the files, and loses one that is saved by
 * renaming a new one onto it.
 */
export function onSave(folder: string, pattern: RegExp, act: () => void) {
  const watchers = new Map<string, FSWatcher>()

  const follow = (path: string) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      // A folder that is gone, or a file.
      watchers.get(path)?.close()
      watchers.delete(path)
      return
    }
    if (watchers.has(path)) return
    const watcher = watch(path, (_, name) => {
      if (name === null) return
      follow(join(path, name))
      if (pattern.test(name)) act()
    })
    watchers.set(path, watcher)
    for (const name of readdirSync(path)) follow(join(path, name))
  }
  follow(folder)
}
