// A copy of the project in a temporary folder. A test may change any file in it and run the scripts.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))
/** Folders that hold no sources. */
const left = new Set(['node_modules', 'dist', 'cdk.out', 'coverage', '.git', '.local'])

export type ProjectCopy = Awaited<ReturnType<typeof copyProject>>

export async function copyProject() {
  const root = await mkdtemp(join(tmpdir(), 'frontdesk-project-'))
  await cp(projectRoot, root, { recursive: true, filter: (path) => path === projectRoot || !left.has(basename(path)) })
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))

  const read = (path: string) => readFile(join(root, path), 'utf8')
  const write = (path: string, content: string) => writeFile(join(root, path), content)

  return {
    root,
    read,
    write,
    /** Changes a file; throws when the content stays the same. */
    edit: async (path: string, change: (content: string) => string) => {
      const before = await read(path)
      const after = change(before)
      if (after === before) throw new Error(`${path} is not changed by this edit.`)
      await write(path, after)
    },
    remove: (path: string) => rm(join(root, path)),
    /** Runs a command in the copy. */
    run: (command: string, ...args: string[]) =>
      new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve) => {
        execFile(command, args, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
          resolve({ exitCode: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
        )
      }),
    close: () => rm(root, { recursive: true }),
  }
}
