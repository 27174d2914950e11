// Where a new project can be: a folder outside of this one, which is new or empty, and in which this person may write.
import { accessSync, constants, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Refusal } from '../failure.ts'

export function checkFolder(root: string, target: string): void {
  if (target === resolve(root)) throw new Refusal(`${target} is this project: take a folder beside it.`)
  if (target.startsWith(`${resolve(root)}/`))
    throw new Refusal(`${target} is inside this project: take a folder beside it.`)
  const existing = nearest(target)
  if (!statSync(existing, { throwIfNoEntry: false }))
    throw new Refusal(`${existing} is a link that leads nowhere: take another folder.`)
  if (!statSync(existing).isDirectory()) throw new Refusal(`${existing} is a file: take a folder.`)
  const [entry] = existing === target ? read(target) : []
  if (entry !== undefined) throw new Refusal(`${target} is not empty: it has ${entry}. Take another folder.`)
  try {
    accessSync(existing, constants.W_OK)
  } catch (error) {
    throw refusedBy(error, `${existing} cannot be written`, 'write')
  }
}

/** The folder itself, or the first one above it that is there. A link counts also when it leads nowhere. */
function nearest(path: string): string {
  try {
    lstatSync(path)
    return path
  } catch {
    return nearest(dirname(path))
  }
}

function read(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    throw refusedBy(error, `${folder} cannot be read`, 'read')
  }
}

/** A refusal for what the file system says. Any other error is a fault of this program, and comes back as it is. */
export function refusedBy(error: unknown, said: string, right: 'read' | 'write'): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  // The errors of Node's own checks have a code too, but name no call of the system.
  if (!('syscall' in error) || !('code' in error)) return error
  return new Refusal(`${said}: ${String(error.code)}. Take a folder in which you may ${right}.`)
}
