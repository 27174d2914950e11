// Rounds in which the local cloud is ended in the middle of its work, on one data directory.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { faultsOf } from './ledger-check.ts'
import { createDataDir, runCloud } from './local-cloud.ts'
import { createLedger, writeUntilKilled } from './write-load.ts'

const apiKey = 'local-api-key'

/** Some milliseconds: an end comes at another moment in each round. */
const someTime = (longest: number) => sleep(Math.random() * longest)

/** So many writes are acknowledged before a kill, however slow the machine is. */
const fewestWrites = 25
const mostWrites = 100

/** Kills the local cloud under a load of writes, and starts it again, as many times. */
export async function killRounds(rounds: number) {
  const data = await createDataDir()
  const { user } = data
  const ledger = createLedger()
  const faults: string[] = []
  const env = { DATA_DIR: data.path, LOG_LEVEL: 'SILENT', LOCAL_API_KEY: apiKey }
  let load = Promise.resolve()
  const cloudThat = async (act: (caller: { url: string; user: typeof user; apiKey: string }) => Promise<void>) => {
    const cloud = runCloud({ env })
    try {
      await act({ url: await cloud.ready(), user, apiKey })
    } finally {
      await cloud.kill('SIGKILL')
      await load
    }
  }
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await cloudThat(async (caller) => {
        faults.push(...(await faultsOf(caller, ledger)).map((fault) => `before kill ${round}: ${fault}`))
        const enough = ledger.acknowledged + fewestWrites + Math.random() * (mostWrites - fewestWrites)
        load = writeUntilKilled(caller, ledger)
        while (ledger.acknowledged < enough) await sleep(1)
        await someTime(20)
      })
    }
    await cloudThat(async (caller) => {
      faults.push(...(await faultsOf(caller, ledger)))
      const silent = await unannounced(data.path, ledger.customers)
      faults.push(...silent.map((id) => `customer ${id} has started no execution`))
    })
  } finally {
    await data.remove()
  }
  const { acknowledged, items, files, customers } = ledger
  return { faults, acknowledged, items: items.size, files: files.size, customers: customers.size }
}

const patienceMilliseconds = 10_000

/** The customers whose event has started no execution of the workflow, after some patience. */
async function unannounced(dataDir: string, customers: Set<string>): Promise<string[]> {
  const until = Date.now() + patienceMilliseconds
  for (;;) {
    const journal = await readFile(join(dataDir, 'step-functions', 'executions.jsonl'), 'utf8')
    const silent = [...customers].filter((id) => !journal.includes(JSON.stringify(JSON.stringify({ id })).slice(3, -3)))
    if (silent.length === 0 || Date.now() > until) return silent
    await sleep(100)
  }
}

/**
 * Ends the local cloud by SIGTERM in the middle of executions, as many times. The next start may report executions
 * that were too slow for the end; everything else on stderr is a fault.
 */
export async function endRounds(rounds: number) {
  const data = await createDataDir()
  const faults: string[] = []
  let executions = 0
  const env = { DATA_DIR: data.path, LOG_LEVEL: 'SILENT', LOCAL_API_KEY: apiKey, LOCAL_SCHEDULE_SECONDS: '0.05' }
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const cloud = runCloud({ env })
      const url = await cloud.ready()
      const start = async (): Promise<never> => {
        for (;;) {
          const body = JSON.stringify({ id: `c-${(executions += 1)}` })
          const headers = { 'x-api-key': apiKey, 'content-type': 'application/json' }
          const { status } = await fetch(`${url}/workflow/submit`, { method: 'POST', headers, body })
          if (status !== 202) faults.push(`end ${round}: a request was answered by ${status}`)
        }
      }
      const load = Promise.allSettled(Array.from({ length: 3 }, start))
      await sleep(30)
      await someTime(400)
      const code = await cloud.kill('SIGTERM')
      await load
      if (code !== 0) faults.push(`end ${round}: exit code ${code}`)
      const said = cloud.stderr().replace(/^AWS\/States .*LocalCloud\.Stopped.*\n/gm, '')
      if (said !== '') faults.push(`end ${round}: ${said}`)
    }
  } finally {
    await data.remove()
  }
  return { faults, executions }
}
