// The reference of the SDK: pages that TypeDoc makes of its sources, with a search, for the folder sdk/ of the docs site.
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageName } from '../client-sdk/package-name.ts'
import { projectRoot } from '../contract.ts'
import { icon } from './icon.ts'
import { policyOf } from './site/layout.ts'

/** The entries of the package: the name, the source, and what it is for. */
const entries = [
  ['', 'client-sdk/src/index.ts', 'The client, its resources, its options and its errors.'],
  ['/query', 'generated/client-sdk/react-query.ts', 'Options for React, Vue, Svelte and Solid Query.'],
  ['/browser-auth', 'client-sdk/src/browser-auth/index.ts', 'Signs people in from a page.'],
  ['/observe', 'client-sdk/src/observe.ts', 'Hooks and a log for the calls of a client.'],
  ['/msw', 'generated/client-sdk/msw.ts', 'A handler for MSW for each operation.'],
  ['/validate', 'client-sdk/src/validate.ts', 'Checks answers against the contract at run time.'],
] as const

/** The page of all paths, with the types of all their parts, would have 10 MB. */
const paths = '/** The operations by their paths and methods: the HTTP API. */\nexport interface paths {}\n'

/** On a phone a wide table scrolls by itself, and a long name breaks. Otherwise the whole page would be as wide. */
const css = `.tsd-typography table { display: block; max-width: 100%; overflow-x: auto; }
.col-content { min-width: 0; overflow-wrap: anywhere; }
`

const cache = join(projectRoot, 'node_modules/.cache/frontdesk/sdk-reference')

/** Writes the pages. TypeDoc runs only when a source has changed: its result is kept beside the installed packages. */
export async function writeSdkReference(folder: string): Promise<void> {
  const kept = join(cache, await fingerprint())
  const isKept = await readdir(kept).then(
    () => true,
    () => false,
  )
  if (!isKept) await keep(kept)
  await rm(folder, { recursive: true, force: true })
  await cp(kept, folder, { recursive: true })
}

async function keep(kept: string) {
  const work = await mkdtemp(join(tmpdir(), 'sdk-reference-'))
  try {
    const pages = join(work, 'pages')
    await makePages(work, pages)
    await withoutInlineScripts(pages)
    await mkdir(cache, { recursive: true })
    await removeOthers(kept)
    await cp(pages, `${kept}.${process.pid}`, { recursive: true })
    // Another process may have been faster.
    await rename(`${kept}.${process.pid}`, kept).catch(() => rm(`${kept}.${process.pid}`, { recursive: true }))
  } finally {
    await rm(work, { recursive: true })
  }
}

/** Pages of earlier sources are of no more use. */
async function removeOthers(kept: string) {
  const others = (await readdir(cache)).filter((name) => !join(cache, name).startsWith(kept))
  for (const name of others) await rm(join(cache, name), { recursive: true, force: true })
}

/** All that the pages are made of. */
async function fingerprint(): Promise<string> {
  const folders = ['client-sdk/src', 'client-sdk/src/browser-auth', 'generated/client-sdk', 'codegen/docs']
  const listed = await Promise.all(
    folders.map(async (folder) => (await readdir(join(projectRoot, folder))).map((name) => `${folder}/${name}`)),
  )
  const others = [
    'generated/api.ts',
    'client-sdk/README.md',
    'docs/sdk.md',
    'client-sdk/package.json',
    'package-lock.json',
  ]
  const files = [...listed.flat().filter((path) => /(?<!\.test)\.ts$/.test(path)), ...others].sort()
  const hash = createHash('sha256')
  for (const path of files) hash.update(path).update(await readFile(join(projectRoot, path)))
  return hash.digest('hex').slice(0, 16)
}

const moduleOf = (name: string, text: string, code: string) =>
  `/**\n * ${text.replaceAll('\n', '\n * ')}\n *\n * @module ${packageName}${name}\n */\n${code}`

