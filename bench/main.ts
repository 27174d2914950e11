// npm run bench: builds the apps, checks that they agree, measures them side by side, and writes the results.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readOptions } from '../codegen/command.ts'
import { assumed } from '../infra/costs/quantities.ts'
import { buildAll, bundleDeployed, bundleProbes } from './build.ts'
import { benchLocal } from './local.ts'
import { measureAll, plans } from './measure.ts'
import { measureMemorySizes, renderMemory } from './memory.ts'
import { measurementsOf, report } from './report.ts'
import { requireAgreement, requireSameReads } from './requests.ts'

const help = `Usage: npm run bench [-- options]

Measures Frontdesk beside other frameworks on this machine, which should have nothing else to do.
Writes bench/results.json and its chart. Without --quick it also writes bench/measurements.json and the tables of
bench/README.md.

  --quick   fewer rounds: about two minutes instead of ten
  --memory  instead of all that: the first answer, the p99 and the price of Lambda by the memory of the function
  --local   instead of all that: the start of the local cloud, its memory and its requests for each second of processor
            time, in about five minutes
  --against with --local: a commit whose local cloud is measured in turn with this one
  --help    this text`

async function bench() {
  const values = readOptions(help, {
    quick: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
    against: { type: 'string' },
  })
  if (!values) return
  const started = performance.now()
  const step = (what: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}`)
  if (values.against !== undefined && !values.local) throw new Error('--against needs --local.')
  if (values.local) {
    console.log(await benchLocal(values.against, step))
    return
  }
  if (values.memory) return benchMemory()
  const plan = plans[values.quick ? 'quick' : 'full']

  installPeers()
  step('building the apps')
  const bundles = await buildAll({ growing: plan.coldGrown.rounds > 0 })
  step('checking that they answer alike')
  requireAgreement(bundles)
  requireSameReads(bundles.mcp)
  const measured = await measureAll(bundles, plan, step)
  step('done')
  await report(measurementsOf(measured, plan), { quick: values.quick })
}

async function benchMemory() {
  await bundleProbes()
  const deployed = await bundleDeployed()
  console.log(renderMemory(await measureMemorySizes(deployed), assumed.warmMilliseconds))
}

const modified = (path: string) =>
  statSync(fileURLToPath(new URL(path, import.meta.url)), { throwIfNoEntry: false })?.mtimeMs

/** Installs the other frameworks when they are missing, or differ from the lock file. */
function installPeers() {
  const installed = modified('node_modules/.package-lock.json')
  if (installed !== undefined && installed >= (modified('package-lock.json') ?? 0)) return
  const { status } = spawnSync('npm', ['ci', '--prefix', fileURLToPath(new URL('.', import.meta.url))], {
    stdio: 'inherit',
  })
  if (status !== 0) {
    throw new Error('The other frameworks could not be installed: the first run needs the npm registry.')
  }
}

await bench().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n`)
  console.error(`npm run bench -- --help lists the options.`)
  process.exitCode = 1
})
