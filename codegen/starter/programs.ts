// The programs that a command starts. When the command is stopped, each ends with all that it has started itself.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export type Ended = { exitCode: number | null; stdout: string; stderr: string }

const running = new Set<ChildProcess>()
/** A function, because it changes while others wait. */
let stopping = false
const isStopping = () => stopping

/** Runs a program to its end, in a process group of its own. Nothing follows it once the command is stopped. */
export async function runProgram(
  program: string,
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ended> {
  if (isStopping()) return never()
  const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text))
  }
  try {
    // Safe cast: `close` comes with the exit code.
    const [exitCode] = (await once(child, 'close')) as [number | null]
    return isStopping() ? await never() : { exitCode, ...output }
  } finally {
    running.delete(child)
  }
}

/** Ends all that runs. Then none of it writes into a folder any more, and `next` follows. */
export function stopPrograms(next: () => void): void {
  stopping = true
  if (running.size === 0) next()
  else void Promise.all([...running].map(endGroup)).finally(next)
}

async function endGroup(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  try {
    // The negative id means the group.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    await ended
  } catch {
    // It has ended by itself.
  }
}

/** The process ends meanwhile. */
const never = () => new Promise<never>(() => undefined)