/** The schemas of zod are the types again. A page for each would double the reference, so that they are the rows of a table. */
async function zodText(): Promise<string> {
  const source = await readFile(join(projectRoot, 'generated/client-sdk/zod.ts'), 'utf8')
  const rows = [...source.matchAll(/^(?:\/\*\*((?:(?!\*\/).)*)\*\/\n)?export const (\w+)/gms)].map(
    ([, text = '', name]) =>
      `| \`${name}\` | ${text
        .replace(/\s*\n \*\s?/g, ' ')
        .trim()
        .replaceAll('|', '\\|')} |`,
  )
  const head = ['A zod 4 schema for each schema of the contract, and for what each operation takes and gives.', '']
  return [...head, '| schema | what it is |', '| --- | --- |', ...rows].join('\n')
}

async function makePages(work: string, pages: string) {
  const files = await Promise.all(
    [
      ...entries.map(([name, source, text]) => {
        const exported = `export * from '${join(projectRoot, source)}'\n`
        return moduleOf(name, text, name === '' ? exported + paths : exported)
      }),
      moduleOf('/zod', await zodText(), 'export {}\n'),
    ].map(async (code, at) => {
      const file = join(work, `entry${at}.ts`)
      await writeFile(file, code)
      return file
    }),
  )
  const tsconfig = join(work, 'tsconfig.json')
  const base = join(projectRoot, 'client-sdk/tsconfig.json')
  await writeFile(tsconfig, JSON.stringify({ extends: base, compilerOptions: { noEmit: true }, files, include: [] }))
  const [favicon, styles, readme] = [join(work, 'icon.svg'), join(work, 'custom.css'), join(work, 'README.md')]
  await writeFile(favicon, icon)
  await writeFile(styles, css)
  // TypeDoc writes the name of the package as the heading of the page.
  const text = await readFile(join(projectRoot, 'client-sdk/README.md'), 'utf8')
  await writeFile(readme, text.replace(/^# .*\n/, ''))
  // It takes a third of a second to load, which a kept result need not wait for.
  const { Application, LogLevel } = await import('typedoc')
  const app = await Application.bootstrap({
    entryPoints: files,
    tsconfig,
    name: packageName,
    readme,
    customCss: styles,
    projectDocuments: [join(projectRoot, 'docs/sdk.md')],
    searchInComments: true,
    searchInDocuments: true,
    favicon,
    navigationLinks: { 'HTTP API': '/docs/' },
    disableSources: true,
    excludeExternals: true,
    excludeInternal: true,
    hideGenerator: true,
    includeHierarchySummary: false,
    // The project's own check compiles the sources.
    skipErrorChecking: true,
    validation: false,
    highlightLanguages: ['typescript', 'tsx', 'javascript', 'json', 'bash'],
    logLevel: LogLevel.Error,
  })
  const project = await app.convert()
  if (!project) throw new Error('TypeDoc made no pages of the SDK.')
  // Its name is that of the file.
  for (const document of project.documents ?? []) document.name = 'The SDK in full'
  await app.generateDocs(project, pages)
  if (app.logger.hasErrors()) throw new Error('TypeDoc could not make all pages of the SDK.')
}

// The pages need neither inline scripts nor anything of another host.
const policy = policyOf({ styles: "'self' 'unsafe-inline'" })

const inline = /<script>([^<]+)<\/script>/g

/** TypeDoc's inline script chooses the theme. Here it is a file, so that the policy can refuse all inline scripts. */
async function withoutInlineScripts(pages: string) {
  const files = (await readdir(pages, { recursive: true })).filter((name) => name.endsWith('.html'))
  const scripts = new Set<string>()
  for (const file of files) {
    const page = await readFile(join(pages, file), 'utf8')
    const up = '../'.repeat(file.split(/[/\\]/).length - 1)
    const led = page.replace(inline, (_, script: string) => {
      scripts.add(script)
      return `<script src="${up}assets/theme.js"></script>`
    })
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`
    await writeFile(
      join(pages, file),
      led.replace('<meta charset="utf-8"/>', (charset) => charset + meta),
    )
  }
  const [script, ...others] = scripts
  if (script === undefined || others.length > 0)
    throw new Error('The pages of TypeDoc have other inline scripts than one.')
  await writeFile(join(pages, 'assets/theme.js'), script)
}
