// The file of an export: it is there when it is whole, only its owner may read it, and no file is overwritten.
import { rmSync } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import type { Person } from './people.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The exit codes of a program that such a signal ends, as shells give them. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** The name of the file while it is written. */
export const partOf = (file: string) => `${file}.part`

/** Writes the people, one a line. Returns how many they are. A failure or a signal removes the part that is written. */
export async function exportTo(file: string, people: AsyncIterable<Person>): Promise<number> {
  if (await exists(file)) throw new Error(`${file} is there already.`)
  const part = partOf(file)
  const stop = (signal: (typeof signals)[number]) => {
    rmSync(part, { force: true })
    process.exit(exitCodes[signal])
  }
  for (const signal of signals) process.once(signal, stop)
  try {
    // Of an export that was killed.
    await rm(part, { force: true })
    const count = await written(part, people)
    await rename(part, file)
    return count
  } catch (error) {
    throw await withoutPart(part, error)
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

async function written(part: string, people: AsyncIterable<Person>): Promise<number> {
  const handle = await open(part, 'wx', 0o600)
  let count = 0
  try {
    for await (const person of people) {
      await handle.write(`${JSON.stringify(person)}\n`)
      count += 1
    }
  } finally {
    await handle.close()
  }
  return count
}

/** Removes the part. Returns the error of the export, which also says when the part stays. */
async function withoutPart(part: string, error: unknown): Promise<unknown> {
  try {
    await rm(part, { force: true })
    return error
  } catch {
    const message = error instanceof Error ? error.message : String(error)
    return new Error(`${message} A part of the export stays in ${part}.`, { cause: error })
  }
}
