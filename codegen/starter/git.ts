// Git, as far as these commands need it.
import { Refusal } from './failure.ts'
import { runProgram } from './programs.ts'

/** A machine without git has no tree that could be brought back. */
const runGit = (args: string[], options: Parameters<typeof runProgram>[2]) =>
  runProgram('git', args, options).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('git is not installed, or not in the PATH: these commands need it.')
    throw error
  })

export async function git(folder: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runGit(args, { cwd: folder })
  if (exitCode !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr.trim()}`)
  return stdout
}

/** Copies a repository. Git may ask for a password at the terminal. */
export async function clone(from: string, folder: string): Promise<void> {
  const { exitCode, stderr } = await runGit(['clone', '--quiet', from, folder], { cwd: process.cwd(), asks: true })
  if (exitCode === 0) return
  const reason = stderr.trim().split('\n').at(-1) ?? ''
  throw new Refusal(`${from} is no git repository that can be read: ${reason}`)
}

/** Throws unless the folder is the top of a git tree without changes: git can then undo what a command does. */
export async function expectClean(folder: string): Promise<void> {
  const status = await git(folder, 'status', '--porcelain').catch((error: unknown) => {
    if (error instanceof Refusal) throw error
    return undefined
  })
  if (status === undefined) throw new Refusal(`${folder} is no git repository: run git init and commit first.`)
  if (status === '') return
  const [first = ''] = status.split('\n')
  throw new Refusal(`There are uncommitted changes (${first.slice(3)}): commit them first, so that git can undo this.`)
}
