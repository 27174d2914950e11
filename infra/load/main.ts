// npm run load: sends requests at a rate to a stage or the local cloud, and prints percentiles and errors by type.
import { runAs } from '../../codegen/command.ts'
import { run, type Load } from './load.ts'
import { readLoad } from './options.ts'
import { reportOf } from './report.ts'

async function main() {
  const read = readLoad()
  if (!read) return
  const { json, load } = read
  await probe(load)
  const measured = await run(load)
  process.stdout.write(`${json ? JSON.stringify(measured, undefined, 2) : reportOf(measured)}\n`)
  if (Object.keys(measured.errors).some((type) => !/^4\d\d\b/.test(type))) process.exitCode = 1
}

/** A load on an address where nothing listens would say little. */
async function probe({ url, requests: [first] }: Load) {
  await fetch(`${url}${first?.path ?? ''}`, { headers: first?.headers ?? {} }).catch(() => {
    throw new Error(`Nothing answers at ${url}.`)
  })
}

if (import.meta.main) await runAs('load', main)
