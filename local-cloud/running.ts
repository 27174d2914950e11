// Which local cloud uses a data directory: a file in it names the process and its port.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'running.json')

type Running = { pid: number; port: number }

/** Called by the process that holds the lock of the data directory. */
export async function noteRunning(dataDir: string, port: number) {
  const file = fileIn(dataDir)
  await writeFile(file, JSON.stringify({ pid: process.pid, port } satisfies Running))
  return { close: () => rm(file, { force: true }) }
}

/** `process 123, port 3000`; undefined when the file is missing, or was left behind by a process that was killed. */
export async function describeRunning(dataDir: string): Promise<string | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '{}')
  // Safe cast: only noteRunning writes the file, and a half-written one has no pid that is alive.
  const { pid, port } = parse(text) as Partial<Running>
  return pid !== undefined && port !== undefined && isAlive(pid) ? `process ${pid}, port ${port}` : undefined
}

function parse(text: string): object {
  try {
    return JSON.parse(text) as object
  } catch {
    return {}
  }
}

export function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process exists.
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
