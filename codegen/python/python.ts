// The Python that can make the package.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../contract.ts'

/** The environment that the help tells people to make, and then that of the machine. */
export const usualPythons = [join(projectRoot, '.local/python/bin/python'), 'python3']

const check = 'import sys; assert sys.version_info >= (3, 11); import openapi_python_client'

/** The first of these programs that has what is needed. */
export async function pythonWith(programs: readonly string[]): Promise<string> {
  for (const python of programs) {
    const works = await promisify(execFile)(python, ['-c', check]).then(
      () => true,
      () => false,
    )
    if (works) return python
  }
  throw new Error(
    `The package needs Python 3.11 with codegen/python/requirements.txt, and ${programs.join(' and ')} has not. See --help.`,
  )
}
