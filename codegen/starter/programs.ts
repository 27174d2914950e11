// The programs that a command starts. When the command is stopped, each ends with all that it has started itself.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

export type Ended = { exitCode: number | null; stdout: string; stderr: string }

const running = new Set<ChildProcess>()
/** Those of them that lead a process group of their own. */
const leaders = new WeakSet<ChildProcess>()
/** A program that has left its group, and keeps the output open, is not waited for longer. */
const lastWait = 2000
/** A function, because it changes while others wait. */
let stopping = false
const isStopping = () => stopping

type Options = {
  cwd: string
  env?: NodeJS.ProcessEnv
  /** The program may ask at the terminal, as git asks for a password. Only a program of this process group can. */
  asks?: boolean
}

/** Runs a program to its end, mostly in a process group of its own. Nothing follows it once the command is stopped. */
export async function runProgram(
  program: string,
  args: string[],
  { asks = false, ...options }: Options,
): Promise<Ended> {
  if (isStopping()) return never()
  const child = spawn(program, args, {
    ...options,
    detached: !asks,
    stdio: [asks ? 'inherit' : 'ignore', 'pipe', 'pipe'],
  })
  if (!asks) leaders.add(child)
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
  else void Promise.all([...running].map(end)).finally(next)
}

async function end(child: ChildProcess): Promise<void> {
  // Not `exit`: a program can be over while one that it has started still writes.
  const ended = once(child, 'close')
  try {
    // A negative id means the group.
    if (child.pid !== undefined) process.kill(leaders.has(child) ? -child.pid : child.pid, 'SIGKILL')
    await Promise.race([ended, setTimeout(lastWait, undefined, { ref: false })])
  } catch {
    // It has ended by itself.
  }
}

/** The process ends meanwhile. */
const never = () => new Promise<never>(() => undefined)
