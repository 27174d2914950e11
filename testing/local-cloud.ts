// The local cloud as its user runs it: its own process, a free port, its own data directory.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { issueAccessToken, issueIdToken, loadSigningKey } from '../local-cloud/emulators/cognito/index.ts'

type Options = {
  args?: string[]
  /** Options of Node itself, in the place of those in the script of package.json. */
  nodeOptions?: string[]
  env?: Record<string, string>
  /** The project's folder. The default is this project. */
  cwd?: string
  /** The program of `npm start`, when it is not below `cwd`. */
  program?: string
  /** The largest size of a file that the process may write, as on a disk that becomes full. `prlimit` raises it. */
  largestFileKiB?: number
}

export type CloudProcess = ReturnType<typeof runCloud>

const withoutAws = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^AWS_|_PROXY$/i.test(name)))
const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** As in the script of package.json. */
const startOptions = ['--max-semi-space-size=4']

/** Runs the program of `npm start` without npm, which would catch the signals. */
export function runCloud({
  args = [],
  nodeOptions = startOptions,
  env = {},
  cwd = projectRoot,
  program = 'local-cloud/start.js',
  largestFileKiB,
}: Options) {
  const command = [process.execPath, ...nodeOptions, program, ...args]
  const limited = ['bash', '-c', `ulimit -S -f ${largestFileKiB ?? 'unlimited'}; exec "$0" "$@"`, ...command]
  const [executable = '', ...rest] = largestFileKiB === undefined ? command : limited
  const child = spawn(executable, rest, {
    cwd,
    // Not the host and the ports of the shell: a container sets them, and several clouds run at a time. Nor its AWS
    // settings, which the log would name.
    env: { ...withoutAws, LOCAL_HOST: '', LOCAL_COGNITO_PORT: '0', LOCAL_S3_PORT: '0', PORT: '0', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  const exited = once(child, 'close').then(([code]) => code as number | null)

  /** The URL in the nth line that says ready, counted from 1. */
  const ready = async (nth = 1): Promise<string> => {
    for (;;) {
      const [, url] = [...stdout.matchAll(/^Frontdesk is ready at (\S+)$/gm)][nth - 1] ?? []
      if (url !== undefined) return url
      if (child.exitCode !== null) throw new Error(`The local cloud ended: ${stdout}${stderr}`)
      await Promise.race([once(child.stdout, 'data'), exited])
    }
  }

  return {
    pid: child.pid,
    ready,
    /** The exit code; null when a signal ended the process. */
    exited,
    stdout: () => stdout,
    stderr: () => stderr,
    kill: (signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT' = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}

/** A data directory, with tokens that its cloud accepts. */
export async function createDataDir() {
  const path = await mkdtemp(join(tmpdir(), 'frontdesk-cloud-'))
  const key = await loadSigningKey(path)
  const expiresIn = 3600
  return {
    path,
    key,
    user: { authorization: `Bearer ${issueIdToken(key, { user: 'alice', expiresIn })}` },
    accessToken: (scope: string) => issueAccessToken(key, { scope, expiresIn }),
    remove: () => rm(path, { recursive: true }),
  }
}
