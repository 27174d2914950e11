// npm run bench: builds the apps, checks that they agree, measures them side by side, and writes what came of it.
import { parseArgs } from 'node:util'
import { requireAgreement } from './agreement.ts'
import { buildAll } from './build.ts'
import { installPeers } from './install.ts'
import { measureAll } from './measure/all.ts'
import { plans } from './measure/plan.ts'
import { report } from './report/index.ts'
import { measurementsOf } from './report/measurements.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
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
await report(measurementsOf(measured, plan))
