// What the compiler says of a tree: the places that no longer compile.
import { join } from 'node:path'
import { runProgram } from '../programs.ts'

export type Fault = { file: string; line: number; column: number; code: number; text: string }

const compiler = 'node_modules/@typescript/native/bin/tsc'
/** The projects of the tree, as `npm run check` compiles them. */
const projects = ['.', 'client-sdk', 'local-cloud/pages/browser', 'codegen/docs/site/browser']

export async function faultsOf(root: string): Promise<Fault[]> {
  const found: Fault[] = []
  // One after the other: each takes as much memory as there is.
  for (const project of projects) found.push(...(await compile(root, project)))
  const seen = new Set<string>()
  return found.filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`
    return !seen.has(place) && seen.add(place)
  })
}

async function compile(root: string, project: string): Promise<Fault[]> {
  const cache = join(root, '.starter', `${project.replaceAll(/\W/g, '-')}.tsbuildinfo`)
  const options = ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', cache]
  const { stdout } = await runProgram(process.execPath, [compiler, ...options], { cwd: root })
  const lines = stdout.matchAll(/^(\S[^(\n]*)\((\d+),(\d+)\): error TS(\d+): (.*)$/gm)
  return [...lines].map(([, file = '', line, column, code, text = '']) => ({
    file,
    line: Number(line),
    column: Number(column),
    code: Number(code),
    text,
  }))
}
