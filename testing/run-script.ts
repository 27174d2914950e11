// Runs a script of package.json as npm does, but for npm itself: that takes a third of a second.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { projectRoot } from './compile.ts'
import { scripts } from './pages.ts'

const run = promisify(execFile)

/** Whether the script is one file of ours. */
export const isOneFile = (name: string) => /^node (--[\w=-]+ )*[\w/-]+\.[jt]s( \w+)*$/.test(scripts[name] ?? '')

/** Resolves to its output. The Node of the tests is that of npm's scripts: the one of this project. */
export function runScript(name: string, ...options: string[]): Promise<{ stdout: string; stderr: string }> {
  if (!isOneFile(name)) return run('npm', ['run', '--silent', name, '--', ...options], { cwd: projectRoot })
  const [, ...args] = (scripts[name] ?? '').split(' ')
  return run(process.execPath, [...args, ...options], { cwd: projectRoot })
}
