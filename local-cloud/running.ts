// Which local cloud uses a data directory: a file in it names the process and its port.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileIn = (dataDir: string) => join(dataDir, 'running.json')

type Running = { pid: number; port: number; issuer?: string }

/** Called by the process that holds the lock of the data directory. */
export async function noteRunning(dataDir: string, port: number, issuer?: string) {
  const file = fileIn(dataDir)
  await writeFile(file, JSON.stringify({ pid: process.pid, port, ...(issuer && { issuer }) } satisfies Running))
  return { close: () => rm(file, { force: true }) }
}

/** `process 123, port 3000`; undefined when the file is missing, or was left behind by a process that was killed. */
export async function describeRunning(dataDir: string): Promise<string | undefined> {
  const { pid, port } = await running(dataDir)
  return pid !== undefined && port !== undefined ? `process ${pid}, port ${port}` : undefined
}

/** The issuer of the tokens of the local cloud that runs; undefined when none does. */
export const runningIssuer = async (dataDir: string) => (await running(dataDir)).issuer

async function running(dataDir: string): Promise<Partial<Running>> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '{}')
  // Safe cast: only noteRunning writes the file, and a half-written one has no pid that is alive.
  const noted = parse(text) as Partial<Running>
  return noted.pid !== undefined && isAlive(noted.pid) ? noted : {}
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
