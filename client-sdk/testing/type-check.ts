// Runs a compiler over files of a project, and tells what it said about which file.
import { run, type Project } from './installed.ts'

/** The compiler's messages about files in the project; empty when it has none. */
export async function typeCheck(
  { folder, write }: Project,
  compiler: string,
  options: object,
  files: string[],
): Promise<string> {
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // The compiler checks the package's own declarations too.
    skipLibCheck: false,
    ...options,
  }
  await write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
  const checking = run(process.execPath, [compiler, '--pretty', 'false', '-p', folder], { cwd: folder })
  return checking.then(
    ({ stdout }) => stdout,
    // Safe cast: the error of execFile has the output.
    (error: unknown) => (error as { stdout: string }).stdout,
  )
}

/** What the compiler said, but for its messages about some files. A message has further lines, which are indented. */
export function messagesWithout(said: string, isLeftOut: (file: string) => boolean): string {
  const messages = said.split(/^(?=\S)/m)
  return messages.filter((message) => !isLeftOut(/^(.+?)\(\d+,\d+\): /.exec(message)?.[1] ?? '')).join('')
}
