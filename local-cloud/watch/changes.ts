// Collects the saved files of the watched folders, without tests and the temporary files of editors.
import { watch } from 'chokidar'
import { once } from 'node:events'
import { basename, relative, sep } from 'node:path'

const watched = new Set(['spec', 'codegen', 'server', 'local-cloud', 'redocly.yaml'])

/** Editors and checkouts write several files, and each in several steps. */
const quietMilliseconds = 100

const verbs: Record<string, string> = { add: 'added', change: 'changed', unlink: 'removed' }

export type Change = { path: string; verb: string }

export const isContract = ({ path }: Change) => /^(spec\/|codegen\/|redocly\.yaml$)/.test(path)
export const isCodegen = ({ path }: Change) => path.startsWith('codegen/')
/** Whether the running service is made of this file. */
export const isCode = ({ path }: Change) => /^(server|local-cloud|codegen)\//.test(path)

export function isWatched(path: string): boolean {
  // Lock files, backups and half-written files of vim, Emacs, JetBrains, sed and others.
  if (/^[.#]|[~#]$|___$|\.tmp\b/.test(basename(path))) return false
  if (path.startsWith('spec/') || path === 'redocly.yaml') return /\.(ya?ml|md|json)$/.test(path)
  return /(?<!\.test)\.(ts|json|md)$/.test(path)
}

const pathIn = (root: string, path: string) => relative(root, path).split(sep).join('/')

/** Calls `onQuiet` when files were saved and no other has followed for a moment. */
export function watchChanges(root: string, onQuiet: () => void) {
  let changes = new Map<string, Change>()
  let pending: NodeJS.Timeout | undefined
  // The root is watched too: chokidar does not notice that a folder that it was told to watch is there again.
  const ignored = (path: string) => {
    const [first = ''] = pathIn(root, path).split('/')
    return first !== '' && !watched.has(first)
  }
  const watcher = watch(root, { ignored, ignoreInitial: true })
  watcher.on('all', (event, given) => {
    const path = pathIn(root, given)
    const verb = verbs[event]
    if (verb === undefined || !isWatched(path)) return
    // A new file is often written in two steps.
    const isNew = verb === 'changed' && changes.get(path)?.verb === 'added'
    changes.set(path, { path, verb: isNew ? 'added' : verb })
    clearTimeout(pending)
    pending = setTimeout(onQuiet, quietMilliseconds)
  })
  return {
    /** When later changes are seen. */
    ready: once(watcher, 'ready'),
    isEmpty: () => changes.size === 0,
    take: () => {
      const taken = [...changes.values()]
      changes = new Map()
      return taken
    },
    close: () => {
      clearTimeout(pending)
      return watcher.close()
    },
  }
}

const shownFiles = 3

/** `spec/a.yaml, spec/b.yaml changed, server/c.ts removed`. */
export function describe(changes: Change[]): string {
  const shown = changes.slice(0, shownFiles)
  const parts = [...new Set(shown.map(({ verb }) => verb))].map((verb) => {
    const paths = shown.filter((change) => change.verb === verb).map(({ path }) => path)
    return `${paths.join(', ')} ${verb}`
  })
  const others = changes.length - shown.length
  return parts.join(', ') + (others > 0 ? ` and ${others} more` : '')
}
