// Whether generated/ is still what the service has loaded. A checkout or another command can have written it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export function createGenerated(root: string) {
  let loaded: string | undefined
  return {
    /** Call it before the service loads them. */
    noteLoaded: () => {
      loaded = hashOf(root)
    },
    isOther: () => hashOf(root) !== loaded,
  }
}

/** A hash of all its files; undefined while another program writes or removes them. */
function hashOf(root: string): string | undefined {
  try {
    const entries = readdirSync(join(root, 'generated'), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
    const hash = createHash('sha256')
    for (const file of files.toSorted()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
