// Type errors of what was saved. The compiler runs in its own process, keeps what it knows, and blocks nothing.
import { execFile, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const shownErrors = 10
const maxOutputBytes = 16 * 1024 * 1024

export type TypeFault = { file: string; text: string }

/** Reads the compiler's output: `server/a.ts(3,7): error TS2322: …`, with more of a message in indented lines. */
export function readErrors(output: string): TypeFault[] {
  return output.split(/\n(?=\S)/).flatMap((block) => {
    const [, file = '', line = '', column = '', message = ''] =
      /^(.+?)\((\d+),(\d+)\): ([^]*)$/.exec(block.trim()) ?? []
    return file === '' ? [] : [{ file, text: `${file}:${line}:${column} ${message}` }]
  })
}

/** The errors of the saved files, and those that other files did not have before. */
export function errorsToShow(errors: TypeFault[], saved: ReadonlySet<string>, before: TypeFault[] | undefined) {
  const known = new Set(before?.map(({ text }) => text))
  return errors.filter(({ file, text }) => saved.has(file) || (before !== undefined && !known.has(text)))
}

export function createTypeCheck(root: string, dataDir: string) {
  const compiler = join(root, 'node_modules/@typescript/native/bin/tsc')
  const memory = join(dataDir, 'types.tsbuildinfo')
  const args = [compiler, '-p', 'tsconfig.watch.json', '--noEmit', '--pretty', 'false', '--tsBuildInfoFile', memory]
  let running: ChildProcess | undefined
  /** The errors of the last run that ended. */
  let before: TypeFault[] | undefined
  let saved = new Set<string>()
  let isContract = false
  let hadErrors = false

  const show = (errors: TypeFault[]) => {
    const shown = errorsToShow(errors, saved, before ?? (isContract ? [] : undefined))
    before = errors
    saved = new Set()
    isContract = false
    for (const { text } of shown.slice(0, shownErrors)) console.error(text)
    if (shown.length > shownErrors) console.error(`… and ${shown.length - shownErrors} more type errors.`)
    if (hadErrors && errors.length === 0) console.log('The types are right again.')
    hadErrors = shown.length > 0 || (hadErrors && errors.length > 0)
  }

  return {
    /**
     * Begins a run for these files. A changed contract can break every file: without an earlier run to compare with, all
     * errors are shown. A run that has not ended gives way, and its files belong to the new one.
     */
    check(changes: { path: string }[], changesContract = false) {
      isContract ||= changesContract
      for (const { path } of changes) saved.add(path)
      running?.kill('SIGKILL')
      const child = execFile(
        process.execPath,
        args,
        { cwd: root, maxBuffer: maxOutputBytes },
        (error, stdout, stderr) => {
          if (running !== child) return
          running = undefined
          const errors = readErrors(stdout)
          if (error && errors.length === 0) console.error(`The types could not be checked: ${stdout}${stderr}`)
          else show(errors)
        },
      )
      running = child
    },
    close() {
      const child = running
      running = undefined
      child?.kill('SIGKILL')
    },
  }
}
