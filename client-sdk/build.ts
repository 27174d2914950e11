// npm run build: compiles the package into dist/, with its sources beside the code, so that maps lead into the package.
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'

const packageFolder = import.meta.dirname
const projectRoot = join(packageFolder, '..')
const compiler = createRequire(import.meta.url)
  .resolve('@typescript/native/package.json')
  .replace('package.json', 'bin/tsc')

/** Modules of JavaScript, which the compiler leaves where they are. */
const scripts = ['client-sdk/src/load-answers', 'generated/client-sdk/answer-validators']

/** @param folder Where `dist/` is written. */
export async function buildPackage(folder = packageFolder): Promise<void> {
  const dist = join(folder, 'dist')
  await rm(dist, { recursive: true, force: true })
  // In this order: the second one writes the files that both compile.
  for (const name of ['tsconfig.bridge.json', 'tsconfig.build.json'])
    await promisify(execFile)(process.execPath, [compiler, '-p', join(packageFolder, name), '--outDir', dist])
  for (const path of scripts)
    for (const ending of ['js', 'd.ts']) {
      const source = join(projectRoot, `${path}.${ending}`)
      await cp(source, join(dist, `${path}.${ending}`))
      await cp(source, join(dist, 'sources', `${path}.${ending}`))
    }
  const files = await readdir(dist, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.map'))) await leadIntoPackage(dist, join(dist, file))
}

/** Copies the sources of a map into `dist/sources/`, in the folders of the project, and leads the map to them. */
async function leadIntoPackage(dist: string, file: string): Promise<void> {
  // Safe cast: the compiler writes maps of this form.
  const map = JSON.parse(await readFile(file, 'utf8')) as { sources: string[] }
  const sources = map.sources.map((source) => {
    const original = resolve(dirname(file), source)
    return { original, copy: join(dist, 'sources', relative(projectRoot, original)) }
  })
  for (const { original, copy } of sources) {
    await mkdir(dirname(copy), { recursive: true })
    await cp(original, copy)
  }
  const led = { ...map, sources: sources.map(({ copy }) => relative(dirname(file), copy).replaceAll('\\', '/')) }
  await writeFile(file, JSON.stringify(led))
}

const help = `Usage: node build.ts [options]

Compiles the package into dist/.

  --help   this text`

if (import.meta.main) {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
  if (values.help) console.log(help)
  else await buildPackage()
}
