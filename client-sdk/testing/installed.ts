// The package as its users get it: packed, and installed from the tarball into a new project.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildPackage } from '../build.ts'

export const run = promisify(execFile)
export const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const projectRoot = join(packageFolder, '..')

/** The package on npm that holds the binary of another Node. */
export const nodePackage = `node-${process.platform}-${process.arch}`

export type Project = Awaited<ReturnType<typeof createProject>>
export type Installed = Awaited<ReturnType<typeof installSdk>>

/** Packs the SDK once, and installs it into a project without its optional peers. */
export async function installSdk() {
  const folder = await mkdtemp(join(tmpdir(), 'client-sdk-'))
  const { tarball, files } = await pack(folder)
  const project = await createProject(join(folder, 'alone'), [tarball, `${nodePackage}@22`])
  return {
    tarball,
    files,
    project,
    /** Another project that has more packages, each as `name@version`. */
    projectWith: (packages: string[]): Promise<Project> =>
      createProject(join(folder, 'with-packages'), [tarball, ...packages]),
    remove: () => rm(folder, { recursive: true }),
  }
}

/** Installs packages into the folder, which becomes a project if it is none. */
export async function createProject(folder: string, packages: string[]) {
  await mkdir(folder, { recursive: true })
  const write = (name: string, content: string) => writeFile(join(folder, name), content)
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() =>
    JSON.stringify({ name: 'a-project', private: true }),
  )
  await write('package.json', manifest)
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  await run('npm', ['install', ...options, ...packages], { cwd: folder })
  return { folder, write }
}

/** Builds the SDK, and packs it into the folder. */
export async function pack(folder: string): Promise<{ tarball: string; files: string[] }> {
  const staging = await stage(folder)
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: staging,
  })
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error(`npm packed nothing: ${stdout}`)
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) }
}

/** A copy of the package's folder with its own build. The tests leave `dist/` alone. */
async function stage(folder: string): Promise<string> {
  const staging = join(folder, 'staging')
  for (const name of ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'])
    await cp(join(packageFolder, name), join(staging, name), { recursive: true })
  await buildPackage(staging)
  return staging
}

/** The lowest versions of the optional peers that the SDK supports. Its own tests run with the highest. */
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
