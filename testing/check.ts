// npm run check: the steps that say whether the tree is right, each with its seconds. Independent steps run concurrently.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

const projectRoot = new URL('..', import.meta.url)

/** People check again and again, so that caches save them time. CI checks once, from nothing. */
const cached = (...options: string[]) => (process.env.CI ? [] : options)
const cacheOf = (file: string) => `node_modules/.cache/frontdesk/${file}`

const typesOf = (project: string, cache: string) => [
  'node_modules/@typescript/native/bin/tsc',
  // Several checkers at a time are faster, but each resolves the shared types again.
  ...['-p', project, '--singleThreaded'],
  ...cached('--incremental', '--tsBuildInfoFile', cacheOf(`${cache}.tsbuildinfo`)),
]
const keptBy = (cache: string) =>
  cached('--cache', '--cache-strategy', 'content', '--cache-location', cacheOf(`${cache}.json`))

/** More room for short-lived objects: the collector then runs less often. */
const roomy = '--max-semi-space-size=64'

/** Each step is a program of Node, so that neither npm nor npx has to start. The longest step comes first. */
const steps: { name: string; what: string; args: string[] }[] = [
  {
    name: 'eslint',
    what: 'the rules of the linter, and the layers of the rooms',
    args: [roomy, 'node_modules/eslint/bin/eslint.js', '.', ...keptBy('eslint')],
  },
  {
    name: 'prettier',
    what: 'the format of each file',
    args: [
      roomy,
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      '.',
      ...keptBy('prettier'),
    ],
  },
  { name: 'types', what: 'the types of the project', args: typesOf('.', 'project') },
  { name: 'sdk-types', what: 'the types of the SDK, with its examples', args: typesOf('client-sdk', 'client-sdk') },
  {
    name: 'page-types',
    what: 'the types of the start page in a browser',
    args: typesOf('local-cloud/pages/browser', 'browser'),
  },
  {
    name: 'docs-types',
    what: 'the types of the docs site in a browser',
    args: typesOf('codegen/docs/site/browser', 'docs-browser'),
  },
  { name: 'generated', what: 'generated/ is current', args: ['codegen/generate.ts', '--check'] },
  { name: 'contract', what: 'the rules of the contract', args: ['node_modules/@redocly/cli/bin/cli.js', 'lint'] },
  { name: 'release', what: 'the pending version of the SDK', args: ['codegen/release/breaking-changes.ts'] },
  { name: 'size', what: 'the size of the SDK', args: ['client-sdk/size.ts'] },
]

const help = `Usage: npm run check [-- step…]

Runs these steps, or only those that are named. All steps run, also after one has failed.

${steps.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join('\n')}

eslint, prettier and the compiler keep caches in ${cacheOf('')}. With CI set they keep none.

  --help     this text`

function run(args: string[]): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
    child.on('close', (code) => resolve({ failed: code !== 0, output }))
  })
}

/** Runs the steps, as many at a time as the machine has cores, and returns the names of those that failed. */
async function check(chosen: typeof steps): Promise<string[]> {
  const failures: string[] = []
  const waiting = [...chosen]
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now()
      const { failed, output } = await run(step.args)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${failed ? 'failed' : 'ok    '} ${step.name.padEnd(10)} ${seconds.padStart(5)} s`)
      if (!failed) continue
      failures.push(step.name)
      console.log(output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return failures
}

async function main() {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true })
  if (values.help) {
    console.log(help)
    return
  }
  const unknown = positionals.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}.\n\n${help}`)
  const failures = await check(positionals.length > 0 ? steps.filter(({ name }) => positionals.includes(name)) : steps)
  if (failures.length === 0) return
  console.log(`\nFailed: ${failures.join(', ')}`)
  process.exitCode = 1
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
