// Ends a server with the npm that started it. npm leaves its script running when it is killed, on POSIX and on Windows.
//
// npm runs a script in a shell, and the shell runs Node: npm → sh → node. A signal to npm ends npm and at most the shell.
// So the server looks at both processes now and then. A server that was started directly, by `node local-cloud/main.ts`,
// outlives its parent. `nohup npm start` and `setsid npm start` keep npm alive, and with it the server.
import { execFile } from 'node:child_process'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { isAlive } from './running.ts'

const intervalMilliseconds = 500

/** Calls `stop` when npm, or the process between npm and this one, has ended. Does nothing when npm runs no such script. */
export function endWithNpm(stop: () => void) {
  const [, script = ''] = process.argv
  if (!process.env.npm_lifecycle_script?.includes(`local-cloud/${basename(script)}`)) return
  const parent = process.ppid
  const started = [parent]
  void runnerBehind(parent).then((runner) => runner !== undefined && started.push(runner))
  const timer = setInterval(() => {
    // On POSIX an orphan gets another parent at once. The parent's pid may live on as a zombie.
    if (process.ppid === parent && started.every(isAlive)) return
    clearInterval(timer)
    stop()
  }, intervalMilliseconds)
  timer.unref()
}

/** The process that runs the shell `pid`; undefined when `pid` is no shell that runs a script, or cannot be asked. */
async function runnerBehind(pid: number): Promise<number | undefined> {
  const query = `Get-CimInstance Win32_Process -Filter ProcessId=${pid} | % { "$($_.ParentProcessId) $($_.CommandLine)" }`
  const [file, ...args] =
    process.platform === 'win32'
      ? (['powershell.exe', '-NoProfile', '-Command', query] as const)
      : (['ps', '-o', 'ppid=,args=', '-p', String(pid)] as const)
  const { stdout } = await promisify(execFile)(file, args).catch(() => ({ stdout: '' }))
  const [, runner] = /^\s*(\d+) \S*?(?:sh|cmd(?:\.exe)?)"? .*?[-/]c /i.exec(stdout) ?? []
  return runner === undefined ? undefined : Number(runner)
}
