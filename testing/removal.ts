// Generates and compiles a copy of the project.
import type { ProjectCopy } from './project-copy.ts'

export const generate = (project: ProjectCopy) => project.run(process.execPath, 'codegen/generate.ts')

export const compile = (project: ProjectCopy, folder: string) =>
  project.run(
    process.execPath,
    'node_modules/@typescript/native/bin/tsc',
    ...['-p', folder, '--pretty', 'false', '--singleThreaded'],
  )
