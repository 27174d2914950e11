// npm run bench: builds the apps, checks that they agree, measures them side by side, and writes what came of it.
import { readOptions } from '../codegen/command.ts'
import { requireAgreement } from './agreement.ts'
import { buildAll } from './build.ts'
import { installPeers } from './install.ts'
import { measureAll } from './measure/all.ts'
import { plans } from './measure/plan.ts'
import { report } from './report/index.ts'
import { measurementsOf } from './report/measurements.ts'

const help = `Usage: npm run bench [-- options]

Measures Frontdesk beside other frameworks on this machine, which should have nothing else to do.
Writes bench/results.json and its chart; without --quick also bench/measurements.json and the README's section.

  --quick   fewer rounds: about a minute instead of several
  --help    this text`

async function bench() {
  const values = readOptions(help, { quick: { type: 'boolean', default: false } })
  if (!values) return
  const plan = plans[values.quick ? 'quick' : 'full']

  installPeers()
  const started = performance.now()
  const step = (what: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}`)

  step('building the apps')
  const bundles = await buildAll({ growing: plan.coldGrown.rounds > 0 })
  step('checking that they answer alike')
  requireAgreement(bundles)
  const measured = await measureAll(bundles, plan, step)
  step('done')
  await report(measurementsOf(measured, plan), { quick: values.quick })
}

await bench().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n`)
  console.error(`npm run bench -- --help says what it takes.`)
  process.exitCode = 1
})
