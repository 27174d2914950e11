// Runs the exercise as a worker in workerd, the runtime of Cloudflare.
import { Miniflare } from 'miniflare'
import { join } from 'node:path'
import type { Findings, Surroundings } from '../testing/exercise.ts'
import { dist } from './project.ts'

export async function runWorker(given: Surroundings): Promise<Findings> {
  const miniflare = new Miniflare({
    modules: true,
    scriptPath: join(dist, 'worker.js'),
    compatibilityDate: '2026-07-30',
  })
  try {
    const answer = await miniflare.dispatchFetch('http://worker.test/', { method: 'POST', body: JSON.stringify(given) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    // Safe cast: the worker answered its findings.
    return JSON.parse(text) as Findings
  } finally {
    await miniflare.dispose()
  }
}
