// Where a new project can be: a folder outside of this one, which is new or empty, and in which this person may write.
import { accessSync, constants, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Refusal } from '../failure.ts'

export function checkFolder(root: string, target: string): void {
  if (target === resolve(root)) throw new Refusal(`${target} is this project: take a folder beside it.`)
  if (target.startsWith(`${resolve(root)}/`))
    throw new Refusal(`${target} is inside this project: take a folder beside it.`)
  const existing = nearest(target)
  if (!statSync(existing, { throwIfNoEntry: false })) throw new Refusal(`${existing} is a link that leads nowhere.`)
  if (!statSync(existing).isDirectory()) throw new Refusal(`${existing} is a file.`)
  const [entry] = existing === target ? read(target) : []
  if (entry !== undefined) throw new Refusal(`${target} is not empty: it has ${entry}.`)
  try {
    accessSync(existing, constants.W_OK)
  } catch (error) {
    throw new Refusal(`${existing} cannot be written: ${codeOf(error)}.`)
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
    throw new Refusal(`${folder} cannot be read: ${codeOf(error)}.`)
  }
}

/** Such as EACCES. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
