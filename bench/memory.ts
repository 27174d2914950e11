// npm run bench -- --memory: how fast the service is with each size of a function, and what a million requests cost then.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { prices } from '../infra/costs/prices.ts'
import type { Bundle } from './build.ts'
import { environment, probesPath, startAws } from './processes.ts'
import { throttle } from './quota.ts'
import { summarize } from './ratios.ts'
import { eventOf, lambdaContext, whole } from './requests.ts'

/** Lambda gives a function a whole processor at this size, and the share of it at a smaller one. */
const wholeProcessorMb = 1769
const sizes = [256, 512, 1024, 1769]

/** Requests after the first one, and how many processes of each size. */
const requests = 200
const processes = 3
const million = 1_000_000

type Row = { memoryMb: number; first: number; p50: number; p99: number; usd: number }

/** Milliseconds by the clock. A start has a whole processor, as Lambda gives one, and is not among them. */
export async function measureMemorySizes(deployed: Bundle): Promise<Row[]> {
  const aws = await startAws()
  try {
    const rows: Row[] = []
    for (const memoryMb of sizes) rows.push(await measureSize(deployed, memoryMb, aws))
    return rows
  } finally {
    aws.stop()
  }
}

type Aws = Awaited<ReturnType<typeof startAws>>

async function measureSize({ path }: Bundle, memoryMb: number, { env, token }: Aws): Promise<Row> {
  const firsts: number[] = []
  const warm: number[] = []
  for (let n = 0; n < processes; n += 1) {
    const child = fork(probesPath, ['paced', path], {
      env: environment({ ...env, PRIME: 'true' }),
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    child.stdout?.resume()
    await once(child, 'message')
    const release = throttle(child.pid ?? 0, Math.min(1, memoryMb / wholeProcessorMb))
    child.send({ event: eventOf(whole.deployed.get, token), context: lambdaContext, requests })
    const [{ milliseconds }] = (await once(child, 'message')) as [{ milliseconds: number[] }]
    release()
    child.kill('SIGKILL')
    firsts.push(milliseconds[0] ?? Number.NaN)
    warm.push(...milliseconds.slice(1))
  }
  const sorted = warm.toSorted((a, b) => a - b)
  const p50 = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  const gbSeconds = (million * p50 * memoryMb) / 1024 / 1000
  const usd = gbSeconds * prices.lambdaGbSeconds.usd + prices.lambdaRequests.usd
  return { memoryMb, first: summarize(firsts).median, p50, p99, usd }
}

/** The table, and the smallest size that keeps the promise of the p99. */
export function renderMemory(rows: Row[], promisedMs: number): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const smallest = rows.find(({ p99 }) => p99 <= promisedMs)
  return [
    line(['memory', 'first answer', 'p50', 'p99', 'Lambda for a million requests']),
    line(['---', '---', '---', '---', '---']),
    ...rows.map(({ memoryMb, first, p50, p99, usd }) =>
      line([`${memoryMb} MB`, ...[first, p50, p99].map((ms) => `${ms.toFixed(1)} ms`), `${usd.toFixed(2)} USD`]),
    ),
    '',
    smallest
      ? `The smallest size whose p99 is at most ${promisedMs} ms: ${smallest.memoryMb} MB.`
      : `No size has a p99 of at most ${promisedMs} ms on this machine.`,
  ].join('\n')
}
