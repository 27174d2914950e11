// The package as its users get it: packed, and installed from the tarball into a project of its own.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const run = promisify(execFile)
export const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const projectRoot = join(packageFolder, '..')

export type Project = Awaited<ReturnType<typeof installSdk>>

/** @param others More packages to install, as `name@version`. */
export async function installSdk(others: string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'client-sdk-'))
  const staging = await stage(folder)
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: staging,
  })
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error(`npm packed nothing: ${stdout}`)
  const tarball = join(folder, packed.filename)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'an-empty-project', private: true }))
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  await run('npm', ['install', ...options, tarball, ...others], { cwd: folder })
  return {
    folder,
    tarball,
    files: packed.files.map(({ path }) => path),
    write: (name: string, content: string) => writeFile(join(folder, name), content),
    remove: () => rm(folder, { recursive: true }),
  }
}

/** The package's folder with a build of its own, so that tests which run at once do not build over each other. */
async function stage(folder: string): Promise<string> {
  const staging = join(folder, 'staging')
  for (const name of ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'src']) {
    await cp(join(packageFolder, name), join(staging, name), { recursive: true })
  }
  const config = join(packageFolder, 'tsconfig.build.json')
  await run(process.execPath, [compilers['TypeScript 7'], '-p', config, '--outDir', join(staging, 'dist')])
  return staging
}

/** The lowest versions of the optional peers that the SDK says it fits; its own tests run with the highest. */
export async function lowestPeers(): Promise<string[]> {
  const { peerDependencies } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    peerDependencies: Record<string, string>
  }
  return Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace('^', '')}`)
}

const require = createRequire(import.meta.url)
export const compilers = {
  'TypeScript 5.9': require.resolve('typescript/bin/tsc'),
  'TypeScript 7': join(projectRoot, 'node_modules/@typescript/native/bin/tsc'),
}

/** What the compiler says of files in the project; nothing when they are right. */
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
    // The package's own declarations are checked too.
    skipLibCheck: false,
    ...options,
  }
  await write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
  const checking = run(process.execPath, [compiler, '--pretty', 'false', '-p', folder], { cwd: folder })
  return checking.then(
    ({ stdout }) => stdout,
    // Sound: what execFile fails with has the output so far.
    (error: unknown) => (error as { stdout: string }).stdout,
  )
}
